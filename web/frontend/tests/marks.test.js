import assert from "node:assert/strict";
import { test } from "node:test";

import { bubblePath } from "../src/glyphs.js";
import { figureOf, GLYPH } from "../src/marks.js";
import { DAY, seconds } from "../src/time.js";

const origin = seconds(2016);
const at = (pixelsPerDay) => (time) => ((time - origin) / DAY) * pixelsPerDay;
const day = (month, number) => Math.round((seconds(2016, month, number) - origin) / DAY);

function entry(edtf, more = {}) {
  return { dated: true, edtf, begin: null, end: null, beginOpen: false, endOpen: false, document: { published: "" }, ...more };
}

test("a day seen from afar is a glyph on its middle", () => {
  const { shape, core } = figureOf(entry("2016-06-17"), at(2));
  assert.equal(shape, "point");
  assert.equal((core[0] + core[1]) / 2, (day(6, 17) + 0.5) * 2);
});

test("a glyph stands only where all the date may mean fits beneath it", () => {
  for (const edtf of ["2016-06-17", "2016-06", "2016", "2016-06-01/2016-06-20"]) {
    for (const pixelsPerDay of [0.01, 0.5, 2, 40]) {
      const x = at(pixelsPerDay);
      const wide = figureOf(entry(edtf), x);
      const whole = wide.reach[1] - wide.reach[0];
      assert.equal(wide.shape === "point", whole <= GLYPH && whole > 0, `${edtf} at ${pixelsPerDay}`);
    }
  }
});

test("a day seen from near is a box as wide as the day", () => {
  assert.deepEqual(figureOf(entry("2016-06-17"), at(100)).core, [day(6, 17) * 100, day(6, 18) * 100]);
});

test("a month is a box as wide as the month", () => {
  const { shape, core, fadeIn } = figureOf(entry("2016-06"), at(2));
  assert.deepEqual([shape, core, fadeIn], ["box", [day(6, 1) * 2, day(7, 1) * 2], null]);
});

test("an interval is certain between its latest begin and its earliest end", () => {
  const figure = figureOf(entry("2016-02/2016-06"), at(2));
  assert.equal(figure.shape, "bar");
  assert.deepEqual(figure.fadeIn, [day(2, 1) * 2, day(3, 1) * 2]);
  assert.deepEqual(figure.core, [day(3, 1) * 2, day(6, 1) * 2]);
  assert.deepEqual(figure.fadeOut, [day(6, 1) * 2, day(7, 1) * 2]);
});

test("what goes on is certain up to the day of publication and has an arrow", () => {
  const going = entry("2016-02-01/..", { endOpen: true, document: { published: "2016-06-17" } });
  const figure = figureOf(going, at(2));
  assert.equal(Math.round(figure.core[1]), day(6, 18) * 2);
  assert.ok(figure.arrowRight && figure.fadeOut[1] > figure.core[1]);
});

test("an unknown end fades without an arrow", () => {
  const figure = figureOf(entry("2016-02-01/"), at(2));
  assert.ok(figure.fadeOut && !figure.arrowRight);
});

test("an open begin fades in from the left, with an arrow", () => {
  const figure = figureOf(entry("../2016-06", { beginOpen: true }), at(2));
  assert.ok(figure.arrowLeft && figure.fadeIn[0] < figure.core[0]);
  assert.equal(figure.core[0], day(6, 1) * 2);
});

test("what only its publication bounds is a glyph there, with a whisker into the past", () => {
  const { shape, core, fadeIn, arrowLeft } = figureOf(entry("../2016-06-17", { dated: false }), at(2));
  assert.deepEqual([shape, arrowLeft], ["point", true]);
  assert.ok(fadeIn[0] < core[0] && core[0] < day(6, 18) * 2 && core[1] > day(6, 18) * 2);
});

test("what EDTF is not understood is drawn from its outer bounds", () => {
  const set = entry("{2016-02,2016-06}", { begin: seconds(2016, 2), end: seconds(2016, 7) - 1 });
  const { shape, core } = figureOf(set, at(2));
  assert.deepEqual([shape, core], ["box", [day(2, 1) * 2, day(7, 1) * 2]]);
});

test("two dates that contradict each other are two cores with room for a sign between them", () => {
  for (const [otherwise, pixelsPerDay] of [["2016-06-24", 20], ["2016-06-18", 1], ["2016-05-02", 0.01]]) {
    const own = { begin: seconds(2016, 6, 17), end: seconds(2016, 6, 18) - 1, otherwise: ["2016-06-17", otherwise] };
    const { shape, core, other } = figureOf(entry("2016-06-17", own), at(pixelsPerDay));
    assert.equal(shape, "pair");
    assert.ok(other[0] - core[1] >= 13 - 1e-6, `${otherwise} leaves no room`);
  }
});

test("dates that may be the same are no contradiction", () => {
  const own = { begin: seconds(2016, 6, 17), end: seconds(2016, 6, 18) - 1, otherwise: ["2016-06"] };
  assert.equal(figureOf(entry("2016-06-17", own), at(2)).shape, "point");
});

test("a bubble with words in it is taller than one that stands for a moment", () => {
  const top = (/** @type {string} */ path) => Number(/^M[\d.]+,(-?[\d.]+)/.exec(path)?.[1]);
  assert.ok(top(bubblePath(0, 200, 0)) < top(bubblePath(0, 16, 0)));
});
