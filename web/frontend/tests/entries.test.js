import assert from "node:assert/strict";
import { test } from "node:test";

import { firstView, wholeOf } from "../src/entries.js";
import { seconds } from "../src/time.js";

const ENTRY = { begin: null, end: null, beginOpen: false, endOpen: false, dated: true, document: { published: "" } };
const answerOf = (...entries) => ({
  entries: entries.map((entry) => ({ ...ENTRY, ...entry })),
  density: [],
  total: entries.length,
});

const holds = (view, time) => view.begin < time && time < view.end;

test("the first view holds a single day from its first to its last second", () => {
  const [begin, end] = [seconds(2016, 6, 17), seconds(2016, 6, 18) - 1];
  const view = firstView(answerOf({ begin, end }));
  assert.ok(holds(view, begin) && holds(view, end));
});

test("what goes on is in view up to the day its source was published", () => {
  const open = { begin: seconds(1950), endOpen: true, document: { published: "2016-06-18" } };
  for (const view of [firstView(answerOf(open)), wholeOf(answerOf(open))]) {
    assert.ok(holds(view, seconds(2016, 6, 18)));
  }
});

test("what has no bound at all gives no view", () => {
  assert.equal(firstView(answerOf({})), null);
  assert.equal(wholeOf(answerOf()), null);
});

test("of the years of a bin that no entry reaches the first view keeps none", () => {
  const [from, width] = [seconds(1900), seconds(1950) - seconds(1900)];
  const bins = { from, to: from + 4 * width, width, number: 4 };
  const lanes = [{ key: "a", label: "a", count: 900, events: [1, 600, 300, 0], statements: [] }];
  const entries = [1985, 1990, 2010, 2031].map((year) => ({ ...ENTRY, begin: seconds(year), end: seconds(year + 1) - 1 }));
  const view = firstView({ entries, bins, lanes });
  assert.ok(holds(view, seconds(1985)) && view.begin > seconds(1980));
  assert.ok(holds(view, seconds(2032) - 1) && view.end < seconds(2036));
});

test("where not everything was sent, the first view is where the counts are", () => {
  const bins = { from: 0, to: 1000, width: 100, number: 10 };
  const counts = [1, 0, 0, 0, 0, 400, 500, 300, 0, 1];
  const view = firstView({ entries: [], bins, lanes: [{ key: "a", label: "a", count: 1202, events: counts, statements: [] }] });
  assert.deepEqual(view, { begin: 500, end: 800 });
});
