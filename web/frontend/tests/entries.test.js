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

test("a twelfth that lies very far off does not squeeze the rest of the first view", () => {
  const bins = { from: 0, to: 2000, width: 100, number: 20 };
  const view = (events) => firstView({ entries: [], bins, lanes: [{ key: "a", label: "a", count: 1, events, statements: [] }] });
  const far = [4, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 52];
  assert.deepEqual(view(far), { begin: 1800, end: 2000 });
  assert.deepEqual(view(far.map((count) => count + 2)), { begin: 0, end: 2000 });
});

test("what articles date differently is in view by all of its dates", () => {
  const day = { begin: seconds(2015, 5, 20), end: seconds(2015, 5, 21) - 1, otherwise: ["2015-05-21", "2015-06/.."] };
  const answer = answerOf(day);
  const bins = { from: day.begin, to: day.begin + 1, width: 1, number: 1 };
  const lanes = [{ key: "a", label: "a", count: 1, events: [1], statements: [] }];
  for (const view of [firstView(answer), firstView({ ...answer, bins, lanes }), wholeOf(answer)]) {
    assert.ok(holds(view, seconds(2015, 5, 22) - 1) && holds(view, seconds(2015, 6, 1)));
  }
});

test("of a stretch that is asked for the first view is where something is dated in it", () => {
  const war = { begin: seconds(1618), end: seconds(1648) };
  const undated = Array.from({ length: 20 }, (_, index) => ({ dated: false, end: seconds(2000 + index) }));
  const answer = answerOf(war, ...undated);
  const centuries = { begin: seconds(1000), end: seconds(1900) };
  const view = firstView(answer, centuries);
  assert.ok(holds(view, war.begin) && holds(view, war.end) && view.end < seconds(1660));
  assert.ok(firstView(answer, { ...centuries, begin: -Infinity }).end < seconds(1660));
  assert.equal(firstView(answer, { ...centuries, end: seconds(1200) }), null);
  assert.ok(firstView(answer).end > seconds(2000));
});
