/**
 * The evidence panel: at once what the window answer tells of an entry, then the parts of its own
 * page (the marked passage, how its date was resolved), taken from `<article id="entry">` there.
 */

import { aroundButtons, sharing } from "./entryactions.js";
import { counted } from "./labels.js";
import { entryLink } from "./links.js";
import { html } from "./svg.js";
import { say } from "./words.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {import("./types.js").Entry} Entry */

export class Panel {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.explorer = explorer;
    this.body = html("div", { class: "panel-body" });
    this.heading = html("h2");
    const close = html("button", { type: "button", class: "panel-close", "aria-label": say("panel.close") }, "×");
    close.addEventListener("click", () => explorer.back());
    this.element = html("aside", { class: "panel", "aria-label": say("panel.label"), hidden: "" }, close, this.heading, this.body);
    this.loading = new AbortController();
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** @param {Entry} entry */
  async open(entry) {
    this.#stopLoading();
    this.heading.replaceChildren(html("a", { href: entry.href }, entry.label));
    this.#fill(entry, summary(entry));
    this.#show(true);
    this.element.scrollTop = 0;
    const parts = await fetchParts(entry.href, this.loading.signal);
    if (parts.length) this.#fill(entry, parts);
  }

  #fill(entry, parts) {
    const jump = (view) => this.explorer.jump(view);
    this.body.replaceChildren(...parts, aroundButtons(entry, jump), sharing(entry));
  }

  /** Several entries to choose from. */
  list(entries, onOpen) {
    this.#stopLoading();
    this.heading.replaceChildren(counted(entries.length));
    this.body.replaceChildren(html("ul", { class: "choices-of-entries" }, ...entries.map((entry) => choice(entry, onOpen))));
    this.#show(true);
  }

  close() {
    this.#stopLoading();
    this.#show(false);
  }

  /** The drawing beside it is told, rather than having the style sheet look for it whenever a mark is drawn. */
  #show(isOpen) {
    this.element.hidden = !isOpen;
    this.element.parentElement?.classList.toggle("with-panel", isOpen);
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
  const { kind, edtf, status, document: source } = entry;
  const chips = [
    html("span", { class: `chip chip-${kind}` }, say(`value.${kind}`)),
    ...(status && status !== "happened" ? [html("span", { class: "chip chip-status" }, say(`value.${status}`))] : []),
    ...(edtf ? [html("span", { class: "chip chip-edtf" }, `EDTF ${edtf}`)] : []),
  ];
  return [
    html("p", { class: "chips" }, ...chips),
    html("p", { class: "entry-date" }, dateOf(entry)),
    html("p", { class: "entry-source" }, html("a", { href: source.href }, source.label)),
    html("ul", { class: "disagreements" }, ...(entry.disagreements ?? []).map((said) => html("li", {}, said))),
  ];
}

function dateOf({ dated, words }) {
  if (dated) return words;
  return words ? say("date.bounded", { date: words }) : say("date.notGiven");
}

/** The parts of the entry's page but its title; none when the page cannot be had, and the summary stays. */
async function fetchParts(href, signal) {
  const page = await fetchPage(href, signal);
  const article = page?.querySelector("article#entry");
  if (!article) return [];
  article.querySelector("h1")?.remove();
  article.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
  article.querySelectorAll("[aria-labelledby]").forEach((element) => element.removeAttribute("aria-labelledby"));
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
