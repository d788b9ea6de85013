/**
 * The evidence panel: at once what the window answer tells of an entry, then the parts of its own
 * page (the marked passage, how its date was resolved), taken from `<article id="entry">` there.
 */

import { counted } from "./labels.js";
import { entryLink } from "./links.js";
import { html } from "./svg.js";

/** @typedef {import("./types.js").Entry} Entry */

export class Panel {
  /** @param {() => void} onClose */
  constructor(onClose) {
    this.body = html("div", { class: "panel-body" });
    this.heading = html("h2");
    const close = html("button", { type: "button", class: "panel-close", "aria-label": "Close the evidence" }, "×");
    close.addEventListener("click", onClose);
    this.element = html("aside", { class: "panel", "aria-label": "Evidence", hidden: "" }, close, this.heading, this.body);
    this.loading = new AbortController();
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** @param {Entry} entry */
  async open(entry) {
    this.#stopLoading();
    this.heading.replaceChildren(html("a", { href: entry.href }, entry.label));
    this.body.replaceChildren(...summary(entry));
    this.element.hidden = false;
    this.element.scrollTop = 0;
    const parts = await fetchParts(entry.href, this.loading.signal);
    if (parts.length) this.body.replaceChildren(...parts);
  }

  /** Several entries to choose from. */
  list(entries, onOpen) {
    this.#stopLoading();
    this.heading.replaceChildren(counted(entries.length));
    this.body.replaceChildren(html("ul", { class: "choices-of-entries" }, ...entries.map((entry) => choice(entry, onOpen))));
    this.element.hidden = false;
  }

  close() {
    this.#stopLoading();
    this.element.hidden = true;
  }

  /** The focus goes to the title, a link to the entry's page, or to the first entry of a list. */
  focus() {
    /** @type {HTMLElement | null} */
    const link = this.element.querySelector("h2 a, .panel-body a");
    link?.focus({ preventScroll: true });
  }

  #stopLoading() {
    this.loading.abort();
    this.loading = new AbortController();
  }
}

function choice(entry, onOpen) {
  const words = html("span", { class: "entry-date" }, ` ${entry.words}`);
  return html("li", { class: entry.kind }, entryLink(entry, onOpen), words);
}

function summary(entry) {
  const { kind, edtf, status, quote, document: source } = entry;
  const chips = [
    html("span", { class: `chip chip-${kind}` }, kind),
    ...(status && status !== "happened" ? [html("span", { class: "chip chip-status" }, status)] : []),
    ...(edtf ? [html("span", { class: "chip chip-edtf" }, `EDTF ${edtf}`)] : []),
  ];
  return [
    html("p", { class: "chips" }, ...chips),
    html("p", { class: "entry-date" }, dateOf(entry)),
    html("blockquote", { class: "passage" }, quote ?? ""),
    html("p", { class: "entry-source" }, html("a", { href: source.href }, source.label)),
    ...(entry.versions?.length ? versions(entry) : []),
  ];
}

const dateOf = ({ dated, words }) => (dated ? words : `no date given${words ? `: ${words}` : ""}`);

/** What the other articles tell of the same, one each, and where they differ. */
function versions({ toldBy, versions: others, disagreements }) {
  return [
    html("h3", {}, `Told by ${toldBy} articles`),
    html("ul", { class: "versions" }, ...others.map(version)),
    html("ul", { class: "disagreements" }, ...disagreements.map((said) => html("li", {}, said))),
  ];
}

function version(told) {
  const source = told.document.publisher || told.document.label;
  const words = [dateOf(told), ...(told.status ? [told.status] : []), source].join(", ");
  return html("li", {}, html("a", { href: told.href }, told.label), ` (${words})`);
}

/** The parts of the entry's page but its title; none when the page cannot be had, and the summary stays. */
async function fetchParts(href, signal) {
  const page = await fetchPage(href, signal);
  const article = page?.querySelector("article#entry");
  if (!article) return [];
  article.querySelector("h1")?.remove();
  article.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
  return [...article.childNodes].map((node) => document.importNode(node, true));
}

async function fetchPage(href, signal) {
  try {
    const response = await fetch(href, { headers: { Accept: "text/html" }, signal });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null; // aborted, or no network
    throw error;
  }
}
