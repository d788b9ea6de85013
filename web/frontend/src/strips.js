/**
 * How much there is of when, below the marks of a lane: events stand on a line, statements hang from it.
 *
 * Drawn where an answer holds more entries than marks, so that what is not drawn is still seen.
 */

import { round, svg, write } from "./svg.js";

/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Lane} Lane */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

export const STRIP = 20;
const HALF = 8;

export class Strips {
  constructor() {
    this.element = svg("g", { class: "strips", "aria-hidden": "true" });
    /** @type {Map<Lane, SVGElement>} */
    this.drawn = new Map();
  }

  /**
   * Draws the counts of lanes once, a bin as wide as a pixel; where they stand and how wide they are told is
   * another transform.
   *
   * @param {LaneLayout[]} lanes
   * @param {Frame} frame
   */
  draw(lanes, { bins, base, pixelsPerSecond }) {
    const counted = bins ? lanes.filter(({ lane }) => lane.events && lane.statements) : [];
    const before = [...this.drawn.values()];
    this.drawn = new Map(counted.map((layout) => [layout.lane, this.drawn.get(layout.lane) ?? outlines(layout)]));
    const groups = [...this.drawn.values()];
    if (groups.length !== before.length || groups.some((group, index) => group !== before[index])) this.element.replaceChildren(...groups);
    if (!bins) return;
    const x = round(bins.from * pixelsPerSecond - base);
    const scale = bins.width * pixelsPerSecond;
    counted.forEach(({ top, height }, index) => write(groups[index], "transform", `translate(${x},${top + height - HALF - 2}) scale(${scale},1)`));
  }
}

/** @param {LaneLayout} layout */
function outlines({ lane: { events = [], statements = [] }, colour }) {
  const most = Math.max(1, ...events, ...statements);
  const outline = (counts, way) => outlineOf(counts.map((count) => way * HALF * Math.sqrt(count / most)), (index) => index, 0);
  return svg(
    "g",
    { class: `lane-${colour}` },
    svg("path", { class: "strip events", d: outline(events, -1) }),
    svg("path", { class: "strip statements", d: outline(statements, 1) }),
  );
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
