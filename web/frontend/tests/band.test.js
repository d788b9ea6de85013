import assert from "node:assert/strict";
import { test } from "node:test";

import { bandKeys, dragOf } from "../src/bandmoves.js";
import { outlineOf } from "../src/strips.js";

const VIEW = { begin: 100_000, end: 200_000 };
const WHOLE = { begin: 0, end: 1_000_000 };

const PRESSED = [
  ["an arrow moves the window by a tenth of it", "ArrowRight", "window", [110_000, 210_000]],
  ["a page by all of it", "PageDown", "window", [0, 100_000]],
  ["Home to the begin of everything", "Home", "window", [0, 100_000]],
  ["End to the end of everything", "End", "window", [900_000, 1_000_000]],
  ["the begin moves alone", "ArrowLeft", "begin", [90_000, 200_000]],
  ["the end moves alone", "End", "end", [100_000, 1_000_000]],
  ["the begin stops before the end", "PageUp", "begin", [199_940, 200_000]],
];

for (const [name, key, part, [begin, end]] of PRESSED) {
  test(name, () => assert.deepEqual(bandKeys({ key }, part, VIEW, WHOLE), { begin, end }));
}

test("other keys, and those of the browser, do nothing", () => {
  assert.equal(bandKeys({ key: "a" }, "window", VIEW, WHOLE), null);
  assert.equal(bandKeys({ key: "ArrowLeft", altKey: true }, "window", VIEW, WHOLE), null);
});

test("a drag begun at an edge stretches the window, one begun inside moves it", () => {
  const drag = (x) => dragOf(x, [100, 200], 9, VIEW, x * 1000)((x + 50) * 1000);
  assert.deepEqual(drag(100), { begin: 150_000, end: 200_000 });
  assert.deepEqual(drag(200), { begin: 100_000, end: 250_000 });
  assert.deepEqual(drag(150), { begin: 150_000, end: 250_000 });
});

test("a narrow window is moved wherever it is taken hold of", () => {
  assert.deepEqual(dragOf(100, [100, 110], 9, VIEW, 100_000)(150_000), { begin: 150_000, end: 250_000 });
});

test("counts of nothing take no ink", () => {
  assert.equal(outlineOf([0, 0], (index) => index * 4, 30), "");
  assert.equal(outlineOf([0, -5], (index) => index * 4, 30), "M4,30V25H8V30Z");
});
