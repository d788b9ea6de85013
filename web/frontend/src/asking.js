/** A view as a question in SPARQL: the same entries, found by the same index. */

import { viewEdtf } from "./address.js";

/** @typedef {import("./types.js").View} View */

const WORDS = [
  "about", "text", "kind", "type", "document", "status", "certainty", "actor", "place", "source", "axis", "known", "since",
  "until",
];
const FLAGS = ["dated", "disputed", "involved", "real"];

/**
 * The address of the SPARQL page with the question that a view answers. What the index in SPARQL does not know
 * (what a person set right) is left out.
 *
 * @param {URLSearchParams} query
 * @param {View} view  asked for where the query has no dates of its own
 */
export function sparqlAddress(query, view) {
  const [since, until] = viewEdtf(view).split("/");
  const asked = new URLSearchParams({ since, until });
  for (const name of [...WORDS, ...FLAGS]) if (query.get(name)) asked.set(name, String(query.get(name)));
  const filters = [...asked].map(([name, value]) => `idx:${name} ${FLAGS.includes(name) ? "true" : literal(value)}`);
  const lines = [
    "SELECT ?entry ?label ?date WHERE {",
    `  SERVICE idx:timeline { ?entry ${filters.join(" ; ")} }`,
    "  ?entry rdfs:label ?label ; ek:when/ek:edtf ?date .",
    "} ORDER BY ?date",
  ];
  return `/sparql?${new URLSearchParams({ query: lines.join("\n") })}`;
}

/** Within quotation marks; the index takes no escapes, and its words are parted by anything that is no letter. */
const literal = (value) => `"${value.replace(/["\\\n\r]/g, " ")}"`;
