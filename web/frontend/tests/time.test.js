import assert from "node:assert/strict";
import { test } from "node:test";

import { civil, dateWords, dayNumber, momentEdtf, momentWords, parts, seconds, YEAR, yearWords } from "../src/time.js";

const DAYS = [
  ["the epoch", [1970, 1, 1], 0],
  ["a leap day", [2016, 2, 29], 16860],
  ["the day before the epoch", [1969, 12, 31], -1],
  ["year 0, which is 1 BC", [0, 1, 1], -719528],
  ["the Ides of March, 44 BC", [-43, 3, 15], -735160],
  ["a far plan", [12000, 1, 1], 3663382],
];

for (const [name, [year, month, day], number] of DAYS) {
  test(`${name} has its day number`, () => assert.equal(dayNumber(year, month, day), number));
  test(`${name} is found again`, () => assert.deepEqual(civil(number), { year, month, day }));
}

test("every day of eight hundred years comes back, also before our era", () => {
  for (let number = -900000; number < -600000; number += 1) {
    const { year, month, day } = civil(number);
    assert.equal(dayNumber(year, month, day), number);
  }
});

test("agrees with Date where Date reaches", () => {
  for (const time of [-62135596800, -1, 0, 951782399, 1466121600, 253402300799]) {
    const date = new Date(time * 1000);
    const expected = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours()];
    const { year, month, day, hour } = parts(time);
    assert.deepEqual([year, month, day, hour], expected);
  }
});

const YEARS = [[2016, "2016"], [1, "1"], [0, "1 BC"], [-43, "44 BC"], [12000, "12,000"], [-11999, "12,000 BC"]];

for (const [year, words] of YEARS) {
  test(`the astronomical year ${year} is told as ${words}`, () => assert.equal(yearWords(year), words));
}

const MOMENTS = [
  ["a century shows years", 100 * YEAR, "2016", "2016-06-17"],
  ["ten years show months", 10 * YEAR, "Jun 2016", "2016-06-17"],
  ["a year shows days", YEAR, "17 Jun 2016", "2016-06-17"],
  ["an hour shows the clock", 3600, "17 Jun 2016, 09:30", "2016-06-17T09:30:00Z"],
];

for (const [name, span, words, edtf] of MOMENTS) {
  test(`${name}, in words and in EDTF`, () => {
    const time = seconds(2016, 6, 17, 9, 30);
    assert.deepEqual([momentWords(time, span), momentEdtf(time, span)], [words, edtf]);
  });
}

test("EDTF writes years before year 0 with a sign and far ones with a Y", () => {
  assert.equal(momentEdtf(seconds(-43, 3, 15), YEAR), "-0043-03-15");
  assert.equal(momentEdtf(seconds(12000), YEAR), "Y12000");
});

test("what is asked for is told in words, and other words stay as they were typed", () => {
  const asked = ["2016", "2016-06", "2016-06-17", "-0043-03-15", "-0300", "2016-21", "17. Juni 2016", "2016~"];
  const told = ["2016", "June 2016", "17 June 2016", "15 March 44 BC", "301 BC", "2016-21", "17. Juni 2016", "2016~"];
  assert.deepEqual(asked.map(dateWords), told);
});
