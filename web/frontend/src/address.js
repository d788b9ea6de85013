/**
 * The state of the explorer in the address of the page: `view`, an EDTF interval, and `entry`.
 *
 * What is in the address can be sent to someone else; all other parameters belong to the page.
 */

import { ends } from "./edtf.js";
import { momentEdtf } from "./time.js";

/** @typedef {import("./types.js").View} View */

/**
 * @param {string} search  the query of an address
 * @returns {{view: View | null, entry: string | null}}
 */
export function readState(search) {
  const given = new URLSearchParams(search);
  return { view: readView(given.get("view") ?? ""), entry: given.get("entry") };
}

/** The query of an address with this state in it, "?" first. */
export function writeState(search, { view, entry }) {
  const given = new URLSearchParams(search);
  set(given, "view", view && viewEdtf(view));
  set(given, "entry", entry);
  const query = given.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
  return query ? `?${query}` : "";
}

/** A view as an EDTF interval, as finely as its length needs it. */
export function viewEdtf({ begin, end }) {
  return `${momentEdtf(begin, end - begin)}/${momentEdtf(end, end - begin)}`;
}

function readView(edtf) {
  const read = ends(edtf);
  if (!read?.from || !read?.to) return null;
  const view = { begin: read.from[0], end: read.to[1] };
  return view.end > view.begin ? view : null;
}

function set(given, name, value) {
  if (value) given.set(name, value);
  else given.delete(name);
}
