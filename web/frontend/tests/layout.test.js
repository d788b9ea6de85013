import assert from "node:assert/strict";
import { test } from "node:test";

import { bounded, dated, firstView, undated, wholeOf } from "../src/entries.js";
import { colours, layOut, ROW, stack } from "../src/layout.js";
import { itemOf, neighbour, tabStop } from "../src/moves.js";
import { DAY, seconds } from "../src/time.js";

const how = {
  pixelsPerSecond: 1 / DAY,
  labelWidth: 200,
  measure: (text) => text.length * 7,
  shorten: (text, width) => text.slice(0, Math.floor(width / 7)),
  colourOf: colours(),
};

function entry(iri, lane, month, more = {}) {
  const begin = seconds(2016, month, 1);
  const edtf = `2016-${String(month).padStart(2, "0")}-01`;
  return { iri, label: iri, lanes: [lane], edtf, begin, end: begin + DAY - 1, dated: true, ...more };
}

const ANSWER = {
  entries: [
    entry("a1", "A", 1), entry("a6", "A", 6), entry("b2", "B", 2), entry("b5", "B", 5), entry("c6", "C", 6),
    entry("nowhere", "C", 3, { dated: false }), entry("never", "D", 3, { begin: null, end: null }),
  ],
  lanes: ["A", "B", "C", "D"].map((key) => ({ key, label: key, count: 2 })),
};

const lanes = layOut(dated(ANSWER), ANSWER.lanes, how);
const EVERYWHERE = [-Infinity, Infinity];

test("lanes follow the order of the answer, one below the other", () => {
  const [first, second, third] = stack(lanes, EVERYWHERE, 0);
  assert.deepEqual([first, second, third].map(({ lane }) => lane.key), ["A", "B", "C"]);
  assert.deepEqual([second.top, third.top], [first.height, first.height + second.height]);
});

test("a lane is as tall as what is near needs", () => {
  const crowd = Array.from({ length: 5 }, (_, index) => entry(`crowd ${index}`, "A", 6));
  const busy = layOut([...crowd, entry("alone", "A", 1)], ANSWER.lanes, how);
  const alone = busy[0].items[0].figure.reach;
  assert.ok(stack(busy, EVERYWHERE, 0)[0].height >= 5 * ROW);
  assert.ok(stack(busy, alone, 0)[0].height < 3 * ROW);
});

test("the first view leaves out a few far entries, the whole leaves out none", () => {
  const near = Array.from({ length: 30 }, (_, index) => entry(`near ${index}`, "A", 6 + (index % 2)));
  const far = entry("far", "A", 1, { begin: seconds(1500), end: null });
  const answer = { entries: [...near, far], density: [], total: 31 };
  assert.ok(firstView(answer).begin > seconds(2016) && wholeOf(answer).begin < seconds(1500));
});

test("the whole reaches to what is only bounded", () => {
  const late = entry("late", "A", 12, { dated: false, begin: null });
  assert.ok(wholeOf({ entries: [...ANSWER.entries, late], density: [], total: 8 }).end > seconds(2016, 12));
});

test("of what was not sent, the bins tell", () => {
  const bins = [{ from: 0, to: 10, events: 1, statements: 0 }, { from: 10, to: 20, events: 0, statements: 0 }];
  assert.ok(wholeOf({ ...ANSWER, density: bins, total: 1000 }).begin < 0);
});

test("what has no date goes to the tray, not to a place on the axis", () => {
  assert.deepEqual(undated(ANSWER).map(({ iri }) => iri), ["nowhere", "never"]);
  assert.equal(itemOf(lanes, "nowhere"), null);
});

test("what publication bounds can be drawn too, what nothing bounds cannot", () => {
  const all = layOut(bounded(ANSWER), ANSWER.lanes, how);
  assert.ok(itemOf(all, "nowhere"));
  assert.equal(itemOf(all, "never"), null);
});

const MOVES = [
  ["a1", "later", "a6"], ["a6", "earlier", "a1"], ["a1", "down", "b2"], ["a6", "down", "b5"],
  ["c6", "up", "b5"], ["a6", "first", "a1"], ["b2", "last", "b5"],
];

for (const [from, way, to] of MOVES) {
  test(`${way} from ${from} leads to ${to}`, () => assert.equal(neighbour(lanes, from, way).key, to));
}

for (const [from, way] of [["a1", "earlier"], ["a1", "up"], ["c6", "down"], ["unheard of", "later"]]) {
  test(`${way} from ${from} leads nowhere`, () => assert.equal(neighbour(lanes, from, way), null));
}

test("the tab stop is the mark last visited while it is in sight, else the first in sight", () => {
  const [a6] = lanes[0].items.slice(-1);
  const sight = [a6.figure.reach[0] - 5, a6.figure.reach[1] + 5];
  assert.equal(tabStop(lanes, "c6", sight), "c6");
  assert.equal(tabStop(lanes, "a1", sight), "a6");
  assert.equal(tabStop(lanes, null, [0, 1]), null);
});

test("a label does not repeat the name of its lane", () => {
  const said = entry("said", "A", 3, { label: "Ann Roe: it was late" });
  assert.equal(layOut([said], [{ key: "A", label: "Ann Roe", count: 1 }], how)[0].items[0].text, "it was late");
});

test("a lane keeps its colour, and others are grey", () => {
  const colourOf = colours();
  assert.deepEqual(["x", "y", "x", "others"].map(colourOf), [0, 1, 0, 12]);
});

test("the keys go on from an entry's mark in one lane, though it stands in the lane above too", () => {
  const many = layOut([entry("ba", "B", 2, { lanes: ["B", "A"] }), entry("c6", "C", 6)], ANSWER.lanes, how);
  assert.deepEqual(many.map(({ items }) => items[0].key), ["ba A", "ba", "c6"]);
  assert.equal(neighbour(many, "ba A", "down").key, "ba");
  assert.equal(neighbour(many, "ba", "down").key, "c6");
  assert.equal(neighbour(many, "ba", "up").key, "ba A");
});

test("an entry that stands in several lanes has a mark of its own in each", () => {
  const shared = layOut([entry("ab", "A", 2, { lanes: ["A", "B"] })], ANSWER.lanes, how);
  assert.deepEqual(shared.map(({ lane }) => lane.key), ["A", "B"]);
  assert.equal(new Set(shared.flatMap(({ items }) => items.map(({ key }) => key))).size, 2);
});

test("a lane of which nothing was sent is drawn only where its counts are", () => {
  const drawnWith = (hasStrips) => layOut([], ANSWER.lanes, { ...how, hasStrips }).length;
  assert.deepEqual([drawnWith(false), drawnWith(true)], [0, 4]);
});
