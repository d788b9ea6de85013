/** Which entries of an answer have a place in time, and what stretch of time they take. */

import { ends } from "./edtf.js";
import { fitting, mainPart } from "./scale.js";
import { isWhole } from "./source.js";

/** @typedef {import("./types.js").Answer} Answer */

const FEW = 0.02;

/** The entries with a date of their own. */
export const dated = ({ entries }) => entries.filter((entry) => entry.dated && hasPlace(entry));

/** The entries with at least a bound: those with a date, and those bounded by the day of publication. */
export const bounded = ({ entries }) => entries.filter(hasPlace);

/** The entries without a date of their own, which stand in the tray. */
export const undated = ({ entries }) => entries.filter((entry) => !entry.dated || !hasPlace(entry));

/** The view to begin with: where most of the entries are, null when none is bounded. */
export function firstView(answer) {
  return answer.bins ? crowded(answer) : mainPart(bounded(answer).flatMap(limits));
}

/** Where the bins of the lanes count most: all but a few hundredths at either end. */
function crowded(answer) {
  const { bins, lanes } = answer;
  const counts = Array.from({ length: bins.number }, (_, index) =>
    lanes.reduce((sum, { events = [], statements = [] }) => sum + (events[index] ?? 0) + (statements[index] ?? 0), 0),
  );
  const [first, last] = mostOf(counts);
  return first < last ? trimmed({ begin: bins.from + first * bins.width, end: bins.from + last * bins.width }, answer) : null;
}

/** A view that ends with bins, without what no entry reaches of the first and the last of them: one far date makes bins of years. */
function trimmed({ begin, end }, answer) {
  const { width } = answer.bins;
  const times = bounded(answer).flatMap(limits).filter((time) => time >= begin && time <= end);
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
  const [first, last] = mostOf(bins.map(({ events, statements }) => events + statements));
  return first < last ? { begin: Math.max(bins[first].from, whole.begin), end: Math.min(bins[last - 1].to, whole.end) } : whole;
}

/** Which counts make up all but a few hundredths at either end: the first of them, and the one behind the last. */
function mostOf(counts) {
  const few = counts.reduce((sum, count) => sum + count, 0) * FEW;
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
    ...bounded(answer).flatMap(limits),
    ...(isWhole(answer) ? [] : bins.flatMap(({ from, to }) => [from, to])),
  ];
  return fitting(times);
}

/** The first and the last moment an entry is drawn at; what goes on is drawn up to its publication. */
function limits({ begin, end, endOpen, document: source }) {
  const seen = endOpen ? ends(source.published)?.to?.[1] : null;
  return [begin, end, seen].filter((time) => time !== null && time !== undefined);
}

/** Whether an entry may lie in a view; open ends reach on. */
export function touches({ begin, end, endOpen, beginOpen }, view) {
  const first = begin ?? (beginOpen ? -Infinity : end);
  const last = end ?? (endOpen ? Infinity : begin);
  return first <= view.end && last >= view.begin;
}

const hasPlace = ({ begin, end }) => begin !== null || end !== null;
