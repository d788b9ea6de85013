/**
 * Where a label stands while the view moves: beside or inside its mark, and at the edge of the screen as
 * long as there is room there.
 */

import { LABEL_GAP } from "./packing.js";
import { round, write } from "./svg.js";

/** @typedef {import("./drawn.js").Mark} Mark */
/** @typedef {import("./types.js").Frame} Frame */

const LEAST_LABEL = 30;

/**
 * Sets the label of a mark whose base is `by` pixels from where it was built; does nothing for one that was and is
 * away from both edges.
 *
 * @param {Mark} mark
 * @param {number} by
 * @param {Frame} frame
 */
export function placeLabel(mark, by, frame) {
  if (!mark.item.text) return;
  const [left, right] = [frame.left - mark.at - by, frame.right - mark.at - by];
  const isAtEdge = mark.figure.reach[0] < left + LABEL_GAP || mark.end > right;
  if (!isAtEdge && !mark.isSticky) return;
  mark.isSticky = isAtEdge;
  set(mark, { left, right, measure: frame.measure, shorten: frame.shorten });
}

/** Words that only move are not set anew. */
function set({ label, item, figure, width }, edges) {
  const rest = item.inside ? insideX(item, figure, width, -Infinity) : figure.reach[1] + LABEL_GAP;
  const x = item.inside ? insideX(item, figure, width, edges.left) : besideX(figure, width, edges);
  const isGone = figure.reach[1] < edges.left; // half a label without its mark tells nothing
  const words = item.inside ? item.text : isGone ? "" : edges.shorten(item.text, edges.right - x - LABEL_GAP);
  write(label, "x", round(rest));
  write(label, "transform", `translate(${round(x - rest)})`);
  if (label.textContent !== words) label.textContent = words;
}

/** Right of the mark; over its whiskers where they reach beyond the edge. */
function besideX({ reach }, width, { left, right }) {
  const start = Math.max(reach[0], left) + LABEL_GAP;
  const isOff = reach[1] + LABEL_GAP > right - LEAST_LABEL;
  return isOff && right - start > width ? start : reach[1] + LABEL_GAP;
}

/** Inside a bar that begins left of the screen, the label waits at the edge as long as there is room. */
function insideX(item, { core }, width, left) {
  if (item.isBadge) return (core[0] + core[1] - width) / 2;
  return Math.max(core[0] + LABEL_GAP + 2, Math.min(left + LABEL_GAP, core[1] - width - LABEL_GAP));
}
