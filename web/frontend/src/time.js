/**
 * Calendar arithmetic on numbers: seconds since 1970 to civil dates and back, in words and as EDTF.
 *
 * Years are astronomical (0 is 1 BC) inside, and BC in words. The day arithmetic counts from
 * 1 March, so that the leap day comes last, in cycles of 400 years (146,097 days).
 */

import { monthName, say, sayNumber } from "./words.js";

/** @typedef {import("./types.js").View} View */

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86400;
export const YEAR = 365.2425 * DAY;

// Stretches so long are told in years, or in days, and no finer.
const YEARS_SPAN = 200 * YEAR;
const DAYS_SPAN = 3 * DAY;

const CYCLE_DAYS = 146097;
const EPOCH_FROM_MARCH_0 = 719468;

/** The day number (0 is 1970-01-01) of a civil date. */
export function dayNumber(year, month, day) {
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const inCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(inCycle / 4) - Math.floor(inCycle / 100);
  return cycle * CYCLE_DAYS + inCycle * 365 + leaps + dayOfYear - EPOCH_FROM_MARCH_0;
}

/** The civil date of a day number. */
export function civil(number) {
  const shifted = number + EPOCH_FROM_MARCH_0;
  const cycle = Math.floor(shifted / CYCLE_DAYS);
  const day = shifted - cycle * CYCLE_DAYS;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36524) - Math.floor(day / 146096)) / 365,
  );
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  return {
    year: year + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** Seconds since 1970 of a moment in UTC. */
export function seconds(year, month = 1, day = 1, hour = 0, minute = 0, second = 0) {
  return dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second;
}

/** The parts of a moment in UTC. */
export function parts(time) {
  const number = Math.floor(time / DAY);
  const rest = Math.floor(time - number * DAY);
  return {
    ...civil(number),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: rest % MINUTE,
  };
}

/** How many days a month has. */
export function monthLength(year, month) {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dayNumber(nextYear, next, 1) - dayNumber(year, month, 1);
}

/** A year in words: "2016", "12,000", "44 BC". There is no year 0. */
export function yearWords(year) {
  const digits = (count) => (count > 9999 ? sayNumber(count) : String(count));
  return year > 0 ? digits(year) : say("date.before", { year: digits(1 - year) });
}

/** The short name of a month (1 to 12). */
export const shortMonth = (month) => monthName(month, "short");

/** A month in full with its year: "June 2016". */
export function monthWords({ year, month }) {
  return say("date.monthFull", { month: monthName(month, "long"), year: yearWords(year) });
}

/** A day in full: "17 June 2016". */
export function dayWords({ year, month, day }) {
  return say("date.dayFull", { day, month: monthName(month, "long"), year: yearWords(year) });
}

const DATE = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** A year, a month or a day of EDTF in words ("-0043-03" is "March 44 BC"); any other text as it is. */
export function dateWords(text) {
  const [year, month, day] = (DATE.exec(text) ?? []).slice(1).map(Number);
  if (month > 12) return text;
  if (day) return dayWords({ year, month, day });
  if (month) return monthWords({ year, month });
  return year === undefined ? text : yearWords(year);
}

/** "09:30", or "09:30:15" when the seconds matter. */
export function clockWords({ hour, minute, second }, withSeconds = second !== 0) {
  const clock = [hour, minute, ...(withSeconds ? [second] : [])];
  return clock.map((part) => String(part).padStart(2, "0")).join(":");
}

/** A moment in words, as finely as a stretch of `span` seconds needs it. */
export function momentWords(time, span) {
  const at = parts(time);
  const [month, year] = [shortMonth(at.month), yearWords(at.year)];
  if (span > 60 * YEAR) return year;
  if (span > 3 * YEAR) return say("date.month", { month, year });
  const day = say("date.day", { day: at.day, month, year });
  return span > DAYS_SPAN ? day : say("date.clock", { day, clock: clockWords(at, span < 10 * MINUTE) });
}

/**
 * A view in words: "1 Feb 2016 – 30 Nov 2016".
 *
 * @param {View} view
 */
export function viewWords({ begin, end }) {
  const [from, to] = [momentWords(begin, end - begin), momentWords(end, end - begin)];
  return from === to ? from : say("date.span", { from, to });
}

/** A moment as EDTF, as finely as a stretch of `span` seconds needs it. */
export function momentEdtf(time, span) {
  const at = parts(time);
  const far = Math.abs(at.year) > 9999;
  if (far) return `Y${at.year}`;
  const year = `${at.year < 0 ? "-" : ""}${String(Math.abs(at.year)).padStart(4, "0")}`;
  if (span > YEARS_SPAN) return year;
  const two = (part) => String(part).padStart(2, "0");
  const day = `${year}-${two(at.month)}-${two(at.day)}`;
  return span > DAYS_SPAN ? day : `${day}T${clockWords(at, true)}Z`;
}
