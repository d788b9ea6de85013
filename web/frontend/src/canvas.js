/**
 * Draws lanes and marks into the SVG. Every mark is a link to its entry's page and keeps its element
 * from one drawing to the next, so that the focus stays where it is.
 *
 * `build` draws what is near the view; `pan` only moves it, and sets anew the few labels at the edges.
 */

import { Mark } from "./drawn.js";
import { middleOf } from "./layout.js";
import { placeLabel } from "./labelling.js";
import { placed } from "./marks.js";
import { Strips } from "./strips.js";
import { pooled, round, svg, write } from "./svg.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

export class Canvas {
  /** @param {SVGElement} lines  those of the axis, which move with the marks and lie below them */
  constructor(lines) {
    this.ground = svg("g", { class: "ground", "aria-hidden": "true" });
    this.strips = new Strips();
    this.links = svg("g", { class: "about-lines", "aria-hidden": "true" });
    this.markGroup = svg("g", { class: "marks" });
    this.moving = svg("g", { class: "moving" }, lines, this.strips.element, this.links, this.markGroup);
    /** @type {Map<string, Mark>} */
    this.marks = new Map();
    this.markGroup.addEventListener("pointerover", ({ target }) => this.#markOf(target)?.tell());
  }

  /**
   * Draws the lanes with all marks near the view, in pixels from `frame.base`.
   *
   * @param {LaneLayout[]} lanes
   * @param {Frame} frame
   */
  build(lanes, frame) {
    const stripes = pooled(this.ground, "rect", lanes.length);
    lanes.forEach((lane, index) => stripe(stripes[index], lane, index, frame));
    this.strips.draw(lanes, frame);
    this.#keepOnly(new Map(lanes.flatMap((lane) => itemsIn(lane, frame).map((item) => [item.key, this.#put(lane, item, frame)]))));
    this.links.replaceChildren(...aboutLines([...this.marks.values()], frame.selected));
  }

  /**
   * Moves what is built under the view.
   *
   * @param {Frame} frame
   */
  pan(frame) {
    const by = frame.base - frame.offset;
    write(this.moving, "transform", `translate(${round(by)})`);
    this.marks.forEach((mark) => placeLabel(mark, by, frame));
  }

  /**
   * @param {Frame} frame
   * @returns {Entry[]}  those in sight
   */
  inSight({ base, offset, left, right }) {
    const by = base - offset;
    const seen = [...this.marks.values()].filter(({ at, figure: { reach } }) => at + reach[1] + by >= left && at + reach[0] + by <= right);
    return seen.flatMap(({ item }) => item.entries);
  }

  /** The element of an entry or badge, when it is drawn. */
  element(key) {
    return this.marks.get(key)?.element ?? null;
  }

  /**
   * The one mark the Tab key stops at.
   *
   * @param {string | null} key
   */
  stopAt(key) {
    if (key === this.stop && this.element(key)?.getAttribute("tabindex") === "0") return;
    this.element(this.stop)?.setAttribute("tabindex", "-1");
    this.element(key)?.setAttribute("tabindex", "0");
    this.stop = key;
  }

  #markOf(target) {
    return this.marks.get(target.closest("[data-key]")?.getAttribute("data-key"));
  }

  #put(lane, item, frame) {
    const mark = this.marks.get(item.key) ?? new Mark(item);
    mark.put(item, lane, shifted(item.figure, frame), lane.top + middleOf(item, frame.headroom), frame);
    return mark;
  }

  /** @param {Map<string, Mark>} kept */
  #keepOnly(kept) {
    for (const [key, { element }] of this.marks) if (!kept.has(key)) element.remove();
    this.marks = kept;
    const added = [...kept.values()].map(({ element }) => element).filter((element) => !element.parentNode);
    this.markGroup.append(...added);
  }
}

/** @param {LaneLayout} lane  @param {Frame} frame */
function itemsIn({ items, top, height }, { built: [low, high], depth: [highest, lowest] }) {
  if (top > lowest || top + height < highest) return [];
  return items.filter(({ figure: { reach } }) => reach[1] >= low && reach[0] <= high);
}

/** A figure from the base, its ends held near the screen: farther coordinates lose their precision. */
function shifted(figure, { base, near: [low, high] }) {
  return placed(figure, (position) => Math.min(Math.max(position, low), high) - base);
}

function stripe(element, { top, height }, index, { right }) {
  const attributes = { y: top, width: round(right), height, class: index % 2 ? "stripe odd" : "stripe" };
  for (const [name, value] of Object.entries(attributes)) write(element, name, value);
}

/** Dashed lines from the chosen statement to what it is about, and to a chosen event from its statements. */
function aboutLines(marks, selected) {
  if (!selected) return [];
  const at = new Map(marks.flatMap((mark) => mark.item.entries.map(({ iri }) => [iri, mark])));
  return marks
    .flatMap((from) => from.item.entries.flatMap(({ iri, about }) => about.map((to) => [iri, to])))
    .filter(([from, to]) => (from === selected || to === selected) && at.has(from) && at.has(to))
    .map(([from, to]) => aboutLine(at.get(from), at.get(to)));
}

/** @param {Mark} from  @param {Mark} to */
function aboutLine(from, to) {
  const [x1, x2] = [from, to].map(({ at, figure: { core } }) => round(at + (core[0] + core[1]) / 2));
  const bend = from.middle + (to.middle - from.middle) / 2;
  const path = `M${x1},${from.middle}C${x1},${bend} ${x2},${bend} ${x2},${to.middle}`;
  return svg("path", { class: `about-line lane-${from.colour}`, d: path });
}
