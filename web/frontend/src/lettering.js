/** How wide words are in the font of an element, known from its first use on. */

import { measureIn, shortened } from "./labels.js";

export class Lettering {
  /** @param {Element} element */
  constructor(element) {
    /** @type {((text: string) => number) | null} */
    let small = null;
    /** @type {((text: string) => number) | null} */
    let names = null;
    /** @type {string | null} */
    let family = null; // asked for once: in the middle of a drawing the browser would style all that is new so far
    const font = (style) => measureIn(`${style} ${(family ??= getComputedStyle(element).fontFamily)}`);
    this.measure = (/** @type {string} */ text) => (small ??= font("12px"))(text);
    const measureName = (/** @type {string} */ text) => (names ??= font("600 13px"))(text);
    this.shorten = (/** @type {string} */ text, /** @type {number} */ width) => shortened(text, width, this.measure);
    this.shortenName = (/** @type {string} */ text, /** @type {number} */ width) => shortened(text, width, measureName);
  }
}
