import assert from "node:assert/strict";
import { test } from "node:test";

import { LABEL_GAP, MAX_ROWS, pack, rowCount } from "../src/packing.js";

const LETTER = 7;
const shorten = (text, width) => text.slice(0, Math.max(Math.floor(width / LETTER), 0));

function drawn(left, label = "a label", width = 16, shape = width > 16 ? "bar" : "point") {
  const reach = [left, left + width];
  const figure = { shape, reach, core: reach, fadeIn: null, fadeOut: null, arrowLeft: false, arrowRight: false };
  return { entry: { iri: `entry-${left}-${label}`, lanes: ["lane"] }, figure, label, labelWidth: label.length * LETTER };
}

/** From the left edge of a mark to the right edge of its label. */
function extent({ figure, text, inside }) {
  const right = inside || !text ? figure.reach[1] : figure.reach[1] + LABEL_GAP + text.length * LETTER;
  return [figure.reach[0], right];
}

function assertApart(items) {
  for (const [index, one] of items.entries()) {
    for (const other of items.slice(index + 1)) {
      const [[left, right], [from, to]] = [extent(one), extent(other)];
      assert.ok(one.row !== other.row || right <= from || to <= left, `${one.key} lies over ${other.key}`);
    }
  }
}

test("marks with room between them share a row", () => {
  assert.equal(rowCount(pack([drawn(0), drawn(200), drawn(400)], "lane", shorten)), 1);
});

test("a label keeps the next mark out of its row", () => {
  const items = pack([drawn(0, "a rather long label"), drawn(60)], "lane", shorten);
  assert.deepEqual(items.map(({ row }) => row), [0, 1]);
});

test("a label that fits stands inside its bar", () => {
  const [item] = pack([drawn(0, "short", 200)], "lane", shorten);
  assert.ok(item.inside);
});

test("nothing is lost and nothing overlaps in a crowd", () => {
  const crowd = Array.from({ length: 120 }, (_, index) => drawn(index * 9, `entry number ${index}`));
  const items = pack(crowd, "lane", shorten);
  assert.equal(items.flatMap(({ entries }) => entries).length, 120);
  assert.ok(rowCount(items) <= MAX_ROWS);
  assertApart(items);
});

test("forty at one moment end in one badge", () => {
  const items = pack(Array.from({ length: 40 }, (_, index) => drawn(100, `label ${index}`)), "lane", shorten);
  const badges = items.filter(({ entries }) => entries.length > 1);
  assert.equal(badges.length, 1);
  assert.equal(badges[0].text, `+${40 - (MAX_ROWS - 1)}`);
  assertApart(items);
});

test("a long bar is not hidden behind a badge by what is brief", () => {
  const brief = Array.from({ length: 30 }, (_, index) => drawn(index, `label ${index}`));
  const items = pack([...brief, drawn(40, "the long one", 300)], "lane", shorten);
  assert.ok(items.some(({ text, entries }) => text === "the long one" && entries.length === 1));
});

test("what has a date is not hidden behind a badge by what has none, and badges stay where their entries are", () => {
  const undated = Array.from({ length: 24 }, (_, index) => drawn(index % 2 ? 100 : 600, `undated ${index}`));
  for (const one of undated) one.entry.dated = false;
  const items = pack([...undated, drawn(102, "dated"), drawn(602, "dated too")], "lane", shorten);
  const alone = items.filter(({ entries }) => entries.length === 1).map(({ text }) => text);
  assert.ok(alone.includes("dated") && alone.includes("dated too"));
  assert.deepEqual(items.filter(({ isBadge }) => isBadge).map(({ text }) => text), ["+6", "+6"]);
  assertApart(items);
});
