/** How much room the drawing has, and what follows from that. Read from the browser in one place, and not in a frame. */

import { timeScale } from "./scale.js";

/** @typedef {import("./types.js").Pair} Pair */
/** @typedef {import("./types.js").View} View */

const NARROW = 640;
const GUTTER = 184;
const HEADROOM = 20;
const TYPICAL_LABEL = 0.75;
const LABEL_WIDTH = { wide: 260, narrow: 170 };

export class Room {
  /** @param {Element} element  that holds the drawing */
  constructor(element) {
    this.element = element;
    this.width = 0;
    this.screen = 0;
    this.scrolled = 0;
    addEventListener("scroll", () => (this.scrolled = Math.max(-element.getBoundingClientRect().top, 0)), { passive: true });
  }

  /** Takes the size there is; true when the width is another. */
  fit() {
    const before = this.width;
    this.width = this.element.clientWidth;
    this.screen = innerHeight;
    return this.width !== before;
  }

  get isNarrow() {
    return this.width < NARROW;
  }

  /** Where the time axis begins, in pixels from the left. */
  get left() {
    return this.isNarrow ? 0 : GUTTER;
  }

  /** Pixels of the time axis. */
  get axis() {
    return Math.max(this.width - this.left, 1);
  }

  /** Pixels above the first row of a lane, where a narrow screen names it. */
  get headroom() {
    return this.isNarrow ? HEADROOM : 0;
  }

  /** What part of the axis the label of the last mark would take, at most a third. */
  get labelShare() {
    return Math.min((this.labelWidth * TYPICAL_LABEL) / this.axis, 1 / 3);
  }

  /** Pixels a label may take. */
  get labelWidth() {
    return this.isNarrow ? LABEL_WIDTH.narrow : LABEL_WIDTH.wide;
  }

  /** What of the drawing may be on the screen, in pixels from its top; rather too much than too little. */
  get depth() {
    return /** @type {Pair} */ ([this.scrolled - this.screen / 2, this.scrolled + this.screen]);
  }

  /** Pixels per second in a view. */
  density({ begin, end }) {
    return this.axis / (end - begin);
  }

  /** The time under a place on the screen. */
  timeAt(clientX, view) {
    const x = clientX - this.element.getBoundingClientRect().left;
    return timeScale(view, this.left, this.width).time(x);
  }
}
