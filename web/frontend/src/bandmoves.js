/** What dragging and keys do to the window of the band: views in, views out. */

import { panned, SHORTEST } from "./scale.js";

/** @typedef {import("./types.js").View} View */

/** The parts one can take hold of, in the order of the Tab key. */
export const PARTS = /** @type {const} */ (["begin", "window", "end"]);

/** How far an arrow moves, as a share of the window. */
const STEP = 0.1;
const ROOMY = 3;

/** @type {Record<string, number>} */
const ARROWS = {
  ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -1, PageUp: 1,
};

/**
 * The view after a key, null for a key that does nothing here.
 *
 * @param {{key: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean}} event
 * @param {typeof PARTS[number]} part
 * @param {View} view
 * @param {View} whole
 * @returns {View | null}
 */
export function bandKeys({ key, ctrlKey, metaKey, altKey }, part, view, whole) {
  if (ctrlKey || metaKey || altKey) return null;
  const length = view.end - view.begin;
  if (key in ARROWS) return movedBy(part, view, ARROWS[key] * length);
  if (key === "Home") return movedBy(part, view, whole.begin - (part === "end" ? view.end : view.begin));
  if (key === "End") return movedBy(part, view, whole.end - (part === "begin" ? view.begin : view.end));
  return null;
}

/** @param {typeof PARTS[number]} part  @param {View} view  @param {number} by  seconds */
function movedBy(part, view, by) {
  if (part === "begin") return { ...view, begin: Math.min(view.begin + by, view.end - SHORTEST) };
  if (part === "end") return { ...view, end: Math.max(view.end + by, view.begin + SHORTEST) };
  return panned(view, by);
}

/**
 * What dragging does, by where it began: at an edge, or anywhere else (null).
 *
 * @param {number | null} x
 * @param {import("./types.js").Pair} edges
 * @param {number} reach  how near to an edge takes hold of it
 * @param {View} from
 * @param {number} start  the time under the pointer
 * @returns {(time: number) => View}
 */
export function dragOf(x, [left, right], reach, from, start) {
  const isRoomy = right - left > ROOMY * reach;
  const at = (edge) => x !== null && isRoomy && Math.abs(x - edge) <= reach;
  if (at(left)) return (time) => movedBy("begin", from, time - from.begin);
  if (at(right)) return (time) => movedBy("end", from, time - from.end);
  return (time) => panned(from, time - start);
}
