/**
 * Draws lanes and marks into the SVG. Every mark is a link to its entry's page and keeps its element
 * from one frame to the next, so that the focus stays where it is.
 */

import { badgeElements, figureElements } from "./glyphs.js";
import { middleOf } from "./layout.js";
import { LABEL_GAP } from "./packing.js";
import { box, round, svg } from "./svg.js";

/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

/** How far beyond the edge a wide mark is drawn; farther coordinates lose their precision. */
const BEYOND = 400;
const LEAST_LABEL = 30;

/** From the middle of a mark down to where its words stand; a bubble's tail leaves less room. */
const BASELINE = 4;
const IN_BUBBLE = 2.5;

export class Canvas {
  /** @param {SVGElement} root  where the lanes go */
  constructor(root) {
    this.ground = svg("g", { class: "ground", "aria-hidden": "true" });
    this.links = svg("g", { class: "about-lines", "aria-hidden": "true" });
    this.marks = svg("g", { class: "marks" });
    this.elements = new Map();
    root.append(this.ground, this.links, this.marks);
  }

  /**
   * @param {LaneLayout[]} lanes
   * @param {object} frame
   * @param {number} frame.offset  pixels from the epoch to the left edge of the drawing
   * @param {number} frame.left  where the time axis begins, right of the lanes' names
   * @param {number} frame.right
   * @param {number} frame.headroom
   * @param {(text: string) => number} frame.measure
   * @param {(text: string, width: number) => string} frame.shorten
   * @param {string | null} frame.selected
   * @param {string | null} frame.focused  the key of the one tab stop
   */
  draw(lanes, frame) {
    this.ground.replaceChildren(...lanes.map((lane, index) => stripe(lane, index, frame)));
    const visible = lanes.flatMap((lane) => lane.items.map((item) => place(lane, item, frame))).filter(Boolean);
    const elements = visible.map((placed) => this.#mark(placed, frame));
    this.#keepOnly(elements, new Set(visible.map(({ item }) => item.key)));
    this.links.replaceChildren(...aboutLines(visible, frame.selected));
    return visible.flatMap(({ item }) => item.entries);
  }

  /** The element of an entry or badge, when it is drawn. */
  element(key) {
    return this.elements.get(key) ?? null;
  }

  #mark(placed, frame) {
    const { item, lane } = placed;
    const element = this.elements.get(item.key) ?? newMark(item);
    this.elements.set(item.key, element);
    element.setAttribute("class", markClass(item, lane, frame.selected));
    element.setAttribute("aria-label", nameOf(item));
    element.setAttribute("tabindex", item.key === frame.focused ? "0" : "-1");
    element.replaceChildren(...markChildren(placed, frame));
    return element;
  }

  #keepOnly(elements, keys) {
    for (const [key, element] of this.elements) {
      if (!keys.has(key)) {
        element.remove();
        this.elements.delete(key);
      }
    }
    elements.filter((element) => !element.isConnected).forEach((element) => this.marks.append(element));
  }
}

/** An item with its figure on the screen, or null when it is off it. */
function place(lane, item, { offset, left, right, headroom }) {
  const figure = shifted(item.figure, -offset, [left - BEYOND, right + BEYOND]);
  if (figure.reach[1] < left || figure.reach[0] > right) return null;
  return { lane, item, figure, middle: lane.top + middleOf(item, headroom) };
}

/** @returns {Figure} */
function shifted(figure, by, [low, high]) {
  const move = (pair) => pair && pair.map((at) => Math.min(Math.max(at + by, low), high));
  return {
    ...figure,
    reach: move(figure.reach),
    core: move(figure.core),
    fadeIn: move(figure.fadeIn),
    fadeOut: move(figure.fadeOut),
  };
}

function stripe({ top, height }, index, { right }) {
  return svg("rect", { x: 0, y: top, width: round(right), height, class: index % 2 ? "stripe odd" : "stripe" });
}

function newMark(item) {
  return svg("a", { href: item.entries[0].href, "data-key": item.key });
}

/** A badge keeps its element while what it stands for grows or shrinks. */
const nameOf = ({ isBadge, text, entries: [entry] }) =>
  isBadge ? `${text} entries, from ${spoken(entry)}` : spoken(entry);

/** What a screen reader says of a mark. */
function spoken({ kind, label, words, lane, status }) {
  const doubt = kind === "event" && status && status !== "happened" ? `, ${status}` : "";
  return `${kind}${doubt}: ${label}, ${words || "undated"}, ${lane.label}`;
}

function markClass(item, lane, selected) {
  const [entry] = item.entries;
  const chosen = item.entries.some(({ iri }) => iri === selected) ? " selected" : "";
  const kind = item.isBadge ? "more" : `${entry.kind} ${entry.status} ${entry.dated ? "" : "undated"}`;
  return `mark lane-${lane.colour} ${kind}${chosen}`;
}

function markChildren({ lane, item, figure, middle }, frame) {
  const [entry] = item.entries;
  const shapes = item.isBadge ? badgeElements(figure, middle) : figureElements(figure, entry, middle, lane.colour);
  const label = labelElement(item, figure, middle, frame);
  const [left, right] = extent(item, figure, frame);
  const ring = box(left - 3, right + 3, middle, 23, { class: "ring", rx: 5 });
  return [svg("title", {}, titles(item)), ring, ...shapes, ...label];
}

const title = ({ label, words, dated }) => `${label} (${dated ? words : `no date given: ${words}`})`;
const titles = ({ entries }) => entries.slice(0, 8).map(title).join("\n");

function extent(item, { reach }, { left, right, measure }) {
  const end = item.inside || !item.text ? reach[1] : reach[1] + LABEL_GAP + measure(item.text);
  return [Math.max(reach[0], left - 6), Math.min(end, right + 6)];
}

function labelElement(item, figure, middle, frame) {
  if (!item.text) return [];
  const x = item.inside ? insideX(item, figure, frame) : besideX(item, figure, frame);
  const y = middle + (isInBubble(item) ? IN_BUBBLE : BASELINE);
  const words = item.inside ? item.text : frame.shorten(item.text, frame.right - x - LABEL_GAP);
  return [svg("text", { x: round(x), y, class: item.inside ? "label inside" : "label", "aria-hidden": "true" }, words)];
}

const isInBubble = ({ inside, isBadge, entries }) => inside && !isBadge && entries[0].kind === "statement";

/** Right of the mark; over its whiskers where they reach beyond the edge. */
function besideX(item, { reach }, { left, right, measure }) {
  const start = Math.max(reach[0], left) + LABEL_GAP;
  const isOff = reach[1] + LABEL_GAP > right - LEAST_LABEL;
  return isOff && right - start > measure(item.text) ? start : reach[1] + LABEL_GAP;
}

/** Inside a bar that begins left of the screen, the label waits at the edge as long as there is room. */
function insideX(item, { core }, { left, measure }) {
  if (item.isBadge) return (core[0] + core[1] - measure(item.text)) / 2;
  return Math.max(core[0] + LABEL_GAP + 2, Math.min(left + LABEL_GAP, core[1] - measure(item.text) - LABEL_GAP));
}

/** Dashed lines from the chosen statement to what it is about, and to a chosen event from its statements. */
function aboutLines(visible, selected) {
  const at = new Map(visible.flatMap((placed) => placed.item.entries.map(({ iri }) => [iri, placed])));
  return visible
    .flatMap((from) => from.item.entries.flatMap(({ iri, about }) => about.map((to) => [iri, to])))
    .filter(([from, to]) => (from === selected || to === selected) && at.has(from) && at.has(to))
    .map(([from, to]) => aboutLine(at.get(from), at.get(to)));
}

function aboutLine(from, to) {
  const [x1, x2] = [from, to].map(({ figure: { core } }) => round((core[0] + core[1]) / 2));
  const bend = from.middle + (to.middle - from.middle) / 2;
  const path = `M${x1},${from.middle}C${x1},${bend} ${x2},${bend} ${x2},${to.middle}`;
  return svg("path", { class: `about-line lane-${from.lane.colour}`, d: path });
}
