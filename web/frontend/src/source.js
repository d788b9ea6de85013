/**
 * The window API: one answer for all, or, where there is more than one answer holds, for the view.
 */

import { viewEdtf } from "./address.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").View} View */

/**
 * Asks the address as it is.
 *
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer>}
 */
export async function fetchAnswer(address, signal) {
  const response = await fetch(address, { headers: { Accept: "application/json" }, signal });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

/** The address narrowed to a view, half as much again on both sides so that panning finds marks. */
export function windowAddress(address, { begin, end }) {
  const room = (end - begin) / 2;
  const [since, until] = viewEdtf({ begin: begin - room, end: end + room }).split("/");
  const [path, query] = address.split("?");
  const given = new URLSearchParams(query);
  given.set("since", since);
  given.set("until", until);
  return `${path}?${given}`;
}

/** Whether the answer holds everything its address asks for. */
export const isWhole = ({ entries, total }) => entries.length >= total;
