/**
 * The drawing itself: band, axis, names, lanes and marks, kept in step with one view of one answer.
 *
 * It arranges anew only when the zoom, the width or the answer changed. Panning moves what is there;
 * every half a screen the lanes grow or shrink to what is near. Nothing here asks the browser how large anything
 * is while it draws: that would make it lay out the page in the middle of the work.
 */

import { Axis } from "./axis.js";
import { Band } from "./band.js";
import { Canvas } from "./canvas.js";
import { Paints } from "./defs.js";
import { bounded, dated } from "./entries.js";
import { Lettering } from "./lettering.js";
import { Names } from "./lanes.js";
import { colours, layOut, stack } from "./layout.js";
import { itemOf, tabStop } from "./moves.js";
import { timeScale } from "./scale.js";
import { STRIP } from "./strips.js";
import { html, svg, write } from "./svg.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */
/** @typedef {import("./types.js").Pair} Pair */
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
const FAR = 100_000; // pixels from the base, from where on browsers lose tenths of a pixel
const ALIKE = 1e-6; // two zooms that differ by less are one: panning loses the last digits of a length

export class Stage {
  /** @param {(view: View) => void} onView  called when the band's window is moved */
  constructor(onView) {
    this.band = new Band(onView);
    this.axis = new Axis();
    this.names = new Names();
    this.canvas = new Canvas(this.axis.lines);
    this.paints = new Paints();
    const [ground, moving, names] = [this.canvas.ground, this.canvas.moving, this.names.element];
    this.plot = svg("svg", { class: "plot", role: "group", "aria-label": say("timeline.label") }, this.paints.element, ground, moving, names);
    this.element = html("div", { class: "stage" }, this.band.element, this.axis.element, this.plot);
    this.colourOf = colours();
    this.lettering = new Lettering(this.element);
    /** @type {LaneLayout[]} */
    this.lanes = [];
    this.width = 0;
    this.pixelsPerSecond = 0;
    this.arranged = "";
    this.stacked = NaN;
    this.base = 0;
    /** @type {Pair} */
    this.near = [0, 0];
    this.built = this.near;
    /** @type {Map<string, string>} */
    this.hrefs = new Map();
  }

  /** Takes the width there is; true when it is another. The one place that asks the browser. */
  fit() {
    const before = this.width;
    this.width = this.element.clientWidth;
    return this.width !== before;
  }

  /** Where the time axis begins, in pixels from the left. */
  get left() {
    return this.isNarrow ? 0 : GUTTER;
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

  /**
   * Forgets the arrangement: another answer is there.
   *
   * @param {Answer} answer
   */
  renew({ entries }) {
    this.arranged = "";
    const named = entries.flatMap(({ actors, place }) => [...actors, ...(place ? [place] : [])]);
    this.hrefs = new Map(named.map(({ iri, href }) => [iri, href]));
  }

  /** @param {State} state */
  draw(state) {
    this.#arrange(state);
    this.#stack(state);
    const frame = this.#frame(state);
    this.axis.pan(frame);
    this.band.drawWindow(state.view);
    this.canvas.stopAt(tabStop(this.lanes, state.focused, this.#sight(state)));
    this.canvas.pan(frame);
  }

  /**
   * How many entries are in view.
   *
   * @param {State} state
   */
  countIn(state) {
    const seen = this.canvas.inSight(this.#frame(state)).filter((entry) => touches(entry, state.view));
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
    const density = this.density(view);
    const isAsBefore = Math.abs(density / this.pixelsPerSecond - 1) < ALIKE;
    if (!isAsBefore) this.pixelsPerSecond = density;
    const key = `${this.pixelsPerSecond} ${this.width} ${drawsUndated} ${selected}`;
    if (key === this.arranged) return;
    this.arranged = key;
    const entries = drawsUndated ? bounded(answer) : dated(answer);
    this.lanes = layOut(entries, answer.lanes, this.#how(answer)).map((lane) => ({ ...lane, top: 0, height: 0 }));
    this.stacked = NaN;
    this.band.drawBins(answer.density, whole, this.width);
    for (const drawing of [this.axis.element, this.plot]) write(drawing, "width", this.width);
  }

  /**
   * Stacks what is within three screens, anew every half a screen, and builds it. While the zoom changes only what is
   * in sight is built, as the next frame has it elsewhere; the rest follows when the view moves on, or rests.
   */
  #stack(state) {
    const half = (this.width - this.left) / 2;
    const step = Math.floor((state.view.begin * this.pixelsPerSecond) / half);
    const sight = this.#sight(state);
    const isStacked = step === this.stacked;
    if (isStacked && sight[0] >= this.built[0] && sight[1] <= this.built[1]) return;
    const isZooming = Number.isNaN(this.stacked);
    this.near = [(step - 1) * half, (step + 4) * half];
    const begin = step * half - this.left;
    if (isZooming || Math.abs(begin - this.base) > FAR) this.base = begin;
    if (!isStacked) this.lanes = stack(this.lanes, this.near, this.headroom, state.answer.bins ? STRIP : 0);
    this.stacked = step;
    this.#build(state, isZooming ? sight : this.near);
  }

  #build(state, built) {
    this.built = built;
    write(this.plot, "height", this.height);
    const frame = this.#frame(state);
    this.axis.build(frame);
    this.canvas.build(this.lanes, frame);
    this.names.draw(this.lanes, { ...frame, ...this.lettering, hrefOf: (key) => this.hrefs.get(key) ?? null });
  }

  /**
   * The view rests: what it may move to next is built before it does.
   *
   * @param {State} state
   */
  rest(state) {
    if (this.built === this.near) return;
    this.#build(state, this.near);
    this.canvas.pan(this.#frame(state));
  }

  /** What is on the screen, in pixels of the layout. */
  #sight({ view }) {
    const begin = view.begin * this.pixelsPerSecond;
    return /** @type {Pair} */ ([begin, begin + this.width - this.left]);
  }

  #how({ bins }) {
    return {
      pixelsPerSecond: this.pixelsPerSecond,
      labelWidth: this.labelWidth,
      measure: this.lettering.measure,
      shorten: this.lettering.shorten,
      colourOf: this.colourOf,
      hasStrips: Boolean(bins),
    };
  }

  /** @returns {Frame} */
  #frame({ answer, view, selected }) {
    return {
      pixelsPerSecond: this.pixelsPerSecond,
      bins: answer.bins,
      base: this.base,
      offset: view.begin * this.pixelsPerSecond - this.left,
      near: this.near,
      built: this.built,
      left: this.left,
      right: this.width,
      height: this.height,
      headroom: this.headroom,
      measure: this.lettering.measure,
      shorten: this.lettering.shorten,
      selected,
      paints: this.paints,
    };
  }
}

/** Whether an entry may lie in the view; open ends reach on. */
function touches({ begin, end, endOpen, beginOpen }, view) {
  const first = begin ?? (beginOpen ? -Infinity : end);
  const last = end ?? (endOpen ? Infinity : begin);
  return first <= view.end && last >= view.begin;
}
