import assert from "node:assert/strict";
import { test } from "node:test";

import { countIn } from "../src/counting.js";
import { drawable, needsAsking, windowAddress } from "../src/source.js";
import { DAY, seconds } from "../src/time.js";

const ENTRY = { iri: "e", edtf: "2016-06?", begin: 0, end: DAY, uncertain: true, endOpen: true, dated: true, lanes: ["a"], at: [5, 9] };
const bins = { from: 0, to: 400, width: 100, number: 4 };
const lanes = [{ key: "a", label: "A", count: 40, events: [10, 10, 0, 0], statements: [0, 0, 20, 0] }];
const MANY = { entries: [ENTRY], lanes, density: [], total: 40, undated: 0, bins };

test("on the axis of saying an entry stands at one certain moment", () => {
  const [said] = drawable(MANY, "said").entries;
  assert.deepEqual([said.begin, said.end, said.uncertain, said.endOpen, said.edtf], [5, 9, false, false, ""]);
});

test("on its own axis an entry keeps its date, and without a moment it is undated", () => {
  assert.equal(drawable(MANY, "happened").entries[0].edtf, "2016-06?");
  assert.equal(drawable({ ...MANY, entries: [{ ...ENTRY, at: [null, null] }] }, "published").entries[0].dated, false);
});

test("counts are drawn only where there is more than the marks", () => {
  assert.equal(drawable({ ...MANY, total: 1 }, "happened").bins, null);
  assert.deepEqual(drawable(MANY, "happened").bins, bins);
});

const VIEW = { begin: seconds(2016, 3, 1), end: seconds(2016, 5, 1) };

test("a window is asked for with half a view on both sides, within the dates asked for", () => {
  const asked = new URL(windowAddress("/api/timeline?until=2016-04&kind=event", VIEW), "http://x").searchParams;
  assert.deepEqual([asked.get("since"), asked.get("until"), asked.get("kind")], ["2016-01-30", "2016-04-30", "event"]);
});

test("a view is asked for when it leaves what was fetched or looks much closer", () => {
  const fetched = { begin: 0, end: 200 };
  assert.ok(needsAsking({ begin: 0, end: 100 }, null, MANY));
  assert.ok(!needsAsking({ begin: 50, end: 150 }, fetched, MANY));
  assert.ok(needsAsking({ begin: 150, end: 250 }, fetched, MANY));
  assert.ok(needsAsking({ begin: 50, end: 100 }, fetched, MANY));
  assert.ok(!needsAsking({ begin: 50, end: 100 }, fetched, { ...MANY, total: 1 }));
});

test("what lies in a view is counted by the bins where not everything was sent", () => {
  assert.equal(countIn(MANY, MANY, { begin: -10, end: 500 }, 1), 40);
  assert.equal(countIn(MANY, MANY, { begin: 0, end: 150 }, 1), 15);
  assert.equal(countIn({ ...MANY, total: 1 }, MANY, { begin: 0, end: 150 }, 1), 1);
});

test("what is undated is not counted in every view, though it may lie in any", () => {
  const everything = { ...MANY, total: 100, undated: 20 };
  const fetched = { ...MANY, total: 28, undated: 20, undatedHere: 20 };
  assert.equal(countIn(everything, everything, { begin: -10, end: 500 }, 1), 100);
  assert.equal(countIn(fetched, everything, { begin: -10, end: 500 }, 1), 10);
});
