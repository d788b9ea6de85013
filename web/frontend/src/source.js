/**
 * The window API: one answer for all, or, where there is more than one answer holds, for the view.
 */

import { readView, viewEdtf } from "./address.js";
import { ends } from "./edtf.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").View} View */

/** How many marks are drawn at most. */
export const MOST = 300;

/**
 * Asks the address as it is.
 *
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer>}
 */
export async function fetchAnswer(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Refusal(await reasonIn(response));
  return drawn(await response.json(), address);
}

/** An answer as the axis its address asks for draws it. */
export const drawn = (answer, address) => drawable(answer, new URLSearchParams(address.split("?")[1]).get("axis") ?? "happened");

/** @typedef {{address: string, answer: any}} Carried */

/**
 * The answer that the page carries, so that nothing has to be asked before the first drawing; null without one.
 *
 * @returns {Carried | null}
 */
export function carried() {
  const script = document.getElementById("first-window");
  return script && { address: script.dataset.address ?? "", answer: JSON.parse(script.textContent) };
}

/** What the server says of a question that makes no sense; it tells what to do. */
export class Refusal extends Error {}

/** @param {Response} response */
async function reasonIn(response) {
  const told = response.headers.get("Content-Type") === "application/json" ? await response.json() : {};
  return told.error ?? `${response.status} ${response.statusText}`;
}

/**
 * An answer as it is drawn: every entry where it stands on the axis asked for, lanes by their names; the counts
 * of lanes are kept only where they tell more than the marks.
 *
 * @returns {Answer}
 */
export function drawable(answer, axis) {
  const isEverything = answer.entries.length >= answer.total;
  return {
    facets: {},
    estimated: 1,
    ...answer,
    bins: isEverything ? null : answer.bins ?? null,
    lanes: answer.lanes.map((lane) => ({ ...lane, label: laneLabel(lane) })),
    entries: answer.entries.map((entry) => onAxis(entry, axis)),
  };
}

const OWN_NAMES = ["nobody", "others", "all"];

const laneLabel = ({ key, label }) => (OWN_NAMES.includes(key) ? say(`lane.${key}`) : label);

/** On the axes of saying and of publication an entry stands at one moment, and nothing about that is uncertain. */
function onAxis(entry, axis) {
  const { at, lanes = [entry.lane?.key] } = entry;
  if (axis === "happened" || !at) return { ...entry, lanes };
  const moment = { edtf: "", begin: at[0], end: at[1], dated: at[0] !== null, otherwise: [] };
  return { ...entry, lanes, ...moment, beginOpen: false, endOpen: false, uncertain: false, approximate: false };
}

/**
 * The address narrowed to a view, half as much again on both sides so that panning finds marks, within the
 * dates the address asks for already.
 *
 * @param {string} address
 * @param {View} view
 */
export function windowAddress(address, view) {
  const [path, query] = address.split("?");
  return `${path}?${narrowed(new URLSearchParams(query), around(view))}`;
}

/**
 * A query narrowed to a view, within the dates it asks for already.
 *
 * @param {URLSearchParams} query
 * @param {View} view
 */
export function narrowed(query, view) {
  const given = new URLSearchParams(query);
  const [since, until] = viewEdtf(within(given, view)).split("/");
  given.set("since", since);
  given.set("until", until);
  return given;
}

/** A view and half as much again on both sides. */
export function around({ begin, end }) {
  const room = (end - begin) / 2;
  return { begin: begin - room, end: end + room };
}

function within(given, { begin, end }) {
  const asked = endsIn(given);
  const first = Math.max(begin, asked.begin);
  return { begin: first, end: Math.max(Math.min(end, asked.end), first) };
}

/** @param {URLSearchParams} given  @returns {View} */
function endsIn(given) {
  const [since, until] = ["since", "until"].map((name) => ends(given.get(name) ?? ""));
  return { begin: since?.from?.[0] ?? -Infinity, end: until?.to?.[1] ?? Infinity };
}

/**
 * What an address is narrowed to; infinite where it has no since, or no until.
 *
 * @param {string} address
 */
export const boundsOf = (address) => endsIn(new URL(address, location.href).searchParams);

/**
 * The stretch of time an address is narrowed to, null when it has no two ends.
 *
 * @param {string} address
 */
export function stretchOf(address) {
  const { searchParams } = new URL(address, location.href);
  return readView(`${searchParams.get("since")}/${searchParams.get("until")}`);
}

/** Whether the answer holds everything its address asks for. */
export const isWhole = ({ entries, total }) => entries.length >= total;

/**
 * Whether a view has to be asked for: it leaves what was fetched, or looks so much closer that there may be more.
 *
 * @param {View} view
 * @param {View | null} fetched
 * @param {Answer} answer
 */
export function needsAsking(view, fetched, answer) {
  if (!fetched) return true;
  if (view.begin < fetched.begin || view.end > fetched.end) return true;
  return !isWhole(answer) && fetched.end - fetched.begin > CLOSER * (view.end - view.begin);
}

const CLOSER = 2.4;
