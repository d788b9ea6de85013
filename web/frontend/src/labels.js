/** How wide words are, and words cut to a width; widths in pixels of the page's own font. */

const ELLIPSIS = "…";

/**
 * A measure for texts in a font ("12px sans-serif"), which remembers what it has measured.
 *
 * @param {string} font
 * @returns {(text: string) => number}
 */
export function measureIn(font) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, pen.measureText(text).width);
    return known.get(text);
  };
}

/** So many entries, in words. */
export const counted = (count) => (count === 1 ? "1 entry" : `${count} entries`);

/** The text itself when it fits, else as many of its characters as fit before an ellipsis. */
export function shortened(text, width, measure) {
  if (measure(text) <= width) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(text.slice(0, middle).trimEnd() + ELLIPSIS) <= width) fits = middle;
    else tooLong = middle;
  }
  return fits ? text.slice(0, fits).trimEnd() + ELLIPSIS : "";
}
