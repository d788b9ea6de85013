/**
 * Reads as much EDTF (levels 0 and 1) as drawing needs: how wide each end of a date is.
 *
 * The server has the full grammar and gives the outer bounds of every entry; from here come the
 * inner ones: the latest begin and the earliest end. What is not understood yields null, and the
 * mark is drawn from the outer bounds alone.
 */

import { dayNumber, DAY, monthLength, seconds } from "./time.js";

/** @typedef {import("./types.js").Pair} Pair */

const DATE = /^(Y?-?[\dX]{4,})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/;
const MOMENT = /^(-?\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(Z|[+-]\d{2}(?::?\d{2})?)?$/;
const SEASONS = { 21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [12, 14] };

/** @typedef {{from: Pair | null, to: Pair | null} | null} Ends */

/** @type {Map<string, Ends>} */
const known = new Map();

/**
 * The two ends of an EDTF expression, each as the pair of its first and last second; an end is null
 * when it is open or unknown. A single date has the same pair twice. Remembers what it has read: the
 * dates of a drawing are asked for in every frame of a zoom.
 *
 * @param {string} edtf
 * @returns {Ends}
 */
export function ends(edtf) {
  let found = known.get(edtf);
  if (found === undefined) known.set(edtf, (found = readEnds(edtf)));
  return found;
}

/** @returns {Ends} */
function readEnds(edtf) {
  const halves = edtf.split("/");
  if (halves.length === 1) {
    const one = reach(edtf);
    return one && { from: one, to: one };
  }
  const [from, to] = halves.map((half) => (isBlank(half) ? null : reach(half)));
  const failed = halves.length > 2 || (!from && !isBlank(halves[0])) || (!to && !isBlank(halves[1]));
  return failed ? null : { from, to };
}

const isBlank = (half) => half === "" || half === "..";

/** The first and the last second a date without a slash may mean. */
function reach(date) {
  const plain = date.replace(/[?~%]/g, "");
  return momentReach(plain) ?? dateReach(plain);
}

/** @returns {Pair | null} */
function momentReach(text) {
  const found = MOMENT.exec(text);
  if (!found) return null;
  const at = seconds(...found.slice(1, 7).map(Number)) - zoneSeconds(found[7] ?? "Z");
  return [at, at];
}

function zoneSeconds(zone) {
  if (zone === "Z") return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(3).replace(":", "") || "0"].map(Number);
  return (zone[0] === "-" ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** @returns {Pair | null} */
function dateReach(text) {
  const found = DATE.exec(text);
  if (!found) return null;
  const [first, last] = yearReach(found[1].replace("Y", ""));
  const [fromMonth, toMonth] = monthReach(found[2]);
  if (toMonth > 12 && fromMonth > 12) return null;
  const exact = found[3] && !found[3].includes("X") ? Number(found[3]) : null;
  return [startOf(first, fromMonth, exact ?? 1), endOf(last, toMonth, exact)];
}

function yearReach(digits) {
  const years = [digits.replaceAll("X", "0"), digits.replaceAll("X", "9")].map(Number);
  return years.sort((one, other) => one - other);
}

function monthReach(digits) {
  if (!digits || digits.includes("X")) return [1, 12];
  return SEASONS[Number(digits)] ?? [Number(digits), Number(digits)];
}

const startOf = (year, month, day) => dayNumber(year, month, day) * DAY;

function endOf(year, month, day) {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return (dayNumber(inYear, inMonth, day ?? monthLength(inYear, inMonth)) + 1) * DAY - 1;
}
