/**
 * Which moments the axis names: from five seconds to ten thousand years apart.
 *
 * A finer or coarser axis is a new line in `STEPS`. Every step has a unit, how many of it, and, where
 * the tick alone would not tell, the unit that stands above it ("June 2016" over "17").
 */

import {
  civil, clockWords, DAY, dayNumber, dayWords, HOUR, MINUTE, monthWords, parts, shortMonth, YEAR, yearWords,
} from "./time.js";

/** @typedef {import("./types.js").View} View */
/** @typedef {{at: number, label: string}} Tick */

const MONTH = YEAR / 12;

const step = (unit, count, length, above) => ({ unit, count, length: count * length, above });

const STEPS = [
  ...[5, 15, 30].map((count) => step("second", count, 1, "day")),
  ...[1, 5, 15, 30].map((count) => step("minute", count, MINUTE, "day")),
  ...[1, 3, 6, 12].map((count) => step("hour", count, HOUR, "day")),
  step("day", 1, DAY, "month"),
  step("week", 1, 7 * DAY, "month"),
  ...[1, 3, 6].map((count) => step("month", count, MONTH, "year")),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000].map((count) =>
    step("year", count, YEAR, null),
  ),
];

/** Pixels a tick needs so that its label and the next stay apart. */
const ROOM = { second: 72, minute: 56, hour: 56, day: 30, week: 34, month: 42, year: 78 };

/**
 * The ticks of a view and, over them, the larger units they lie in.
 *
 * @param {View} view
 * @param {number} width  pixels
 * @returns {{ticks: Tick[], above: Tick[]}}  `above` begins with the unit that holds the view's begin
 */
export function axis(view, width) {
  const chosen = pick((view.end - view.begin) / width);
  return {
    ticks: between(chosen.unit, chosen.count, view),
    above: chosen.above ? containing(chosen.above, view) : [],
  };
}

/** The finest step whose labels have room at so many seconds a pixel. */
function pick(secondsPerPixel) {
  const fits = ({ unit, length }) => length / secondsPerPixel >= ROOM[unit];
  return STEPS.find(fits) ?? STEPS[STEPS.length - 1];
}

function between(unit, count, view) {
  const { index, time, label } = UNITS[unit];
  const ticks = [];
  for (let at = Math.floor(index(view.begin) / count) * count; time(at, count) <= view.end; at += count) {
    const moment = time(at, count);
    if (moment >= view.begin) ticks.push({ at: moment, label: label(moment) });
  }
  return ticks;
}

function containing(unit, view) {
  const { index, time } = UNITS[unit];
  const found = [];
  for (let at = index(view.begin); time(at, 1) <= view.end; at += 1) {
    found.push({ at: time(at, 1), label: ABOVE[unit](time(at, 1)) });
  }
  return found;
}

/** A unit of fixed length that begins `offset` seconds after the epoch. */
const even = (length, label, offset = 0) => ({
  index: (time) => Math.floor((time - offset) / length),
  time: (at) => at * length + offset,
  label,
});

const MONDAY = -3 * DAY;

const UNITS = {
  second: even(1, (time) => clockWords(parts(time), true)),
  minute: even(MINUTE, (time) => clockWords(parts(time))),
  hour: even(HOUR, (time) => clockWords(parts(time))),
  day: even(DAY, (time) => String(parts(time).day)),
  week: even(7 * DAY, (time) => String(parts(time).day), MONDAY),
  month: {
    index: (time) => parts(time).year * 12 + parts(time).month - 1,
    time: (at) => dayNumber(Math.floor(at / 12), (at - Math.floor(at / 12) * 12) + 1, 1) * DAY,
    label: (time) => shortMonth(parts(time).month),
  },
  year: {
    index: (time) => parts(time).year,
    time: (at, count) => dayNumber(roundYear(at, count), 1, 1) * DAY,
    label: (time) => yearWords(parts(time).year),
  },
};

/** So that BC years come out round too: 200 BC is the year -199, and 1 CE stands for the year 0. */
const roundYear = (year, count) => (count > 1 && year <= 0 ? year + 1 : year);

const ABOVE = {
  day: (time) => dayWords(civil(Math.floor(time / DAY))),
  month: (time) => monthWords(parts(time)),
  year: (time) => yearWords(parts(time).year),
};
