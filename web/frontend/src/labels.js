/** How wide words are, and words cut to a width; widths in pixels of the page's own font. */

import { sayCount } from "./words.js";

const ELLIPSIS = "…";
const LONG_WORD = 12;

/**
 * A measure for texts in a font ("12px sans-serif"), which remembers what it has measured: words, of which there
 * are few, and the texts they make up.
 *
 * @param {string} font
 * @returns {(text: string) => number}
 */
export function measureIn(font) {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = font;
  const wordWidth = remembered((word) => pen.measureText(word).width);
  const space = wordWidth(" ");
  return remembered((text) => text.split(" ").reduce((sum, word) => sum + space + wordWidth(word), -space));
}

/**
 * A function of a text that is asked once for each.
 *
 * @param {(text: string) => number} measure
 */
function remembered(measure) {
  /** @type {Map<string, number>} */
  const known = new Map();
  return (/** @type {string} */ text) => {
    const width = known.get(text) ?? measure(text);
    if (!known.has(text)) known.set(text, width);
    return width;
  };
}

/** So many entries, in words. */
export const counted = (count) => sayCount("entries", count);

/** The text itself when it fits, else as many of its words as fit before an ellipsis; "" when none does. */
export function shortened(text, width, measure) {
  if (measure(text) <= width) return text;
  const fits = (/** @type {number} */ end) => measure(text.slice(0, end).trimEnd() + ELLIPSIS) <= width;
  const end = lastOf(spacesIn(text), fits) ?? withinLongWord(text, fits);
  return end ? text.slice(0, end).replace(/[\s…]+$/, "") + ELLIPSIS : "";
}

/** Few places, the same at every width: what is measured there is known the next time. */
const spacesIn = (/** @type {string} */ text) => [...text.matchAll(/ /g)].map(({ index }) => index).filter(Boolean);

/** Only a long first word is cut within (some scripts have no spaces). */
function withinLongWord(text, fits) {
  if (text.search(/ |$/) <= LONG_WORD) return 0;
  return lastOf(Array.from(text, (_, index) => index), fits) ?? 0;
}

/**
 * The last of ordered places that fits, undefined when none does.
 *
 * @param {number[]} places
 * @param {(place: number) => boolean} fits
 * @returns {number | undefined}
 */
function lastOf(places, fits) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(places[middle])) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}
