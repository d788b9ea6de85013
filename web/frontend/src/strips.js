/**
 * How much there is of when, below the marks of a lane: events stand on a line, statements hang from it.
 *
 * Drawn where an answer holds more entries than marks, so that what is not drawn is still seen.
 */

import { round, svg } from "./svg.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

export const STRIP = 20;
const HALF = 8;

/**
 * The two outlines of a lane's counts, none when they are not drawn.
 *
 * @param {LaneLayout} layout
 * @param {Frame} frame
 */
export function stripPaths({ lane, colour, top, height }, { bins, base, pixelsPerSecond }) {
  if (!bins || !lane.events || !lane.statements) return [];
  const most = Math.max(1, ...lane.events, ...lane.statements);
  const x = (index) => round((bins.from + index * bins.width) * pixelsPerSecond - base);
  const line = top + height - HALF - 2;
  const outline = (counts, way) => outlineOf(counts.map((count) => way * HALF * Math.sqrt(count / most)), x, line);
  return [
    svg("path", { class: `strip events lane-${colour}`, d: outline(lane.events, -1) }),
    svg("path", { class: `strip statements lane-${colour}`, d: outline(lane.statements, 1) }),
  ];
}

/**
 * Steps along a line, as a closed path; stretches without anything take no ink.
 *
 * @param {number[]} heights  below the line when positive
 * @param {(index: number) => number} x
 * @param {number} line
 */
export function outlineOf(heights, x, line) {
  const bars = heights.map((height, index) =>
    height ? `M${x(index)},${line}V${round(line + height)}H${Math.max(x(index + 1), x(index) + 1)}V${line}Z` : "",
  );
  return bars.join("");
}
