/**
 * The density band: how much is told of when, over the whole span, and a window one can drag.
 *
 * Dragging inside the window moves it, its edges make it longer or shorter, a click elsewhere
 * brings it there. It is for pointers; the keyboard has the same moves in the drawing below.
 */

import { centred, panned, SHORTEST, timeScale } from "./scale.js";
import { round, svg } from "./svg.js";
import { momentWords } from "./time.js";

/** @typedef {import("./types.js").Bin} Bin */
/** @typedef {import("./types.js").View} View */

const HEIGHT = 54;
const BARS = 40;
const EDGE = 8;
const NARROWEST = 8;
const GRIPPED = 3 * EDGE;

export class Band {
  /**
   * @param {(view: View) => void} onView
   */
  constructor(onView) {
    this.bars = svg("g", { class: "bars" });
    this.window = svg("g", { class: "window" });
    this.element = svg("svg", { class: "band", height: HEIGHT, "aria-hidden": "true" }, this.bars, this.window);
    this.onView = onView;
    this.view = null;
    this.element.addEventListener("pointerdown", (event) => this.#grab(event));
  }

  /** Draws the bins, once for each answer and size. */
  drawBins(bins, whole, width) {
    this.element.setAttribute("width", width);
    this.width = width;
    this.scale = timeScale(whole, 0, width);
    const most = Math.max(1, ...bins.map(({ events, statements }) => events + statements));
    const tall = (count) => BARS * Math.sqrt(count / most);
    this.bars.replaceChildren(...bins.flatMap((bin) => this.#bar(bin, tall)), ...this.#ends(whole, width));
  }

  /** Draws the window, every frame. */
  drawWindow(view) {
    this.view = view;
    const [left, right] = this.#edges();
    const frame = svg("rect", { x: left, y: 1, width: right - left, height: BARS + 2, rx: 3, class: "frame" });
    const grips = right - left > GRIPPED ? [grip(left), grip(right)] : [];
    this.window.replaceChildren(frame, ...grips);
  }

  #edges() {
    const [begin, end] = [this.scale.x(this.view.begin), this.scale.x(this.view.end)];
    const spare = Math.max(NARROWEST - (end - begin), 0) / 2;
    const within = (x) => round(Math.min(Math.max(x, 1), this.width - 1));
    return [within(begin - spare), within(end + spare)];
  }

  #bar(bin, tall) {
    const [left, right] = [this.scale.x(bin.from), this.scale.x(bin.to)];
    const part = (count, below, kind) => {
      const [y, height] = [BARS - tall(below + count), tall(below + count) - tall(below)];
      const size = { x: round(left), y: round(y), width: round(Math.max(right - left - 0.5, 2)), height: round(height) };
      return svg("rect", { ...size, class: kind });
    };
    const parts = [part(bin.events, 0, "events"), part(bin.statements, bin.events, "statements")];
    return parts.filter((_, index) => [bin.events, bin.statements][index] > 0);
  }

  #ends(whole, width) {
    const [first, last] = [whole.begin, whole.end].map((time) => momentWords(time, whole.end - whole.begin));
    const base = svg("line", { x1: 0, x2: width, y1: BARS + 0.5, y2: BARS + 0.5, class: "base" });
    const at = (x, anchor, words) => svg("text", { x, y: HEIGHT - 2, "text-anchor": anchor, class: "tick" }, words);
    return [base, at(4, "start", first), at(width - 4, "end", last)];
  }

  #grab(event) {
    const start = this.#time(event);
    const [left, right] = this.#edges();
    const x = event.offsetX;
    const from = x < left - EDGE || x > right + EDGE ? centred(this.view, start) : this.view;
    const drag = dragOf(x, left, right, from, start);
    this.element.setPointerCapture(event.pointerId);
    const move = (moved) => this.onView(drag(this.#time(moved)));
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("lostpointercapture", () => this.element.removeEventListener("pointermove", move), {
      once: true,
    });
    this.onView(from);
    event.preventDefault();
  }

  #time(event) {
    return this.scale.time(event.clientX - this.element.getBoundingClientRect().left);
  }
}

/** What dragging does, by where it began: at an edge, or anywhere else. */
function dragOf(x, left, right, from, start) {
  const roomy = right - left > GRIPPED;
  if (roomy && Math.abs(x - left) <= EDGE) {
    return (time) => ({ ...from, begin: Math.min(time, from.end - SHORTEST) });
  }
  if (roomy && Math.abs(x - right) <= EDGE) {
    return (time) => ({ ...from, end: Math.max(time, from.begin + SHORTEST) });
  }
  return (time) => panned(from, time - start);
}

const grip = (x) => svg("rect", { x: x - 2, y: 14, width: 4, height: 16, rx: 2, class: "grip" });
