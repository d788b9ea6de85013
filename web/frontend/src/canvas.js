/**
 * Draws lanes and marks into the SVG. Every mark is a link to its entry's page and keeps its element
 * from one drawing to the next, so that the focus stays where it is.
 *
 * `build` draws what is near the view; `pan` only moves it, and sets anew the few labels at the edges.
 */

import { markElement, renewMark } from "./drawn.js";
import { middleOf } from "./layout.js";
import { placeLabel } from "./labelling.js";
import { stripPaths } from "./strips.js";
import { round, svg } from "./svg.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */
/** @typedef {import("./types.js").Pair} Pair */
/** @typedef {import("./types.js").Placed} Placed */

export class Canvas {
  /** @param {SVGElement} root  where the lanes go */
  constructor(root) {
    this.ground = svg("g", { class: "ground", "aria-hidden": "true" });
    this.strips = svg("g", { class: "strips", "aria-hidden": "true" });
    this.links = svg("g", { class: "about-lines", "aria-hidden": "true" });
    this.marks = svg("g", { class: "marks" });
    /** @type {Map<string, SVGElement>} */
    this.elements = new Map();
    /** @type {Placed[]} */
    this.placed = [];
    root.append(this.ground, this.strips, this.links, this.marks);
  }

  /**
   * Draws the lanes with all marks near the view, in pixels from `frame.base`.
   *
   * @param {LaneLayout[]} lanes
   * @param {Frame} frame
   */
  build(lanes, frame) {
    this.ground.replaceChildren(...lanes.map((lane, index) => stripe(lane, index, frame)));
    this.strips.replaceChildren(...lanes.flatMap((lane) => stripPaths(lane, frame)));
    this.placed = lanes.flatMap((lane) => nearItems(lane, frame).map((item) => this.#place(lane, item, frame)));
    this.#keepOnly(new Set(this.placed.map(({ item }) => item.key)));
    this.links.replaceChildren(...aboutLines(this.placed, frame.selected));
  }

  /**
   * Moves what is built under the view.
   *
   * @param {Frame} frame
   * @returns {Entry[]}  those in sight
   */
  pan(frame) {
    const by = frame.base - frame.offset;
    for (const group of [this.strips, this.links, this.marks]) group.setAttribute("transform", `translate(${round(by)})`);
    this.placed.forEach((placed) => placeLabel(placed, by, frame));
    const seen = this.placed.filter(({ figure: { reach } }) => reach[1] + by >= frame.left && reach[0] + by <= frame.right);
    return seen.flatMap(({ item }) => item.entries);
  }

  /** The element of an entry or badge, when it is drawn. */
  element(key) {
    return this.elements.get(key) ?? null;
  }

  /**
   * The one mark the Tab key stops at.
   *
   * @param {string | null} key
   */
  stopAt(key) {
    if (key === this.stop && this.elements.get(key ?? "")?.getAttribute("tabindex") === "0") return;
    this.elements.get(this.stop ?? "")?.setAttribute("tabindex", "-1");
    this.elements.get(key ?? "")?.setAttribute("tabindex", "0");
    this.stop = key;
  }

  #place(lane, item, frame) {
    const figure = shifted(item.figure, -frame.base, frame.near.map((at) => at - frame.base));
    const placed = { lane, item, figure, middle: lane.top + middleOf(item, frame.headroom), isSticky: true };
    const element = this.elements.get(item.key) ?? markElement(item);
    this.elements.set(item.key, element);
    return { ...placed, element, label: renewMark(element, placed, frame) };
  }

  #keepOnly(keys) {
    for (const [key, element] of this.elements) {
      if (!keys.has(key)) {
        element.remove();
        this.elements.delete(key);
      }
    }
    const added = this.placed.map(({ element }) => element).filter((element) => !element.isConnected);
    this.marks.append(...added);
  }
}

/** @param {LaneLayout} lane  @param {Frame} frame */
function nearItems({ items }, { near: [low, high] }) {
  return items.filter(({ figure: { reach } }) => reach[1] >= low && reach[0] <= high);
}

/**
 * A figure moved, its ends held near the screen: farther coordinates lose their precision.
 *
 * @returns {Figure}
 */
function shifted(figure, by, [low, high]) {
  const move = (pair) => pair && pair.map((at) => Math.min(Math.max(at + by, low), high));
  return {
    ...figure,
    reach: move(figure.reach),
    core: move(figure.core),
    other: move(figure.other),
    fadeIn: move(figure.fadeIn),
    fadeOut: move(figure.fadeOut),
  };
}

function stripe({ top, height }, index, { right }) {
  return svg("rect", { x: 0, y: top, width: round(right), height, class: index % 2 ? "stripe odd" : "stripe" });
}

/** Dashed lines from the chosen statement to what it is about, and to a chosen event from its statements. */
function aboutLines(placed, selected) {
  if (!selected) return [];
  const at = new Map(placed.flatMap((one) => one.item.entries.map(({ iri }) => [iri, one])));
  return placed
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
