/** The signs and what they mean, drawn by the same code as the marks. */

import { Paints } from "./defs.js";
import { badgeElements, figureElements } from "./glyphs.js";
import { html, svg } from "./svg.js";
import { say } from "./words.js";

/** The list of signs. */
export function legend() {
  const paints = new Paints("legend-");
  const signs = SIGNS.map(([name, lane, entry, figure]) =>
    html("li", {}, sign(entry, figure, lane, paints), html("span", {}, say(`sign.${name}`))),
  );
  signs[0].querySelector("svg")?.prepend(paints.element);
  const others = [["badge", badge()], ["about", aboutLine()]].map(([name, drawn]) =>
    html("li", {}, drawn, html("span", {}, say(`sign.${name}`))),
  );
  return html("ul", { class: "signs", "aria-label": say("signs.label") }, ...signs, ...others);
}

const HEIGHT = 24;
const MIDDLE = 12;

function sign(entry, figure, colour, paints) {
  const shapes = figureElements({ ...BARE, ...figure }, { ...PLAIN, ...entry }, MIDDLE, colour, paints);
  const state = `${entry.kind} ${entry.status ?? ""} ${entry.dated === false ? "undated" : ""}`;
  const mark = svg("g", { class: `mark lane-${colour} ${state}` }, ...shapes);
  return drawing(figure.width, mark);
}

const drawing = (width, ...children) => svg("svg", { width, height: HEIGHT, "aria-hidden": "true" }, ...children);

function badge() {
  const text = svg("text", { x: 18, y: MIDDLE + 4, "text-anchor": "middle", class: "label inside" }, "+3");
  return drawing(36, svg("g", { class: "mark more lane-6" }, ...badgeElements({ core: [1, 35] }, MIDDLE), text));
}

const aboutLine = () => drawing(30, svg("path", { class: "about-line lane-1", d: `M1,18C10,18 20,6 29,6` }));

const PLAIN = { dated: true, uncertain: false, approximate: false, status: "", quoteKind: "" };
const BARE = { other: null, fadeIn: null, fadeOut: null, arrowLeft: false, arrowRight: false };
const POINT = { shape: "point", core: [2, 18], reach: [2, 18], width: 20 };
const BOX = { shape: "box", core: [2, 44], reach: [2, 44], width: 46 };
const RANGE = { shape: "bar", core: [16, 36], reach: [2, 50], fadeIn: [2, 16], fadeOut: [36, 50], width: 52 };
const OPEN = { shape: "bar", core: [2, 26], reach: [2, 50], fadeOut: [26, 50], arrowRight: true, width: 52 };
const PAIR = { shape: "pair", core: [2, 8], other: [26, 32], reach: [2, 32], width: 34 };
const UNDATED = { shape: "point", core: [24, 40], reach: [2, 40], fadeIn: [2, 24], arrowLeft: true, width: 42 };

/** @type {[string, number, any, any][]} */
const SIGNS = [
  ["event", 0, { kind: "event" }, POINT],
  ["statement", 1, { kind: "statement" }, POINT],
  ["direct", 1, { kind: "statement", quoteKind: "direct" }, POINT],
  ["box", 2, { kind: "event" }, BOX],
  ["range", 2, { kind: "event" }, RANGE],
  ["open", 2, { kind: "event" }, OPEN],
  ["uncertain", 3, { kind: "event", uncertain: true }, POINT],
  ["approximate", 3, { kind: "event", approximate: true }, POINT],
  ["conflict", 5, { kind: "event" }, PAIR],
  ["claimed", 4, { kind: "event", status: "claimed" }, POINT],
  ["denied", 4, { kind: "event", status: "denied" }, POINT],
  ["undated", 5, { kind: "event", dated: false }, UNDATED],
];
