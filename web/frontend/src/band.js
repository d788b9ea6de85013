/**
 * The density band: how much is told of when over the whole span, events above the line and statements below it,
 * and a window one can move and stretch, with a pointer or with keys.
 *
 * Dragging inside the window moves it, its edges make it longer or shorter, a click elsewhere brings it there. The
 * window and its edges are three sliders: arrows move them, Page keys by a whole window, Home and End to the ends.
 */

import { bandKeys, dragOf, PARTS } from "./bandmoves.js";
import { crowdedIn } from "./entries.js";
import { outlineOf } from "./strips.js";
import { brokenScale, centred } from "./scale.js";
import { html, round, svg, write } from "./svg.js";
import { momentWords, viewWords } from "./time.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Bin} Bin */
/** @typedef {import("./types.js").View} View */

const HEIGHT = 62;
const LINE = 30;
const UP = 27;
const DOWN = 18;
const EDGE = 9;
const NARROWEST = 28; // a finger, and both edges, find hold on it

export class Band {
  /**
   * @param {(view: View) => void} onView
   */
  constructor(onView) {
    this.onView = onView;
    /** @type {View} */
    this.view = { begin: 0, end: 1 };
    this.whole = this.view;
    /** @type {Bin[]} */
    this.bins = [];
    this.width = 1;
    this.scale = brokenScale(this.whole, this.whole, 1);
    this.bars = svg("svg", { class: "bars", height: HEIGHT, "aria-hidden": "true" });
    this.sliders = PARTS.map((part) => this.#slider(part));
    this.element = html("div", { class: "band", role: "group", "aria-label": say("band.label") }, this.bars, ...this.sliders);
    this.element.addEventListener("pointerdown", (event) => this.#grab(event));
  }

  #slider(part) {
    const slider = html("div", { class: `slider ${part}`, role: "slider", tabindex: "0", "aria-valuenow": "0", "aria-label": say(`band.${part}`) });
    slider.addEventListener("keydown", (event) => {
      const view = bandKeys(event, part, this.view, this.whole);
      if (!view) return;
      event.preventDefault();
      this.onView(view);
    });
    return slider;
  }

  /**
   * Draws the bins, once for each answer and size.
   *
   * @param {Bin[]} bins
   * @param {View} whole
   * @param {number} width
   */
  drawBins(bins, whole, width) {
    if (bins === this.bins && whole === this.whole && width === this.width) return;
    [this.bins, this.whole, this.width] = [bins, whole, width];
    this.scale = brokenScale(whole, crowdedIn(bins, whole), width);
    write(this.bars, "width", width);
    const most = Math.max(1, ...bins.map(({ events }) => events), ...bins.map(({ statements }) => statements));
    const tall = (count, height) => (count ? Math.max(height * Math.sqrt(count / most), 1.5) : 0);
    const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0].map((time) => round(this.scale.x(time)));
    const outline = (heights) => outlineOf(heights, (index) => edges[index], LINE);
    this.bars.replaceChildren(
      svg("path", { class: "events", d: outline(bins.map(({ events }) => -tall(events, UP))) }),
      svg("path", { class: "statements", d: outline(bins.map(({ statements }) => tall(statements, DOWN))) }),
      ...this.#ends(whole, width),
    );
  }

  #ends(whole, width) {
    const [first, last] = [whole.begin, whole.end].map((time) => momentWords(time, whole.end - whole.begin));
    const line = svg("line", { x1: 0, x2: width, y1: LINE, y2: LINE, class: "base" });
    const at = (x, anchor, words) => svg("text", { x, y: HEIGHT - 3, "text-anchor": anchor, class: "tick" }, words);
    return [line, ...this.scale.breaks.map(breakAt), at(4, "start", first), at(width - 4, "end", last)];
  }

  /** Draws the window, every frame. */
  drawWindow(view) {
    this.view = view;
    const [left, right] = this.#edges();
    /** @type {Record<string, number[]>} */
    const places = { begin: [left - EDGE / 2, EDGE], window: [left, right - left], end: [right - EDGE / 2, EDGE] };
    this.sliders.forEach((slider, index) => this.#place(slider, PARTS[index], places[PARTS[index]]));
  }

  #place(slider, part, place) {
    const [left, width] = place;
    slider.style.transform = `translateX(${round(left)}px)`;
    const wide = `${round(width)}px`;
    if (slider.style.width !== wide) slider.style.width = wide;
    const { begin, end } = this.view;
    const at = { begin, end, window: (begin + end) / 2 }[part];
    const share = (100 * (at - this.whole.begin)) / (this.whole.end - this.whole.begin);
    write(slider, "aria-valuenow", Math.round(Math.min(Math.max(share, 0), 100)));
    write(slider, "aria-valuetext", part === "window" ? viewWords(this.view) : momentWords(at, end - begin));
  }

  /**
   * Where the window stands, never narrower than one can take hold of.
   *
   * @returns {import("./types.js").Pair}
   */
  #edges() {
    const [begin, end] = [this.scale.x(this.view.begin), this.scale.x(this.view.end)];
    const spare = Math.max(NARROWEST - (end - begin), 0) / 2;
    const within = (x) => Math.min(Math.max(x, 0), this.width);
    return [within(begin - spare), within(end + spare)];
  }

  #grab(event) {
    const start = this.#time(event);
    const edges = this.#edges();
    const x = event.clientX - this.element.getBoundingClientRect().left;
    const isOff = x < edges[0] - EDGE || x > edges[1] + EDGE;
    const from = isOff ? centred(this.view, start) : this.view;
    const drag = dragOf(isOff ? null : x, edges, EDGE, from, start);
    this.element.setPointerCapture(event.pointerId);
    const move = (moved) => this.onView(drag(this.#time(moved)));
    const stop = () => this.element.removeEventListener("pointermove", move);
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("lostpointercapture", stop, { once: true });
    this.onView(from);
    event.preventDefault();
  }

  #time(event) {
    return this.scale.time(event.clientX - this.element.getBoundingClientRect().left);
  }
}

/** Two strokes across the line, where the scale changes. */
function breakAt(x) {
  return svg("path", { class: "break", d: `M${round(x) - 5},${LINE + 7}l6,-14m4,0l-6,14` });
}
