/**
 * Draws the axis over the lanes: tick labels, the larger units above them, and the lines down the drawing.
 *
 * `build` draws all that is near the view, `pan` only moves it: words keep their elements as long as they say
 * the same.
 */

import { axis } from "./ticks.js";
import { round, svg, write } from "./svg.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./ticks.js").Tick} Tick */
/** @typedef {{x: number, width: number, element: SVGElement}} Words */

export const AXIS_HEIGHT = 42;
const ABOVE_Y = 16;
const TICK_Y = 34;
const STROKE = 16;
const GAP = 5;
const BETWEEN = 14;
const BOLD = 1.12; // how much wider bold words are than those we measure

export class Axis {
  constructor() {
    this.grid = svg("path", { class: "grid" });
    this.lines = svg("g", { class: "lines", "aria-hidden": "true" }, this.grid);
    this.strokes = svg("path", { class: "grid" });
    this.ticks = new Row(TICK_Y, "tick");
    this.above = new Row(ABOVE_Y, "above");
    this.moving = svg("g", {}, this.strokes, this.ticks.element, this.above.element);
    this.gutter = svg("rect", { class: "gutter", height: AXIS_HEIGHT });
    this.element = svg("svg", { class: "axis", height: AXIS_HEIGHT, "aria-hidden": "true" }, this.moving, this.gutter);
  }

  /** @param {Frame} frame */
  build(frame) {
    const { built: [low, high], base, pixelsPerSecond } = frame;
    const { ticks, above } = axis({ begin: low / pixelsPerSecond, end: high / pixelsPerSecond }, high - low);
    const x = (/** @type {Tick} */ { at }) => round(at * pixelsPerSecond - base);
    const strokes = (from, to) => ticks.map((tick) => `M${x(tick)},${from}V${to}`).join("");
    write(this.grid, "d", strokes(0, frame.height));
    write(this.strokes, "d", strokes(AXIS_HEIGHT - STROKE, AXIS_HEIGHT));
    write(this.gutter, "width", frame.left);
    this.ticks.put(ticks, x, frame.measure);
    this.above.put(above, x, frame.measure);
  }

  /** @param {Frame} frame */
  pan(frame) {
    const by = frame.base - frame.offset;
    write(this.moving, "transform", `translate(${round(by)})`);
    for (const { x, width, element } of this.ticks.words) show(element, x + by >= frame.left && x + by + GAP + width <= frame.right);
    this.above.words.forEach((unit, index, all) => waitAtEdge(unit, all[index + 1], by, frame));
  }
}

/** Words in a line, one for each tick or larger unit. */
class Row {
  /** @param {number} y  @param {string} name */
  constructor(y, name) {
    this.name = name;
    this.element = svg("g", { transform: `translate(0,${y})` });
    /** @type {Map<string, SVGElement>} */
    this.known = new Map();
    /** @type {Words[]} */
    this.words = [];
  }

  /**
   * @param {Tick[]} ticks
   * @param {(tick: Tick) => number} xOf
   * @param {(text: string) => number} measure
   */
  put(ticks, xOf, measure) {
    const before = this.known;
    this.known = new Map(ticks.map((tick) => [keyOf(tick), before.get(keyOf(tick)) ?? svg("text", { class: this.name, x: GAP }, tick.label)]));
    this.words = ticks.map((tick) => ({ x: xOf(tick), width: measure(tick.label), element: /** @type {SVGElement} */ (this.known.get(keyOf(tick))) }));
    for (const [key, element] of before) if (!this.known.has(key)) element.remove();
    this.element.append(...[...this.known.values()].filter((element) => !element.parentNode));
    for (const { x, element } of this.words) write(element, "transform", `translate(${x})`);
  }
}

const keyOf = ({ at, label }) => `${at} ${label}`;

const show = (element, isShown) => write(element, "visibility", isShown ? "inherit" : "hidden");

/** The first larger unit waits at the left edge until the next one pushes it out. */
function waitAtEdge({ x, width, element }, next, by, { left, right }) {
  const at = Math.max(x + by, left);
  const end = at + GAP + width * BOLD;
  const isShown = end <= right && (!next || end + BETWEEN <= next.x + by);
  show(element, isShown);
  if (isShown) write(element, "transform", `translate(${round(at - by)})`);
}
