/**
 * The stretch of time on the screen: time to pixels and back, zooming, panning, fitting.
 *
 * A view is a plain pair of seconds; all functions return a new one.
 */

import { DAY, YEAR } from "./time.js";

/** @typedef {import("./types.js").View} View */

export const SHORTEST = 60;
export const LONGEST = 40000 * YEAR;
const LEAP_YEAR = 366 * DAY;
const FEW = [0.06, 0.1]; // at either end; the more only where they squeeze the rest
const MARGIN = 0.05;

/**
 * Time to pixels and back for a view drawn between two edges.
 *
 * @param {View} view
 * @param {number} left
 * @param {number} right
 */
export function timeScale(view, left, right) {
  const perSecond = (right - left) / (view.end - view.begin);
  return {
    x: (time) => left + (time - view.begin) * perSecond,
    time: (x) => view.begin + (x - left) / perSecond,
  };
}

/** What either end of a broken scale takes of the width. */
const TAIL = 0.08;
const SQUEEZED = 8;

/**
 * Time to pixels and back over everything there is. Where nearly all of it lies in a small part, as one far date is
 * enough to bring about, that part has most of the width, and what comes before and after it is drawn together.
 *
 * @param {View} whole
 * @param {View} main  where nearly everything is
 * @param {number} width
 * @returns {{x: (time: number) => number, time: (x: number) => number, breaks: number[]}}  where the scale changes
 */
export function brokenScale(whole, main, width) {
  const isSqueezed = (main.end - main.begin) * SQUEEZED < whole.end - whole.begin;
  if (!isSqueezed) return { ...timeScale(whole, 0, width), breaks: [] };
  const left = main.begin > whole.begin ? TAIL * width : 0;
  const right = main.end < whole.end ? width - TAIL * width : width;
  const parts = [
    { upTo: left, ...timeScale({ begin: whole.begin, end: main.begin }, 0, left), end: main.begin },
    { upTo: right, ...timeScale(main, left, right), end: main.end },
    { upTo: Infinity, ...timeScale({ begin: main.end, end: whole.end }, right, width), end: Infinity },
  ].filter((part, index) => [left > 0, true, right < width][index]);
  const last = parts[parts.length - 1];
  return {
    x: (time) => (parts.find(({ end }) => time <= end) ?? last).x(time),
    time: (x) => (parts.find(({ upTo }) => x <= upTo) ?? last).time(x),
    breaks: [left, right].filter((x) => x > 0 && x < width),
  };
}

/** The view `factor` times as long (below 1 zooms in), `at` staying where it is. */
export function zoomed(view, factor, at) {
  const length = view.end - view.begin;
  const wanted = clamp(length * factor, SHORTEST, LONGEST);
  const share = (at - view.begin) / length;
  return { begin: at - wanted * share, end: at + wanted * (1 - share) };
}

/** The view moved by so many seconds. */
export function panned(view, by) {
  return { begin: view.begin + by, end: view.end + by };
}

/** The view of the same length with `at` in its middle. */
export function centred(view, at) {
  return panned(view, at - (view.begin + view.end) / 2);
}

/** A view of a stretch of time and so many seconds on both sides. */
export function centredOn(begin, end, seconds) {
  return { begin: begin - seconds, end: end + seconds };
}

/** The view moved no further than needed to show `at` with a margin of a tenth. */
export function showing(view, at) {
  const margin = (view.end - view.begin) / 10;
  if (at < view.begin + margin) return panned(view, at - view.begin - margin);
  return at > view.end - margin ? panned(view, at - view.end + margin) : view;
}

/**
 * A view that shows all these times, with a little room at both ends; null when there are none.
 *
 * @param {number[]} times
 * @returns {View | null}
 */
export function fitting(times) {
  const begin = times.reduce((low, time) => Math.min(low, time), Infinity);
  const end = times.reduce((high, time) => Math.max(high, time), -Infinity);
  if (begin > end) return null;
  const room = Math.max(end - begin, 8 * DAY);
  return { begin: begin - room * MARGIN, end: end + room * MARGIN };
}

/** The view with room on the right, where labels stand, as a share of the screen below 1. */
export function withRoom({ begin, end }, share) {
  return { begin, end: begin + (end - begin) / (1 - share) };
}

/**
 * A view of most of these times: a few far ones are left out when they would squeeze all others into
 * a third of the screen or less.
 */
export function mainPart(times) {
  const ordered = [...times].sort((one, other) => one - other);
  const all = fitting(ordered);
  const main = FEW.map((few) => fitting(ordered.slice(ordered.length * few, ordered.length - Math.floor(ordered.length * few))));
  return main.reduce((best, most) => (best && most && (most.end - most.begin) * 3 < best.end - best.begin ? most : best), all);
}

/**
 * The view to begin with: the stretch of time that is asked for; where that is long, where most of the entries in it are.
 *
 * @param {View | null} asked  null where no such stretch is
 * @param {View} most
 */
export function opening(asked, most) {
  const isLong = asked && asked.end - asked.begin > Math.max(LEAP_YEAR, most.end - most.begin);
  return asked && !isLong ? asked : most;
}

/** Whether two stretches of time have a moment in common. */
export const overlap = (one, other) => one.begin <= other.end && one.end >= other.begin;

/** The part of time a view may wander in: what is known and half a view around it. */
export function held(view, whole) {
  const length = view.end - view.begin;
  const middle = (view.begin + view.end) / 2;
  if (middle < whole.begin) return { begin: whole.begin - length / 2, end: whole.begin + length / 2 };
  return middle > whole.end ? { begin: whole.end - length / 2, end: whole.end + length / 2 } : view;
}

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
