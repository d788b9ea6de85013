import assert from "node:assert/strict";
import { test } from "node:test";

import { framed, tellWhen, tellWhere } from "../src/plots.js";

const literal = (value, datatype) => ({ type: "literal", value, ...(datatype ? { datatype } : {}) });
const iri = (value) => ({ type: "uri", value });

const WHEN = [
  ["EDTF", ["2016-06-17", "../2016-06", "2014-09/..", "-0043-03-15", "Y17000000", "201X", "/", "/2016", "195X/.."], true],
  ["numbers", [["2016", "http://www.w3.org/2001/XMLSchema#integer"]], false],
  ["words", ["on Friday"], false],
  ["a date and a word", ["2016", "soon"], false],
];
for (const [name, values, expected] of WHEN) {
  test(`a column of ${name} tells when: ${expected}`, () => {
    const rows = values.map((value) => ({ x: literal(...[value].flat()) }));
    assert.equal(tellWhen(rows, ["x"]), expected);
  });
}

test("where a row has no date, the others still tell when", () => {
  assert.equal(tellWhen([{}, { date: literal("2016") }], ["name", "date"]), true);
  assert.equal(tellWhen([], ["date"]), false);
});

test("coordinates, points and our places tell where, other things do not", () => {
  assert.equal(tellWhere([], ["Latitude", "lng"]), true);
  assert.equal(tellWhere([{ p: literal("POINT(8.9 44.4)") }], ["p"]), true);
  assert.equal(tellWhere([{ p: iri("https://w3id.org/event-knowledge/kb/entity/place/genoa") }], ["p"]), true);
  assert.equal(tellWhere([{ p: iri("https://example.org/genoa") }], ["p", "lat"]), false);
});

test("a plugin says what it can show", () => {
  const results = { getBindings: () => [{ date: literal("2016") }], getVariables: () => ["date"] };
  const Plugin = framed("Timeline", "/sparql/timeline", tellWhen, () => "ASK {}");
  assert.equal(new Plugin({ results, resultsEl: null }).canHandleResults(), true);
  assert.equal(new Plugin({ results: undefined, resultsEl: null }).canHandleResults(), false);
});
