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
import { Lettering } from "./lettering.js";
import { drawLanes } from "./lanes.js";
import { colours, layOut, stack } from "./layout.js";
import { itemOf, tabStop } from "./moves.js";
import { timeScale } from "./scale.js";
import { STRIP } from "./strips.js";
import { html, svg } from "./svg.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */
/** @typedef {import("./types.js").View} View */

/**
 * @typedef {object} State
 * @property {Answer} answer
 * @property {View} view
 * @property {View} whole
 * @property {boolean} drawsUndated
 * @property {string | null} selected
 * @property {string | null} focused
 */

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
    this.plot = svg("svg", { class: "plot", role: "group", "aria-label": say("timeline.label") }, defs());
    this.canvas = new Canvas(this.plot);
    this.canvas.ground.after(this.lines);
    this.plot.append(this.names);
    this.element = html("div", { class: "stage" }, this.band.element, this.axis, this.plot);
    this.colourOf = colours();
    this.lettering = new Lettering(this.element);
    /** @type {LaneLayout[]} */
    this.lanes = [];
    this.width = 0;
    this.arranged = "";
    this.stacked = "";
    this.base = 0;
    /** @type {Map<string, string>} */
    this.hrefs = new Map();
  }

  /** Where the time axis begins, in pixels from the left. */
  get left() {
    return this.isNarrow ? 0 : GUTTER;
  }

  get isNarrow() {
    return this.element.clientWidth < NARROW;
  }

  /** Pixels above the first row of a lane, where a narrow screen names it. */
  get headroom() {
    return this.isNarrow ? HEADROOM : 0;
  }

  /** What part of the axis the label of the last mark would take, at most a third. */
  get labelShare() {
    return Math.min((this.labelWidth * TYPICAL_LABEL) / Math.max(this.element.clientWidth - this.left, 1), 1 / 3);
  }

  /** Pixels a label may take. */
  get labelWidth() {
    return this.isNarrow ? LABEL_WIDTH.narrow : LABEL_WIDTH.wide;
  }

  get height() {
    const last = this.lanes.at(-1);
    return last ? last.top + last.height : 0;
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

  /** Forgets the arrangement: another answer is there, or something else is chosen. */
  renew() {
    this.arranged = "";
  }

  /**
   * @param {State} state
   * @returns {number} how many entries are in view
   */
  draw(state) {
    this.width = this.element.clientWidth;
    this.#arrange(state);
    this.#stack(state);
    const frame = this.#frame(state);
    drawAxis(this.head, this.lines, { ...frame, x: timeScale(state.view, this.left, this.width).x });
    this.band.drawWindow(state.view);
    const sight = /** @type {[number, number]} */ ([frame.offset + frame.left, frame.offset + frame.right]);
    this.canvas.stopAt(tabStop(this.lanes, state.focused, sight));
    const seen = this.canvas.pan(frame).filter((entry) => touches(entry, state.view));
    return new Set(seen).size;
  }

  /** Scrolls the page no further than needed to show a mark; returns its element, null when it is not drawn. */
  reveal(key) {
    const item = key && itemOf(this.lanes, key);
    const element = item && this.canvas.element(item.key);
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return element || null;
  }

  /** @param {State} state */
  #arrange({ answer, view, whole, drawsUndated, selected }) {
    const key = `${this.density(view)} ${this.width} ${drawsUndated} ${selected} ${whole.begin} ${whole.end}`;
    if (key === this.arranged) return;
    this.arranged = key;
    const entries = drawsUndated ? bounded(answer) : dated(answer);
    const lanes = layOut(entries, answer.lanes, this.#how(view, answer));
    this.lanes = lanes.map((lane) => ({ ...lane, top: 0, height: 0 }));
    this.stacked = "";
    this.hrefs = new Map(answer.entries.flatMap(({ actors, place }) => [...actors, ...(place ? [place] : [])].map(({ iri, href }) => [iri, href])));
    this.band.drawBins(answer.density, whole, this.width);
    for (const drawing of [this.axis, this.plot]) drawing.setAttribute("width", String(this.width));
  }

  /** Stacks and builds what is within three screens, anew every half a screen. */
  #stack(state) {
    const half = (state.view.end - state.view.begin) / 2;
    const step = Math.floor(state.view.begin / half);
    if (String(step) === this.stacked) return;
    this.stacked = String(step);
    const pixels = half * this.density(state.view);
    this.base = step * pixels - this.left;
    const near = /** @type {[number, number]} */ ([(step - 1) * pixels, (step + 4) * pixels]);
    this.lanes = stack(this.lanes, near, this.headroom, state.answer.bins ? STRIP : 0);
    this.plot.setAttribute("height", String(this.height));
    const frame = { ...this.#frame(state), near };
    this.canvas.build(this.lanes, frame);
    drawLanes(this.names, this.lanes, { ...frame, ...this.lettering, hrefOf: (key) => this.hrefs.get(key) ?? null });
  }

  #how(view, { bins }) {
    return {
      pixelsPerSecond: this.density(view),
      labelWidth: this.labelWidth,
      measure: this.lettering.measure,
      shorten: this.lettering.shorten,
      colourOf: this.colourOf,
      hasStrips: Boolean(bins),
    };
  }

  /** @returns {Frame} */
  #frame({ answer, view, selected }) {
    const pixelsPerSecond = this.density(view);
    return {
      view,
      pixelsPerSecond,
      bins: answer.bins,
      base: this.base,
      offset: view.begin * pixelsPerSecond - this.left,
      near: [-Infinity, Infinity],
      left: this.left,
      right: this.width,
      height: this.height,
      headroom: this.headroom,
      measure: this.lettering.measure,
      shorten: this.lettering.shorten,
      selected,
    };
  }
}

/** Whether an entry may lie in the view; open ends reach on. */
function touches({ begin, end, endOpen, beginOpen }, view) {
  const first = begin ?? (beginOpen ? -Infinity : end);
  const last = end ?? (endOpen ? Infinity : begin);
  return first <= view.end && last >= view.begin;
}
