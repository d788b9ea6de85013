/**
 * Where an arrow key leads: along a lane in time, and from lane to lane to what is nearest.
 */

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

/**
 * The item one comes to from `key`, or null when there is none that way.
 *
 * @param {LaneLayout[]} lanes
 * @param {string | null} key
 * @param {"earlier" | "later" | "up" | "down" | "first" | "last"} way
 * @returns {Item | null}
 */
export function neighbour(lanes, key, way) {
  const at = find(lanes, key);
  return at ? WAYS[way](lanes, at) ?? null : null;
}

/** The item of an entry or badge, or null. */
export function itemOf(lanes, key) {
  const at = find(lanes, key);
  return at ? at.item : null;
}

/**
 * The key of the one mark the Tab key stops at: `key` when it is in sight, else the first that is.
 *
 * @param {LaneLayout[]} lanes
 * @param {string | null} key
 * @param {[number, number]} sight  in the pixels of the layout
 */
export function tabStop(lanes, key, [low, high]) {
  const inSight = ({ figure: { reach } }) => reach[1] > low && reach[0] < high;
  const chosen = key && itemOf(lanes, key);
  if (chosen && inSight(chosen)) return chosen.key;
  for (const { items } of lanes) {
    const first = items.find(inSight);
    if (first) return first.key;
  }
  return null;
}

/** The mark of this very key; else one of the entry, which may stand in several lanes, or behind a badge. */
function find(lanes, key) {
  return findBy(lanes, (item) => item.key === key) ?? findBy(lanes, ({ entries }) => entries.some(({ iri }) => iri === key));
}

/** @param {LaneLayout[]} lanes  @param {(item: Item) => boolean} isIt */
function findBy(lanes, isIt) {
  for (const [index, { items }] of lanes.entries()) {
    const position = items.findIndex(isIt);
    if (position >= 0) return { index, position, item: items[position] };
  }
  return null;
}

const middle = ({ figure }) => (figure.core[0] + figure.core[1]) / 2;

function nearest(items, to) {
  return items?.reduce((best, item) => (Math.abs(middle(item) - to) < Math.abs(middle(best) - to) ? item : best));
}

const WAYS = {
  earlier: (lanes, { index, position }) => lanes[index].items[position - 1],
  later: (lanes, { index, position }) => lanes[index].items[position + 1],
  first: (lanes, { index }) => lanes[index].items[0],
  last: (lanes, { index }) => lanes[index].items.at(-1),
  up: (lanes, { index, item }) => nearest(lanes[index - 1]?.items, middle(item)),
  down: (lanes, { index, item }) => nearest(lanes[index + 1]?.items, middle(item)),
};
