/**
 * From a date to a figure: which pixels are certain, which are possible, which are open.
 *
 * Never a false point: a glyph stands only where everything the date may mean fits beneath it;
 * what is wider is a box (one date, known no closer) or a bar (an interval) with whiskers from the
 * earliest to the latest begin and from the earliest to the latest end. Where articles contradict each
 * other, both dates are drawn.
 */

import { ends } from "./edtf.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./types.js").Pair} Pair */

export const GLYPH = 16;
export const OPEN_LENGTH = 46;
const HINT = 22;
const THIN = 5;
const SIGN = 13;

/**
 * The figure of an entry with at least one bound.
 *
 * @param {Entry} entry
 * @param {(time: number) => number} x  seconds to pixels
 * @returns {Figure}
 */
export function figureOf(entry, x) {
  const { from, to } = known(entry);
  const other = contradiction(entry);
  if (entry.dated && from && to && other) return pairFigure([x(from[0]), x(to[1] + 1)], [x(other[0]), x(other[1] + 1)]);
  if (!entry.dated && !(from && to)) return undatedFigure(from, to, x);
  if (!from || !to) return openFigure(entry, from, to, x);
  const [start, stop] = [x(from[0]), x(to[1] + 1)];
  if (stop - start <= GLYPH) return pointFigure((start + stop) / 2);
  const inner = /** @type {Pair} */ ([x(from[1] + 1), x(to[0])]);
  return inner[0] > inner[1] ? boxFigure([start, stop]) : barFigure(start, inner, stop);
}

/**
 * A badge that stands for several entries, so many pixels wide, centred on `at`.
 *
 * @returns {Figure}
 */
export function badgeFigure(at, width) {
  const core = /** @type {Pair} */ ([at - width / 2, at + width / 2]);
  return { ...pointFigure(at), reach: core, core };
}

/**
 * A figure with each of its positions put through a function.
 *
 * @param {Figure} figure
 * @param {(position: number) => number} place
 * @returns {Figure}
 */
export function placed(figure, place) {
  const each = (/** @type {Pair | null} */ pair) => pair && /** @type {Pair} */ ([place(pair[0]), place(pair[1])]);
  const { reach, core, other, fadeIn, fadeOut } = figure;
  const ends = { reach: /** @type {Pair} */ (each(reach)), core: /** @type {Pair} */ (each(core)) };
  return { ...figure, ...ends, other: each(other), fadeIn: each(fadeIn), fadeOut: each(fadeOut) };
}

/** The ends of the date: from its EDTF where we can read it, else from the outer bounds. */
function known(entry) {
  const read = ends(entry.edtf);
  if (read && (read.from || read.to)) return read;
  const only = (bound, other) => (bound === null ? null : [bound, other ?? bound]);
  if (entry.begin !== null && entry.end !== null) {
    return { from: [entry.begin, entry.end], to: [entry.begin, entry.end] };
  }
  return { from: only(entry.begin), to: only(entry.end) };
}

/**
 * The first date another article gives that has no moment in common with the entry's own.
 *
 * @param {Entry} entry
 * @returns {Pair | null}
 */
function contradiction({ otherwise = [], begin, end }) {
  for (const read of otherwise.map(ends)) {
    if (!read?.from || !read.to) continue;
    const [first, last] = [read.from[0], read.to[1]];
    if (last < (begin ?? -Infinity) || first > (end ?? Infinity)) return [first, last];
  }
  return null;
}

/**
 * Two thin cores, the earlier first, with room between them for a sign.
 *
 * @returns {Figure}
 */
function pairFigure(own, other) {
  const [first, second] = own[0] <= other[0] ? [own, other] : [other, own];
  const apart = Math.max(SIGN - (second[0] - first[1]), 0) / 2;
  const core = /** @type {Pair} */ ([Math.min(first[0], first[1] - THIN) - apart, first[1] - apart]);
  const last = /** @type {Pair} */ ([second[0] + apart, Math.max(second[1], second[0] + THIN) + apart]);
  return { ...BARE, shape: "pair", reach: [core[0], last[1]], core, other: last };
}

/** @returns {Figure} */
function pointFigure(at) {
  const core = /** @type {Pair} */ ([at - GLYPH / 2, at + GLYPH / 2]);
  return { ...BARE, shape: "point", reach: core, core };
}

/** @returns {Figure} */
const boxFigure = (core) => ({ ...BARE, shape: "box", reach: core, core });

/** @returns {Figure} */
function barFigure(start, [certain, until], stop) {
  return {
    ...BARE,
    shape: "bar",
    reach: [start, stop],
    core: [certain, Math.max(until, certain + 2)],
    fadeIn: wide([start, certain]),
    fadeOut: wide([until, stop]),
  };
}

/**
 * Begun and not ended, or ended and not begun. What goes on is certain up to the day its source was
 * published and fades from there on, with an arrow; an end that is merely unknown has no arrow.
 */
function openFigure(entry, from, to, x) {
  return from ? openEnd(entry, from, x) : openBegin(entry, to, x);
}

/** @returns {Figure} */
function openEnd(entry, from, x) {
  const [start, certain] = [x(from[0]), x(from[1] + 1)];
  const until = Math.max(certain, seenUntil(entry, x), start + GLYPH / 2);
  return {
    ...BARE,
    shape: "bar",
    reach: [start, until + OPEN_LENGTH],
    core: [Math.min(certain, until), until],
    fadeIn: wide([start, certain]),
    fadeOut: [until, until + OPEN_LENGTH],
    arrowRight: entry.endOpen,
  };
}

/** @returns {Figure} */
function openBegin(entry, to, x) {
  const [certain, stop] = [x(to[0]), x(to[1] + 1)];
  return {
    ...BARE,
    shape: "bar",
    reach: [certain - OPEN_LENGTH, Math.max(stop, certain + 4)],
    core: [certain, certain + 4],
    fadeIn: [certain - OPEN_LENGTH, certain],
    fadeOut: wide([certain + 4, stop]),
    arrowLeft: entry.beginOpen,
  };
}

/**
 * No date of its own: a glyph at its only bound, the day of publication, and a whisker away from it.
 *
 * @returns {Figure}
 */
function undatedFigure(from, to, x) {
  const point = pointFigure(to ? x(to[1]) : x(from[0]));
  const [left, right] = point.core;
  if (to) return { ...point, reach: [left - HINT, right], fadeIn: [left - HINT, left], arrowLeft: true };
  return { ...point, reach: [left, right + HINT], fadeOut: [right, right + HINT], arrowRight: true };
}

/** Where the knowledge of the source ends: it cannot have seen further than its publication. */
function seenUntil(entry, x) {
  const published = ends(entry.document?.published ?? "");
  return published?.to && entry.endOpen ? x(published.to[1]) : -Infinity;
}

const wide = (pair) => (pair[1] - pair[0] >= 2 ? pair : null);

const BARE = { other: null, fadeIn: null, fadeOut: null, arrowLeft: false, arrowRight: false };
