/**
 * Puts the marks of a lane into rows so that nothing lies over anything else.
 *
 * First with labels; if the lane would grow taller than `MAX_ROWS`, marks come first and each label
 * gets what room is left; what still finds no row is gathered behind "+3" badges in a last one.
 */

import { badgeFigure } from "./marks.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Pair} Pair */
/** @typedef {{entry: Entry, figure: Figure, label: string, labelWidth: number}} Drawn */

export const MAX_ROWS = 8;
export const LABEL_GAP = 5;
const MARK_GAP = 4;
const AFTER_LABEL = 12;
const SHORTEST_LABEL = 36;
const BADGE = 34;
const LONG = 40;

/**
 * The items of one lane with their rows, in order of time.
 *
 * @param {Drawn[]} drawn  ordered by the left end of their reach
 * @param {string} lane  its key
 * @param {(text: string, width: number) => string} shorten  a text cut to a width in pixels
 * @returns {Item[]}
 */
export function pack(drawn, lane, shorten) {
  const labelled = fill(drawn, rightWithLabel, MAX_ROWS);
  if (labelled.left.length === 0) return labelled.placed.map((placed) => asItem(placed, lane)).sort(byTime);
  const bare = fill(longFirst(drawn), rightOfMark, MAX_ROWS - 1);
  const items = bare.placed.map((placed) => asItem(fitLabel(placed, bare.taken[placed.row], shorten), lane));
  return [...items, ...badges(bare.left, lane)].sort(byTime);
}

/** How many rows these items take. */
export function rowCount(items) {
  return items.reduce((most, { row }) => Math.max(most, row + 1), 0);
}

/** Each into the first row with room for it; what finds none is left. */
function fill(drawn, right, rows) {
  const taken = Array.from({ length: rows }, () => /** @type {Pair[]} */ ([]));
  /** @type {(Drawn & {row: number})[]} */
  const placed = [];
  /** @type {Drawn[]} */
  const left = [];
  for (const one of drawn) {
    const row = take(taken, [one.figure.reach[0], right(one)]);
    if (row < 0) left.push(one);
    else placed.push({ ...one, row });
  }
  return { placed, left, taken };
}

/**
 * Takes room in the first row that has it, and tells which; -1 when none has. The spans of a row stay in order.
 *
 * @param {Pair[][]} rows
 * @param {Pair} span
 */
function take(rows, [from, to]) {
  for (let row = 0; row < rows.length; row += 1) {
    const spans = rows[row];
    const next = firstFrom(spans, from);
    const isFree = (next === 0 || spans[next - 1][1] <= from) && (next === spans.length || to <= spans[next][0]);
    if (!isFree) continue;
    spans.splice(next, 0, [from, to]);
    return row;
  }
  return -1;
}

/** Which of ordered spans is the first that begins at a position or after it; their number when none does. */
function firstFrom(spans, position) {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle][0] < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What lasts comes before what is brief, so that no long bar disappears behind a badge; what is undated comes last. */
const longFirst = (drawn) => [...drawn].sort((one, other) => rank(one) - rank(other));

const rank = (one) => (isLong(one) ? 0 : one.entry.dated === false ? 2 : 1);

const isLong = ({ figure: { reach } }) => reach[1] - reach[0] > LONG;

const rightOfMark = ({ figure }) => figure.reach[1] + MARK_GAP;

function rightWithLabel(one) {
  return isInside(one) ? rightOfMark(one) : one.figure.reach[1] + LABEL_GAP + one.labelWidth + AFTER_LABEL;
}

/** A label stands inside a box or bar that is wide enough for it, else to its right. */
function isInside({ figure, labelWidth }) {
  return figure.shape !== "point" && figure.core[1] - figure.core[0] >= labelWidth + 2 * LABEL_GAP + 4;
}

/** The label cut to the room before the next mark of the row; none when that is too little. */
function fitLabel(placed, spans, shorten) {
  if (isInside(placed)) return placed;
  const end = placed.figure.reach[1];
  const next = spans[firstFrom(spans, end)]?.[0] ?? Infinity;
  const room = Math.min(next - end - LABEL_GAP - AFTER_LABEL, placed.labelWidth);
  const label = room < Math.min(SHORTEST_LABEL, placed.labelWidth) ? "" : shorten(placed.label, room);
  return { ...placed, label, labelWidth: room };
}

/** What found no row, gathered where the badges would touch. */
function badges(left, lane) {
  /** @type {{at: number, entries: Entry[]}[]} */
  const groups = [];
  const middles = left.map(({ entry, figure: { reach } }) => ({ entry, at: (reach[0] + reach[1]) / 2 }));
  for (const { entry, at } of middles.sort((one, other) => one.at - other.at)) {
    const last = groups.at(-1);
    if (last && at - last.at < BADGE + MARK_GAP) last.entries.push(entry);
    else groups.push({ at, entries: [entry] });
  }
  return groups.map((group) => asBadge(group, lane));
}

function asBadge({ at, entries }, lane) {
  return {
    key: `more:${keyOf(entries[0], lane)}`,
    entries,
    isBadge: true,
    figure: badgeFigure(at, BADGE),
    text: `+${entries.length}`,
    inside: true,
    row: MAX_ROWS - 1,
  };
}

function asItem(placed, lane) {
  const { entry, figure, label, row } = placed;
  const inside = isInside(placed);
  return { key: keyOf(entry, lane), entries: [entry], isBadge: false, figure, text: label, inside, row };
}

/** An entry that stands in several lanes has a mark in each; the first bears its own name. */
const keyOf = ({ iri, lanes }, lane) => (lanes[0] === lane ? iri : `${iri} ${lane}`);

/** By the middle of glyphs, the left end of boxes and bars. */
const byTime = (one, other) => place(one.figure) - place(other.figure);

const place = ({ shape, reach }) => (shape === "point" ? (reach[0] + reach[1]) / 2 : reach[0]);
