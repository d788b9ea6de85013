/**
 * Where a label stands while the view moves: beside or inside its mark, and at the edge of the screen as
 * long as there is room there.
 */

import { LABEL_GAP } from "./packing.js";
import { round } from "./svg.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Placed} Placed */

const LEAST_LABEL = 30;

/**
 * Sets the label of a mark that is `by` pixels from where it was built; does nothing for one that was and is
 * away from both edges.
 *
 * @param {Placed} placed
 * @param {number} by
 * @param {Frame} frame
 */
export function placeLabel(placed, by, frame) {
  const { label, item, figure } = placed;
  if (!label) return;
  const [left, right] = [figure.reach[0] + by, figure.reach[1] + by + (item.inside ? 0 : LABEL_GAP + frame.measure(item.text))];
  const isAtEdge = left < frame.left + LABEL_GAP || right > frame.right;
  if (!isAtEdge && !placed.isSticky) return;
  placed.isSticky = isAtEdge;
  write(label, item, figure, { ...frame, left: frame.left - by, right: frame.right - by });
}

function write(label, item, figure, edges) {
  const x = item.inside ? insideX(item, figure, edges) : besideX(item, figure, edges);
  const isGone = figure.reach[1] < edges.left; // half a label without its mark tells nothing
  const words = item.inside ? item.text : isGone ? "" : edges.shorten(item.text, edges.right - x - LABEL_GAP);
  label.setAttribute("x", String(round(x)));
  if (label.textContent !== words) label.textContent = words;
}

/** Right of the mark; over its whiskers where they reach beyond the edge. */
function besideX(item, { reach }, { left, right, measure }) {
  const start = Math.max(reach[0], left) + LABEL_GAP;
  const isOff = reach[1] + LABEL_GAP > right - LEAST_LABEL;
  return isOff && right - start > measure(item.text) ? start : reach[1] + LABEL_GAP;
}

/** Inside a bar that begins left of the screen, the label waits at the edge as long as there is room. */
function insideX(item, { core }, { left, measure }) {
  if (item.isBadge) return (core[0] + core[1] - measure(item.text)) / 2;
  return Math.max(core[0] + LABEL_GAP + 2, Math.min(left + LABEL_GAP, core[1] - measure(item.text) - LABEL_GAP));
}
