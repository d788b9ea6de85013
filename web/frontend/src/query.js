/**
 * What is asked of the server: the parameters of `web/parameters.py`, as they stand in the address of the
 * page. Each function returns a new query; none changes the one it is given.
 *
 * A new filter is a new name in `FILTERS`, in the order chips stand in.
 */

import { asSearch } from "./address.js";

/** @typedef {import("./types.js").Choice} Choice */
/** @typedef {import("./types.js").Entry} Entry */

export const FILTERS = [
  "text", "about", "kind", "type", "actor", "place", "source", "document", "certainty", "disputed", "reviewed", "status",
  "dated", "since", "until", "involved", "real",
];

/** What asks for a date. */
export const DATES = ["since", "until", "known"];

/** What else the server reads: how lanes and the axis are made, what was known when. */
export const MANNERS = { lanes: "actor", axis: "happened", known: "", order: "" };

const ASKED = new Set([...FILTERS, ...Object.keys(MANNERS)]);

/**
 * What a page asks for in any case, such as the actor it is about: it stands in the address of its source and not
 * in that of the page.
 *
 * @param {string} source  "/api/timeline?about=..."
 * @param {string} search  the query of the page's address
 */
export function fixedOf(source, search) {
  const fixed = new URLSearchParams(source.split("?")[1] ?? "");
  for (const name of new URLSearchParams(search).keys()) fixed.delete(name);
  return fixed;
}

/**
 * What a page asks for with what stands in its address.
 *
 * @param {URLSearchParams} fixed
 * @param {string} search
 */
export function queryOf(fixed, search) {
  const query = new URLSearchParams(fixed);
  for (const [name, value] of new URLSearchParams(search)) {
    if (ASKED.has(name) && value) query.append(name, value);
  }
  return query;
}

/**
 * The address of a page with another query; what is not of the query stays.
 *
 * @param {string} search
 * @param {URLSearchParams} query
 * @param {URLSearchParams} fixed
 */
export function searchWith(search, query, fixed) {
  const given = new URLSearchParams(search);
  for (const name of [...ASKED, "page"]) given.delete(name);
  for (const [name, value] of query) if (!fixed.has(name)) given.append(name, value);
  return asSearch(given);
}

/** The query with a parameter set, or without it when the value is empty. */
export function asking(/** @type {URLSearchParams} */ query, name, value) {
  const asked = new URLSearchParams(query);
  if (value && value !== MANNERS[name]) asked.set(name, value);
  else asked.delete(name);
  return asked;
}

/** The query without any filter that is not of the page itself. */
export function unfiltered(/** @type {URLSearchParams} */ query, /** @type {URLSearchParams} */ fixed) {
  const left = new URLSearchParams(query);
  FILTERS.filter((name) => !fixed.has(name)).forEach((name) => left.delete(name));
  return left;
}

/** A manner as the query asks for it: "lanes" is "actor" when it does not say. */
export const manner = (/** @type {URLSearchParams} */ query, name) => query.get(name) || MANNERS[name];

/**
 * The address that answers a query, at most so many entries, the most told of first when there are more.
 *
 * @param {string} path
 * @param {URLSearchParams} query
 * @param {number} most
 */
export function answerAddress(path, query, most) {
  const asked = new URLSearchParams(query);
  asked.set("lanes", manner(query, "lanes"));
  asked.set("order", manner(query, "order") || "salience");
  asked.set("limit", String(most));
  return `${path}?${asked}`;
}

/** Whether two addresses ask for the same, in whatever order they say it. */
export function isSameQuestion(one, other) {
  const asked = (/** @type {string} */ address) => new URLSearchParams(address.split("?")[1]);
  const told = [one, other].map((address) => [...asked(address)].map(([name, value]) => `${name}=${value}`).sort().join("&"));
  return one.split("?")[0] === other.split("?")[0] && told[0] === told[1];
}

/**
 * The filters in force, in their order.
 *
 * @param {URLSearchParams} query
 * @param {URLSearchParams} fixed  those of the page itself, which cannot be removed
 * @returns {{name: string, value: string}[]}
 */
export function inForce(query, fixed) {
  return FILTERS.filter((name) => query.get(name) && !fixed.has(name)).map((name) => ({
    name,
    value: /** @type {string} */ (query.get(name)),
  }));
}

/**
 * What a value of a filter is called: by the choices there are, by the entries, else by the end of its IRI.
 *
 * @param {string} value
 * @param {Choice[]} choices
 * @param {Entry[]} entries
 */
export function labelOf(value, choices, entries) {
  const named = entries.flatMap(({ actors, place, document: source }) => [...actors, ...(place ? [place] : []), source]);
  const found = choices.find(({ key }) => key === value) ?? named.find(({ iri }) => iri === value);
  return found?.label ?? (/^https?:/.test(value) ? value.replace(/[/#]+$/, "").split(/[/#]/).at(-1) : value);
}
