/**
 * The whole drawing as numbers: which lanes, which marks in which rows, how tall.
 *
 * Positions along the time axis are counted from the epoch (`seconds * pixels per second`), so that
 * panning moves the drawing and never rearranges it.
 */

import { figureOf } from "./marks.js";
import { pack, rowCount } from "./packing.js";

/** @typedef {import("./types.js").Pair} Pair */
/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Lane} Lane */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

export const ROW = 26;
export const OTHERS = "others";
export const MAX_LANES = 12;
const LANE_PADDING = 9;
const SHORTEST_LANE = 46;
const EMPTY_LANE = 30;

/**
 * The lanes with their marks in rows, not yet stacked; lanes without anything to draw are left out.
 *
 * @param {Entry[]} entries  that have a place on the axis
 * @param {Lane[]} lanes
 * @param {object} how
 * @param {number} how.pixelsPerSecond
 * @param {number} how.labelWidth  pixels a label may take
 * @param {(text: string) => number} how.measure
 * @param {(text: string, width: number) => string} how.shorten
 * @param {(key: string) => number} how.colourOf
 * @param {boolean} [how.hasStrips]  whether a lane without marks has counts to draw
 */
export function layOut(entries, lanes, how) {
  const byLane = inLanes(entries);
  return lanes
    .filter(({ key, count }) => byLane.has(key) || (how.hasStrips && count > 0))
    .map((lane) => ({
      lane,
      colour: how.colourOf(lane.key),
      items: pack(drawnEntries(byLane.get(lane.key) ?? [], lane, how), lane.key, how.shorten),
    }));
}

/**
 * The lanes one below the other, each as tall as its rows between two positions need.
 *
 * @param {Pick<LaneLayout, "lane" | "colour" | "items">[]} lanes
 * @param {Pair} reach  positions along the time axis
 * @param {number} headroom  pixels above the first row (narrow screens name the lane there)
 * @param {number} footroom  pixels below the last row, for the counts of what is not drawn
 * @returns {LaneLayout[]}
 */
export function stack(lanes, [low, high], headroom, footroom = 0) {
  let top = 0;
  return lanes.map((layout) => {
    const near = layout.items.filter(({ figure: { reach } }) => reach[1] >= low && reach[0] <= high);
    const rows = headroom + rowCount(near) * ROW + 2 * LANE_PADDING;
    const height = footroom + (near.length ? Math.max(rows, SHORTEST_LANE) : EMPTY_LANE);
    const placed = { ...layout, top, height };
    top += height;
    return placed;
  });
}

/** Colours by lane key, in order of first appearance, so that a lane keeps its colour while panning. */
export function colours() {
  const given = new Map();
  return (key) => {
    if (key === OTHERS) return MAX_LANES;
    if (!given.has(key)) given.set(key, given.size % MAX_LANES);
    return given.get(key);
  };
}

function drawnEntries(entries, lane, how) {
  const x = (time) => time * how.pixelsPerSecond;
  const drawn = entries.map((entry) => {
    const label = how.shorten(ownWords(entry, lane), how.labelWidth);
    return { entry, figure: figureOf(entry, x), label, labelWidth: how.measure(label) };
  });
  return drawn.sort((one, other) => one.figure.reach[0] - other.figure.reach[0]);
}

/** The label without the name its lane bears already: "Ann Roe: it was late" in the lane of Ann Roe. */
function ownWords({ label }, lane) {
  const name = `${lane.label}: `;
  return label.startsWith(name) ? label.slice(name.length) : label;
}

/** The vertical middle of an item, from the top of its lane. */
export const middleOf = (item, headroom) => headroom + LANE_PADDING + item.row * ROW + ROW / 2;

/** The entries by the lanes they stand in; one may stand in several. */
function inLanes(entries) {
  /** @type {Map<string, Entry[]>} */
  const groups = new Map();
  for (const entry of entries) {
    for (const key of entry.lanes) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
