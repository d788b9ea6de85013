/**
 * The state of the explorer in the address of the page: `view`, an EDTF interval, `entry`, the IRI of
 * the one that is open, and `undated=hidden`; all else asks the server, see `query.js`.
 *
 * What is in the address can be sent to someone else, and the back button goes back to it.
 */

import { ends } from "./edtf.js";
import { momentEdtf } from "./time.js";

/** @typedef {import("./types.js").View} View */
/** @typedef {{view: View | null, entry: string | null, drawsUndated: boolean}} State */

const HIDDEN = "hidden";

/**
 * @param {string} search  the query of an address
 * @returns {State}
 */
export function readState(search) {
  const given = new URLSearchParams(search);
  const drawsUndated = given.get("undated") !== HIDDEN;
  return { view: readView(given.get("view") ?? ""), entry: given.get("entry"), drawsUndated };
}

/**
 * The query of an address with this state in it, "?" first.
 *
 * @param {string} search
 * @param {State} state
 */
export function writeState(search, { view, entry, drawsUndated }) {
  const given = new URLSearchParams(search);
  set(given, "view", view && viewEdtf(view));
  set(given, "entry", entry);
  set(given, "undated", drawsUndated ? null : HIDDEN);
  return asSearch(given);
}

/** Parameters as the query of an address, "?" first, with the signs of EDTF and of IRIs as they are. */
export function asSearch(/** @type {URLSearchParams} */ given) {
  const query = given.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
  return query ? `?${query}` : "";
}

/**
 * A view as an EDTF interval, as finely as its length needs it.
 *
 * @param {View} view
 */
export function viewEdtf({ begin, end }) {
  return `${momentEdtf(begin, end - begin)}/${momentEdtf(end, end - begin)}`;
}

/**
 * The stretch of time of an EDTF interval, null when it has no two ends.
 *
 * @param {string} edtf
 * @returns {View | null}
 */
export function readView(edtf) {
  const read = ends(edtf);
  if (!read?.from || !read?.to) return null;
  const view = { begin: read.from[0], end: read.to[1] };
  return view.end > view.begin ? view : null;
}

function set(given, name, value) {
  if (value) given.set(name, value);
  else given.delete(name);
}
