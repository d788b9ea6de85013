/** Draws the axis over the lanes: tick labels, the larger units above them, and the lines down the drawing. */

import { axis } from "./ticks.js";
import { round, svg } from "./svg.js";

export const AXIS_HEIGHT = 42;
const ABOVE_Y = 16;
const TICK_Y = 34;
const BETWEEN = 14;
const BOLD = 1.12; // how much wider bold words are than those we measure

/**
 * @param {SVGElement} head  where the labels go
 * @param {SVGElement} lines  where the lines go
 * @param {object} frame
 * @param {import("./types.js").View} frame.view
 * @param {(time: number) => number} frame.x  time to pixels
 * @param {number} frame.left
 * @param {number} frame.right
 * @param {number} frame.height  of the lanes
 * @param {(text: string) => number} frame.measure
 */
export function drawAxis(head, lines, frame) {
  const { ticks, above } = axis(frame.view, frame.right - frame.left);
  lines.replaceChildren(...ticks.map((tick) => line(tick, frame)));
  head.replaceChildren(...aboveLabels(above, frame), ...ticks.flatMap((tick) => tickLabel(tick, frame)));
}

function line({ at }, { x: xOf, height }) {
  const x = round(xOf(at));
  return svg("line", { x1: x, x2: x, y1: 0, y2: height, class: "grid" });
}

function tickLabel({ at, label }, { x: xOf, right, measure }) {
  const x = xOf(at);
  const mark = svg("line", { x1: round(x), x2: round(x), y1: AXIS_HEIGHT - 16, y2: AXIS_HEIGHT, class: "grid" });
  if (x + 5 + measure(label) > right) return [mark];
  return [mark, svg("text", { x: round(x + 5), y: TICK_Y, class: "tick" }, label)];
}

/** The first unit waits at the left edge until the next one pushes it out. */
function aboveLabels(above, { x: xOf, left, right, measure }) {
  return above.flatMap(({ at, label }, index) => {
    const x = Math.max(xOf(at), left) + 5;
    const next = index + 1 < above.length ? xOf(above[index + 1].at) : right;
    const end = x + measure(label) * BOLD;
    const fits = end <= right && (end + BETWEEN <= next || index + 1 === above.length);
    return fits ? [svg("text", { x: round(x), y: ABOVE_Y, class: "above" }, label)] : [];
  });
}
