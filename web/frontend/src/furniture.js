/** What stands around the drawing: status and buttons, legend, the tray of undated entries, help. */

import { defs } from "./defs.js";
import { figureElements } from "./glyphs.js";
import { BINDINGS, keyWords } from "./keyboard.js";
import { counted } from "./labels.js";
import { entryLink } from "./links.js";
import { html, svg } from "./svg.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Figure} Figure */

const UNDATED_TITLE = "Draw what its source gives no date for by the day of publication, or leave it out (u)";

const BUTTONS = [
  ["zoomOut", "−", "Zoom out (-)", "Zoom out"],
  ["zoomIn", "+", "Zoom in (+)", "Zoom in"],
  ["fit", "Whole time", "Show the whole time (0)", null],
  ["help", "?", "Keys (?)", "Keys"],
];

/** The line above the drawing; `status` is announced when it changes. */
export function toolbar(act) {
  const status = html("p", { class: "status", role: "status" });
  const undated = html("button", { type: "button", "data-action": "undated", title: UNDATED_TITLE, hidden: "" });
  undated.addEventListener("click", () => act("undated"));
  const buttons = BUTTONS.map(([action, face, title, name]) => {
    const button = html("button", { type: "button", "aria-label": name, title, "data-action": action }, face);
    button.addEventListener("click", () => act(action));
    return button;
  });
  const element = html("div", { class: "toolbar" }, status, html("div", { class: "buttons" }, undated, ...buttons));
  return { element, status, undated };
}

/** Undated entries as links, so that nothing is left out of the picture. */
export class Tray {
  /** @param {(entry: Entry) => void} onOpen */
  constructor(onOpen) {
    this.onOpen = onOpen;
    this.summary = html("summary");
    this.list = html("ul");
    this.element = html("details", { class: "tray", hidden: "" }, this.summary, this.list);
  }

  /** @param {Entry[]} entries @param {number} total  how many there are, however many were sent */
  show(entries, total) {
    this.element.hidden = total === 0;
    this.summary.textContent = `Undated: ${counted(total)} whose source gives no date`;
    const rows = entries.map((entry) => html("li", { class: entry.kind }, entryLink(entry, this.onOpen)));
    this.list.replaceChildren(...rows);
  }
}

/** The keys, from the table that binds them. */
export function helpBox() {
  const rows = BINDINGS.map((binding) => {
    const keys = keyWords(binding).flatMap((key, index) => [...(index ? [" or "] : []), html("kbd", {}, key)]);
    return html("div", {}, html("dt", {}, ...keys), html("dd", {}, binding.says));
  });
  const pointer = "Drag to move in time, Ctrl and wheel (or two fingers) to zoom, click a mark for its evidence.";
  const box = html("section", { class: "keys", "aria-label": "Keys", tabindex: "-1", hidden: "" });
  box.append(html("h2", {}, "Keys"), html("p", {}, pointer), html("dl", {}, ...rows));
  return box;
}

/** The signs and what they mean, drawn by the same code as the marks. */
export function legend() {
  const signs = SIGNS.map(([words, lane, entry, figure]) =>
    html("li", {}, sign(entry, figure, lane), html("span", {}, words)),
  );
  return html("ul", { class: "signs", "aria-label": "Signs" }, ...signs);
}

const PREFIX = "legend-";

function sign(entry, figure, colour) {
  const shapes = figureElements({ ...BARE, ...figure }, { ...PLAIN, ...entry }, 12, colour, PREFIX);
  const state = `${entry.kind} ${entry.status ?? ""} ${entry.dated === false ? "undated" : ""}`;
  const mark = svg("g", { class: `mark lane-${colour} ${state}` }, ...shapes);
  return svg("svg", { width: figure.width, height: 24, "aria-hidden": "true" }, defs(PREFIX), mark);
}

const PLAIN = { dated: true, uncertain: false, approximate: false, status: "", quoteKind: "" };
const BARE = { fadeIn: null, fadeOut: null, arrowLeft: false, arrowRight: false };
const POINT = { shape: "point", core: [2, 18], reach: [2, 18], width: 20 };
const BOX = { shape: "box", core: [2, 44], reach: [2, 44], width: 46 };
const RANGE = { shape: "bar", core: [16, 36], reach: [2, 50], fadeIn: [2, 16], fadeOut: [36, 50], width: 52 };
const OPEN = { shape: "bar", core: [2, 26], reach: [2, 50], fadeOut: [26, 50], arrowRight: true, width: 52 };
const UNDATED = { shape: "point", core: [24, 40], reach: [2, 40], fadeIn: [2, 24], arrowLeft: true, width: 42 };

const SIGNS = [
  ["event", 0, { kind: "event" }, POINT],
  ["statement, when it was said", 1, { kind: "statement" }, POINT],
  ["in the speaker’s own words", 1, { kind: "statement", quoteKind: "direct" }, POINT],
  ["some time within the box", 2, { kind: "event" }, BOX],
  ["solid: certain; fading: possible", 2, { kind: "event" }, RANGE],
  ["goes on, as far as its source tells", 2, { kind: "event" }, OPEN],
  ["uncertain date (?)", 3, { kind: "event", uncertain: true }, POINT],
  ["approximate date (~)", 3, { kind: "event", approximate: true }, POINT],
  ["claimed, planned or possible", 4, { kind: "event", status: "claimed" }, POINT],
  ["denied", 4, { kind: "event", status: "denied" }, POINT],
  ["no date given: on the day of publication or before", 5, { kind: "event", dated: false }, UNDATED],
];
