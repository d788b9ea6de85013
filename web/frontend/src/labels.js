/** How wide words are, and words cut to a width; widths in pixels of the page's own font. */

import { sayCount } from "./words.js";

const ELLIPSIS = "…";
const LONG_WORD = 12;

/**
 * A measure for texts in a font ("12px sans-serif"), which remembers what it has measured.
 *
 * @param {string} font
 * @returns {(text: string) => number}
 */
export function measureIn(font) {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = font;
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, pen.measureText(text).width);
    return known.get(text);
  };
}

/** So many entries, in words. */
export const counted = (count) => sayCount("entries", count);

/** The text itself when it fits, else as many of its words as fit before an ellipsis; "" when none does. */
export function shortened(text, width, measure) {
  if (measure(text) <= width) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(text.slice(0, middle).trimEnd() + ELLIPSIS) <= width) fits = middle;
    else tooLong = middle;
  }
  const end = endOfWords(text, fits);
  return end ? text.slice(0, end).trimEnd() + ELLIPSIS : "";
}

/** Where the last whole word ends; only a long first one is cut within (some scripts have no spaces). */
function endOfWords(text, fits) {
  const space = text.lastIndexOf(" ", fits);
  if (space > 0) return space;
  return text.search(/ |$/) > LONG_WORD ? fits : 0;
}
