/**
 * The drawing itself: band, axis, names, lanes and marks, kept in step with one view of one answer.
 *
 * It arranges anew only when the zoom, the width or the answer changed. Panning moves what is there;
 * every half a screen the lanes grow or shrink to what is near.
 */

import { AXIS_HEIGHT, drawAxis } from "./axis.js";
import { Band } from "./band.js";
import { Canvas } from "./canvas.js";
import { defs } from "./defs.js";
import { bounded, dated } from "./entries.js";
import { measureIn, shortened } from "./labels.js";
import { drawLanes } from "./lanes.js";
import { colours, layOut, stack } from "./layout.js";
import { itemOf, tabStop } from "./moves.js";
import { timeScale } from "./scale.js";
import { html, svg } from "./svg.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */
/** @typedef {import("./types.js").View} View */

const NARROW = 640;
const GUTTER = 184;
const HEADROOM = 20;
const TYPICAL_LABEL = 0.75;
const LABEL_WIDTH = { wide: 260, narrow: 170 };

export class Stage {
  /** @param {(view: View) => void} onView  called when the band's window is moved */
  constructor(onView) {
    this.band = new Band(onView);
    this.head = svg("g");
    this.axis = svg("svg", { class: "axis", height: AXIS_HEIGHT, "aria-hidden": "true" }, this.head);
    this.lines = svg("g", { class: "lines", "aria-hidden": "true" });
    this.names = svg("g", { class: "names" });
    this.plot = svg("svg", { class: "plot", role: "group", "aria-label": "Timeline" }, defs());
    this.canvas = new Canvas(this.plot);
    this.canvas.ground.after(this.lines);
    this.plot.append(this.names);
    this.element = html("div", { class: "stage" }, this.band.element, this.axis, this.plot);
    this.colourOf = colours();
    /** @type {LaneLayout[]} */
    this.lanes = [];
    this.arranged = "";
    this.stacked = "";
  }

  /** Where the time axis begins, in pixels from the left. */
  get left() {
    return this.isNarrow ? 0 : GUTTER;
  }

  get width() {
    return this.element.clientWidth;
  }

  get isNarrow() {
    return this.width < NARROW;
  }

  /** Pixels above the first row of a lane, where a narrow screen names it. */
  get headroom() {
    return this.isNarrow ? HEADROOM : 0;
  }

  /** What part of the axis the label of the last mark would take, at most a third. */
  get labelShare() {
    return Math.min((this.labelWidth * TYPICAL_LABEL) / Math.max(this.width - this.left, 1), 1 / 3);
  }

  /** Pixels a label may take. */
  get labelWidth() {
    return this.isNarrow ? LABEL_WIDTH.narrow : LABEL_WIDTH.wide;
  }

  /** Pixels per second in a view. */
  density({ begin, end }) {
    return Math.max(this.width - this.left, 1) / (end - begin);
  }

  /** The time under a place on the screen. */
  timeAt(clientX, view) {
    const x = clientX - this.element.getBoundingClientRect().left;
    return timeScale(view, this.left, this.width).time(x);
  }

  /** Forgets the arrangement: another answer is there. */
  renew() {
    this.arranged = "";
  }

  /**
   * @param {object} state
   * @param {Answer} state.answer
   * @param {View} state.view
   * @param {View} state.whole
   * @param {boolean} state.drawsUndated
   * @param {string | null} state.selected
   * @param {string | null} state.focused
   * @returns {number} how many entries are in view
   */
  draw(state) {
    this.#arrange(state);
    this.#stack(state.view);
    const frame = this.#frame(state);
    drawAxis(this.head, this.lines, frame);
    drawLanes(this.names, this.lanes, frame);
    this.band.drawWindow(state.view);
    return this.canvas.draw(this.lanes, frame).filter((entry) => touches(entry, state.view)).length;
  }

  /** Scrolls the page no further than needed to show a mark; returns its element, null when it is not drawn. */
  reveal(key) {
    const item = key && itemOf(this.lanes, key);
    const element = item && this.canvas.element(item.key);
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return element || null;
  }

  #arrange({ answer, view, whole, drawsUndated }) {
    const key = `${this.width} ${this.density(view).toPrecision(9)} ${drawsUndated}`;
    if (key === this.arranged) return;
    this.arranged = key;
    this.#measure();
    const entries = drawsUndated ? bounded(answer) : dated(answer);
    this.lanes = layOut(entries, answer.lanes, this.#how(view)).map((lane) => ({ ...lane, top: 0, height: 0 }));
    this.stacked = "";
    this.hrefs = new Map(answer.entries.flatMap(({ actors }) => actors.map(({ iri, href }) => [iri, href])));
    this.band.drawBins(answer.density, whole, this.width);
    for (const drawing of [this.axis, this.plot]) drawing.setAttribute("width", String(this.width));
  }

  #stack(view) {
    const half = (view.end - view.begin) / 2;
    const step = Math.floor(view.begin / half);
    if (String(step) === this.stacked) return;
    this.stacked = String(step);
    const reach = [step - 1, step + 4].map((steps) => steps * half * this.density(view));
    this.lanes = stack(this.lanes, /** @type {[number, number]} */ (reach), this.headroom);
    this.plot.setAttribute("height", String(this.height));
  }

  #measure() {
    if (this.measure) return;
    const family = getComputedStyle(this.element).fontFamily;
    this.measure = measureIn(`12px ${family}`);
    this.shorten = (text, width) => shortened(text, width, this.measure);
    const measureName = measureIn(`600 13px ${family}`);
    this.shortenName = (text, width) => shortened(text, width, measureName);
  }

  #how(view) {
    return {
      pixelsPerSecond: this.density(view),
      labelWidth: this.labelWidth,
      measure: this.measure,
      shorten: this.shorten,
      colourOf: this.colourOf,
    };
  }

  #frame({ view, selected, focused }) {
    const offset = view.begin * this.density(view) - this.left;
    return {
      view,
      offset,
      left: this.left,
      right: this.width,
      height: this.height,
      headroom: this.headroom,
      x: timeScale(view, this.left, this.width).x,
      measure: this.measure,
      shorten: this.shorten,
      shortenName: this.shortenName,
      hrefOf: (key) => this.hrefs.get(key) ?? null,
      selected,
      focused: tabStop(this.lanes, focused, [offset + this.left, offset + this.width]),
    };
  }

  get height() {
    const last = this.lanes.at(-1);
    return last ? last.top + last.height : 0;
  }
}

/** Whether an entry may lie in the view; open ends reach on. */
function touches({ begin, end, endOpen, beginOpen }, view) {
  const first = begin ?? (beginOpen ? -Infinity : end);
  const last = end ?? (endOpen ? Infinity : begin);
  return first <= view.end && last >= view.begin;
}
