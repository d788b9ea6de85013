import assert from "node:assert/strict";
import { test } from "node:test";

import { axis } from "../src/ticks.js";
import { DAY, HOUR, seconds, YEAR } from "../src/time.js";

const WIDTH = 1000;
const labels = ({ ticks }) => ticks.map(({ label }) => label);
const view = (begin, length) => ({ begin, end: begin + length });
const june = seconds(2016, 6, 17);

test("a minute shows seconds under the day", () => {
  const drawn = axis(view(june, 60), WIDTH);
  assert.deepEqual(labels(drawn).slice(0, 3), ["00:00:00", "00:00:05", "00:00:10"]);
  assert.equal(drawn.above[0].label, "17 June 2016");
});

test("a day shows hours", () => assert.ok(labels(axis(view(june, DAY), WIDTH)).includes("12:00")));

test("a month shows days under the month", () => {
  const drawn = axis(view(seconds(2016, 6), 30 * DAY), WIDTH);
  assert.deepEqual(labels(drawn).slice(0, 3), ["1", "2", "3"]);
  assert.equal(drawn.above[0].label, "June 2016");
});

test("three months show Mondays", () => {
  const drawn = axis(view(seconds(2016, 6), 90 * DAY), 600);
  assert.deepEqual(labels(drawn).slice(0, 3), ["6", "13", "20"]);
});

test("a year shows months under the year", () => {
  const drawn = axis(view(seconds(2016), 370 * DAY), WIDTH);
  assert.deepEqual(labels(drawn).slice(0, 2), ["Jan", "Feb"]);
  assert.deepEqual(drawn.above.map(({ label }) => label), ["2016", "2017"]);
});

test("across the turn of the era years are round on both sides, and there is no year 0", () => {
  const drawn = axis({ begin: seconds(-250), end: seconds(250) }, 600);
  assert.deepEqual(labels(drawn), ["200 BC", "100 BC", "1", "100", "200"]);
});

test("single years pass from 1 BC to 1", () => {
  const drawn = axis({ begin: seconds(-2), end: seconds(4) }, 480);
  assert.deepEqual(labels(drawn).filter((label) => /BC|^1$/.test(label)), ["3 BC", "2 BC", "1 BC", "1"]);
});

test("twelve thousand years have ticks", () => {
  const drawn = axis(view(seconds(0), 12000 * YEAR), WIDTH);
  assert.ok(drawn.ticks.length >= 5);
  assert.ok(labels(drawn).includes("10,000"));
});

for (const length of [60, 500, HOUR, 7 * HOUR, DAY, 20 * DAY, 200 * DAY, 3 * YEAR, 77 * YEAR, 12000 * YEAR]) {
  test(`ticks over ${length} seconds rise, lie in the view and keep apart`, () => {
    const shown = view(june - 17, length);
    const { ticks } = axis(shown, WIDTH);
    assert.ok(ticks.length > 0 && ticks.length < 60);
    for (const [index, { at }] of ticks.entries()) {
      assert.ok(at >= shown.begin && at <= shown.end);
      if (index) assert.ok(((at - ticks[index - 1].at) / length) * WIDTH >= 25);
    }
  });
}
