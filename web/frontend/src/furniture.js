/** What stands around the drawing: status and buttons, the tray of undated entries, help. */

import { BINDINGS, keyWords } from "./keyboard.js";
import { counted } from "./labels.js";
import { entryLink } from "./links.js";
import { html } from "./svg.js";
import { dayWords } from "./time.js";
import { say, sayNumber } from "./words.js";

/** @typedef {import("./types.js").Entry} Entry */

const BUTTONS = [["zoomOut", "−"], ["zoomIn", "+"], ["fit", ""], ["help", "?"]];
const CHOICES = { lanes: ["actor", "place", "source", "type", "none"], axis: ["happened", "said", "published"] };

/**
 * The line above the drawing; `status` is announced when it changes.
 *
 * @param {(action: string) => void} act
 * @param {(name: string, value: string) => void} ask
 */
export function toolbar(act, ask) {
  const status = html("p", { class: "status", role: "status" });
  const undated = button("undated", "", say("tool.undatedTitle"), act);
  undated.removeAttribute("aria-label"); // its words say how many
  const manners = { lanes: chooser("lanes", ask), axis: chooser("axis", ask), known: dayField(ask) };
  const labels = Object.entries(manners).map(([name, field]) => html("label", {}, `${say(`tool.${name}`)} `, field));
  const buttons = BUTTONS.map(([action, face]) => button(action, face || say(`tool.${action}`), say(`tool.${action}`), act));
  const sparql = html("a", { class: "as-sparql", href: "/sparql" }, say("tool.sparql"));
  const element = html(
    "div",
    { class: "toolbar" },
    status,
    html("div", { class: "buttons" }, undated, ...buttons),
    sparql,
  );
  return { element, status, undated, sparql, manners, mannersElement: html("div", { class: "manners" }, ...labels) };
}

function button(action, face, name, act) {
  const key = BINDINGS.find((binding) => binding.action === action)?.keys[0];
  const title = key ? say("tool.withKey", { name, key }) : name;
  const made = html("button", { type: "button", "aria-label": name, title, "data-action": action }, face);
  made.addEventListener("click", () => act(action));
  return made;
}

/** @returns {HTMLSelectElement} */
function chooser(name, ask) {
  const options = CHOICES[name].map((value) => html("option", { value }, say(`${name}.${value}`)));
  const field = /** @type {HTMLSelectElement} */ (html("select", { name }, ...options));
  field.addEventListener("change", () => ask(name, field.value));
  return field;
}

const SOME_DAY = { year: 2016, month: 6, day: 17 };

/**
 * A day to ask for, in words of the page's language or as EDTF: the server reads both. A browser's own field for days
 * would write them as its user's system does, whatever the page speaks, and know none before our era.
 *
 * @returns {HTMLInputElement}
 */
function dayField(ask) {
  const field = html("input", { type: "text", name: "known", dir: "auto", size: "14", placeholder: dayWords(SOME_DAY) });
  const input = /** @type {HTMLInputElement} */ (field);
  input.addEventListener("change", () => ask("known", input.value.trim()));
  return input;
}

/** Undated entries as links, so that nothing is left out of the picture. */
export class Tray {
  /** @param {(entry: Entry) => void} onOpen */
  constructor(onOpen) {
    this.onOpen = onOpen;
    this.summary = html("summary");
    this.list = html("ul");
    this.more = html("p", { class: "more" });
    this.element = html("details", { class: "tray", hidden: "" }, this.summary, this.list, this.more);
    this.element.addEventListener("toggle", () => this.#fill());
    /** @type {Entry[]} */
    this.entries = [];
  }

  /** @param {Entry[]} entries @param {number} total  how many there are, however many were sent */
  show(entries, total) {
    this.element.hidden = total === 0;
    this.summary.textContent = say("tray.summary", { entries: counted(total) });
    this.more.textContent = total > entries.length ? say("tray.more", { count: sayNumber(total - entries.length) }) : "";
    this.entries = entries;
    this.#fill();
  }

  /** The links are made when one looks. */
  #fill() {
    const shown = this.element.hasAttribute("open") ? this.entries : [];
    this.list.replaceChildren(...shown.map((entry) => html("li", { class: entry.kind }, entryLink(entry, this.onOpen))));
  }
}

/** The keys, from the table that binds them. */
export function keyTable() {
  const rows = BINDINGS.map((binding) => {
    const keys = keyWords(binding).flatMap((key, index) => [...(index ? [say("keys.or")] : []), html("kbd", {}, key)]);
    return html("div", {}, html("dt", {}, ...keys), html("dd", {}, say(`key.${binding.action}`)));
  });
  return [html("h2", {}, say("keys.title")), html("p", {}, say("keys.pointer")), html("dl", {}, ...rows)];
}
