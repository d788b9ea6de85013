/** Which entries of an answer have a place in time, and what stretch of time they take. */

import { ends } from "./edtf.js";
import { fitting, mainPart } from "./scale.js";
import { isWhole } from "./source.js";

/** @typedef {import("./types.js").Answer} Answer */

const FEW = 0.02;
const TENTH = 0.1;
const SQUEEZED = 3;

/** The entries with a date of their own. */
export const dated = ({ entries }) => entries.filter((entry) => entry.dated && hasPlace(entry));

/** The entries with at least a bound: those with a date, and those bounded by the day of publication. */
export const bounded = ({ entries }) => entries.filter(hasPlace);

/** The entries without a date of their own, which stand in the tray. */
export const undated = ({ entries }) => entries.filter((entry) => !entry.dated || !hasPlace(entry));

const EVER = { begin: -Infinity, end: Infinity };

/**
 * The view to begin with: where most of the entries are, null when none is bounded. Of a stretch of time where what is
 * dated in it is, as what is undated may lie in any; null when nothing is.
 *
 * @param {Answer} answer
 * @param {import("./types.js").View} [asked]
 */
export function firstView(answer, asked = EVER) {
  if (answer.bins) return crowded(answer);
  const isAll = asked.begin === -Infinity && asked.end === Infinity;
  const times = (isAll ? bounded(answer) : dated(answer)).flatMap(drawn);
  return mainPart(times.filter((time) => time >= asked.begin && time <= asked.end));
}

/** Where the bins of the lanes count most. */
function crowded(answer) {
  const { bins, lanes } = answer;
  const counts = Array.from({ length: bins.number }, (_, index) =>
    lanes.reduce((sum, { events = [], statements = [] }) => sum + (events[index] ?? 0) + (statements[index] ?? 0), 0),
  );
  const [first, last] = mostOf(counts, (from, to) => to - from);
  return first < last ? trimmed({ begin: bins.from + first * bins.width, end: bins.from + last * bins.width }, answer) : null;
}

/** A view that ends with bins, without what no entry reaches of the first and the last of them: one far date makes bins of years. */
function trimmed({ begin, end }, answer) {
  const { width } = answer.bins;
  const times = bounded(answer).flatMap((entry) => {
    const within = limits(entry).filter((time) => time >= begin && time <= end);
    return within.length ? [...within, ...differing(entry)] : [];
  });
  const first = times.reduce((low, time) => Math.min(low, time), begin + width);
  const last = times.reduce((high, time) => Math.max(high, time), end - width);
  return times.length && first < last ? fitting([first, last]) : { begin, end };
}

/**
 * The stretch of time that nearly everything counted in these bins begins in.
 *
 * @param {import("./types.js").Bin[]} bins
 * @param {import("./types.js").View} whole  the answer where nothing is counted
 */
export function crowdedIn(bins, whole) {
  const counts = bins.map(({ events, statements }) => events + statements);
  const [first, last] = mostOf(counts, (from, to) => (bins[to - 1]?.to ?? 0) - (bins[from]?.from ?? 0));
  return first < last ? { begin: Math.max(bins[first].from, whole.begin), end: Math.min(bins[last - 1].to, whole.end) } : whole;
}

/**
 * Which counts make up all but a few hundredths at either end, or all but a tenth where those between take so much less
 * room that the others would squeeze them: the first of them, and the one behind the last.
 *
 * @param {number[]} counts
 * @param {(from: number, to: number) => number} length  how much room some take, from one to before another
 */
function mostOf(counts, length) {
  const [nearly, most] = [FEW, TENTH].map((part) => allBut(counts, part));
  return length(most[0], most[1]) * SQUEEZED < length(nearly[0], nearly[1]) ? most : nearly;
}

/** @returns {import("./types.js").Pair} */
function allBut(counts, part) {
  const few = counts.reduce((sum, count) => sum + count, 0) * part;
  return [beyond(counts, few), counts.length - beyond([...counts].reverse(), few)];
}

/** The place of the first count with which the sum is more than a few. */
function beyond(counts, few) {
  let sum = 0;
  return Math.max(counts.findIndex((count) => (sum += count) > few), 0);
}

/** A view of everything known: the bounds of the entries sent and the bins of all others. */
export function wholeOf(answer) {
  const bins = answer.density.filter(({ events, statements }) => events + statements > 0);
  const times = [
    ...bounded(answer).flatMap(drawn),
    ...(isWhole(answer) ? [] : bins.flatMap(({ from, to }) => [from, to])),
  ];
  return fitting(times);
}

/** The first and the last moment an entry is drawn at; what goes on is drawn up to its publication. */
function limits({ begin, end, endOpen, document: source }) {
  const seen = endOpen ? ends(source.published)?.to?.[1] : null;
  return [begin, end, seen].filter((time) => time !== null && time !== undefined);
}

/** Every end of what is drawn of an entry. */
const drawn = (entry) => [...limits(entry), ...differing(entry)];

/** The first and the last moment of each other date that articles give. */
function differing({ otherwise = [] }) {
  const told = otherwise.map(ends).flatMap((one) => [one?.from?.[0], one?.to?.[1]]);
  return told.filter((time) => time !== undefined);
}

/** Whether an entry may lie in a view; open ends reach on. */
export function touches({ begin, end, endOpen, beginOpen }, view) {
  const first = begin ?? (beginOpen ? -Infinity : end);
  const last = end ?? (endOpen ? Infinity : begin);
  return first <= view.end && last >= view.begin;
}

const hasPlace = ({ begin, end }) => begin !== null || end !== null;
