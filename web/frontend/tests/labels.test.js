import assert from "node:assert/strict";
import { test } from "node:test";

import { counted, shortened } from "../src/labels.js";

const CASES = [
  ["what fits stays", "two words", 9, "two words"],
  ["what does not is cut between words", "three short words", 14, "three short…"],
  ["a word that just fits stays", "three short words", 12, "three short…"],
  ["no short word is cut", "word after word", 3, ""],
  ["a long first word is cut within", "Donaudampfschifffahrt auf", 8, "Donauda…"],
  ["so are words without spaces", "港の労働者たちが火曜日に仕事を止めた", 5, "港の労働…"],
  ["no room, no words", "abc", 0, ""],
];

for (const [name, text, width, expected] of CASES) {
  test(name, () => assert.equal(shortened(text, width, (words) => words.length), expected));
}

test("a number of entries is told as one says it", () => {
  assert.deepEqual([0, 1, 1200].map(counted), ["0 entries", "1 entry", "1,200 entries"]);
});

test("what is cut where an ellipsis stands already has one and no two", () => {
  assert.equal(shortened("Only the people … may choose", 18, (text) => text.length), "Only the people…");
});
