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
import { bounded, dated, touches } from "./entries.js";
import { Lettering } from "./lettering.js";
import { Names } from "./lanes.js";
import { colours, layOut, stack } from "./layout.js";
import { itemOf, tabStop } from "./moves.js";
import { Room } from "./room.js";
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

const FAR = 100_000; // pixels from the base, from where on browsers lose tenths of a pixel
const ALIKE = 1e-6; // two zooms that differ by less are one: panning loses the last digits of a length

/** @type {Pair} */
const ALL = [-Infinity, Infinity];

export class Stage {
  /** @param {(view: View) => void} onView  called when the band's window is moved */
  constructor(onView) {
    this.band = new Band(onView);
    this.axis = new Axis();
    this.names = new Names();
    this.canvas = new Canvas(this.axis.lines);
    this.paints = new Paints();
    const parts = [this.paints.element, this.canvas.ground, this.canvas.moving, this.names.element];
    this.plot = svg("svg", { class: "plot", role: "group", "aria-label": say("timeline.label") }, ...parts);
    this.element = html("div", { class: "stage" }, this.band.element, this.axis.element, this.plot);
    this.room = new Room(this.element);
    this.colourOf = colours();
    this.lettering = new Lettering(this.element);
    /** @type {LaneLayout[]} */
    this.lanes = [];
    this.pixelsPerSecond = 0;
    this.arranged = "";
    this.stacked = NaN;
    this.base = 0;
    this.near = ALL;
    this.built = ALL;
    this.depth = ALL;
  }

  get height() {
    const last = this.lanes.at(-1);
    return last ? last.top + last.height : 0;
  }

  /**
   * Forgets the arrangement: another answer is there.
   *
   * @param {Answer} answer
   */
  renew(answer) {
    this.arranged = "";
    this.names.renew(answer);
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

  /**
   * Scrolls the page no further than needed to show a mark; returns its element, null when it is not drawn.
   *
   * @param {string | null} key
   * @param {State} state
   */
  reveal(key, state) {
    const item = key && itemOf(this.lanes, key);
    if (!item) return null;
    this.rest(state);
    const element = this.canvas.element(item.key);
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return element;
  }

  /** @param {State} state */
  #arrange({ answer, view, whole, drawsUndated, selected }) {
    const { room } = this;
    const density = room.density(view);
    const isAsBefore = Math.abs(density / this.pixelsPerSecond - 1) < ALIKE;
    if (!isAsBefore) this.pixelsPerSecond = density;
    const key = `${this.pixelsPerSecond} ${room.width} ${drawsUndated} ${selected}`;
    if (key === this.arranged) return;
    this.arranged = key;
    const entries = drawsUndated ? bounded(answer) : dated(answer);
    this.lanes = layOut(entries, answer.lanes, this.#how(answer)).map((lane) => ({ ...lane, top: 0, height: 0 }));
    this.stacked = NaN;
    this.band.drawBins(answer.density, whole, room.width);
    for (const drawing of [this.axis.element, this.plot]) write(drawing, "width", room.width);
  }

  /**
   * Stacks what is within three screens, anew every half a screen, and builds it. While the zoom changes only what is
   * on the screen is built, as the next frame has it elsewhere; the rest follows when the view moves on, or rests.
   */
  #stack(state) {
    const half = this.room.axis / 2;
    const step = Math.floor((state.view.begin * this.pixelsPerSecond) / half);
    const sight = this.#sight(state);
    const isStacked = step === this.stacked;
    if (isStacked && sight[0] >= this.built[0] && sight[1] <= this.built[1]) return;
    const isZooming = Number.isNaN(this.stacked);
    this.near = /** @type {Pair} */ ([(step - 1) * half, (step + 4) * half]);
    const begin = step * half - this.room.left;
    if (isZooming || Math.abs(begin - this.base) > FAR) this.base = begin;
    if (!isStacked) this.lanes = stack(this.lanes, this.near, this.room.headroom, state.answer.bins ? STRIP : 0);
    this.stacked = step;
    this.#build(state, isZooming ? sight : this.near, isZooming ? this.room.depth : ALL);
  }

  /** @param {State} state  @param {Pair} built  @param {Pair} depth */
  #build(state, built, depth) {
    [this.built, this.depth] = [built, depth];
    write(this.plot, "height", this.height);
    write(this.plot, "aria-busy", built !== this.near);
    const frame = this.#frame(state);
    this.axis.build(frame);
    this.canvas.build(this.lanes, frame);
    this.names.draw(this.lanes, { ...frame, ...this.lettering });
  }

  /**
   * The view rests: what it may move to next is built before it does.
   *
   * @param {State} state
   */
  rest(state) {
    if (this.built === this.near) return;
    this.#build(state, this.near, ALL);
    const frame = this.#frame(state);
    this.axis.pan(frame);
    this.canvas.pan(frame);
  }

  /** What is on the screen, in pixels of the layout. */
  #sight({ view }) {
    const begin = view.begin * this.pixelsPerSecond;
    return /** @type {Pair} */ ([begin, begin + this.room.axis]);
  }

  #how({ bins }) {
    return {
      pixelsPerSecond: this.pixelsPerSecond,
      labelWidth: this.room.labelWidth,
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
      offset: view.begin * this.pixelsPerSecond - this.room.left,
      near: this.near,
      built: this.built,
      depth: this.depth,
      left: this.room.left,
      right: this.room.width,
      height: this.height,
      headroom: this.room.headroom,
      measure: this.lettering.measure,
      shorten: this.lettering.shorten,
      selected,
      paints: this.paints,
    };
  }
}
