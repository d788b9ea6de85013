import assert from "node:assert/strict";
import { test } from "node:test";

import { answerAddress, asking, fixedOf, inForce, isSameQuestion, labelOf, manner, queryOf, searchWith, unfiltered } from "../src/query.js";

const params = (text) => new URLSearchParams(text);
const ROE = "https://example.org/entity/person/ann-roe";

test("what stands in the page's address can be taken away, what only its source asks for cannot", () => {
  const fixed = fixedOf(`/api/timeline?about=${ROE}&kind=event`, "?kind=event");
  assert.deepEqual([...fixed.keys()], ["about"]);
  assert.deepEqual(inForce(queryOf(fixed, "?kind=event"), fixed), [{ name: "kind", value: "event" }]);
});

test("what the page shows by itself asks nothing of the server", () => {
  assert.equal(queryOf(params(""), "?view=2016/2017&entry=e&undated=hidden&kind=event").toString(), "kind=event");
});

test("the address keeps the view when the question changes, and forgets the part of the list", () => {
  assert.equal(searchWith("?view=2016/2017&page=3&kind=event", params("text=truce"), params("")), "?view=2016/2017&text=truce");
});

const ASKED = [
  ["a filter is added", "kind=event", "status", "denied", "kind=event&status=denied"],
  ["another value takes its place", "kind=event", "kind", "statement", "kind=statement"],
  ["an empty one is taken away", "kind=event&text=truce", "kind", "", "text=truce"],
  ["what is usual need not be said", "lanes=place", "lanes", "actor", ""],
];

for (const [name, before, key, value, after] of ASKED) {
  test(name, () => assert.equal(asking(params(before), key, value).toString(), after));
}

test("removing all filters keeps those of the page, the lanes and the axis", () => {
  const fixed = params("about=x");
  assert.equal(unfiltered(params("about=x&kind=event&lanes=place&axis=said"), fixed).toString(), "about=x&lanes=place&axis=said");
});

test("what is asked for is bounded, and by what is told of most", () => {
  assert.equal(answerAddress("/api/timeline", params("kind=event"), 300), "/api/timeline?kind=event&lanes=actor&order=salience&limit=300");
  assert.equal(manner(params("axis=said"), "axis"), "said");
});

const SAME = [
  ["in another order", "/a?x=1&y=2", "/a?y=2&x=1", true],
  ["in another writing", "/a?since=2016%2F2017", "/a?since=2016/2017", true],
  ["of more", "/a?x=1", "/a?x=1&y=2", false],
  ["of another value", "/a?x=1", "/a?x=2", false],
  ["elsewhere", "/a?x=1", "/b?x=1", false],
  ["where the page has asked nothing", "", "/a?x=1", false],
];

for (const [name, one, other, expected] of SAME) {
  test(`a question ${name} is ${expected ? "the same" : "another"}`, () => assert.equal(isSameQuestion(one, other), expected));
}

test("a value is called by its choice, by an entry, or by the end of its name", () => {
  const entries = [{ actors: [{ iri: ROE, label: "Ann Roe" }], place: null, document: { iri: "d", label: "A story" } }];
  assert.equal(labelOf(ROE, [{ key: ROE, label: "Roe", count: 2 }], entries), "Roe");
  assert.equal(labelOf(ROE, [], entries), "Ann Roe");
  assert.equal(labelOf(ROE, [], []), "ann-roe");
  assert.equal(labelOf("denied", [], []), "denied");
});
