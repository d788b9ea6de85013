import assert from "node:assert/strict";
import { test } from "node:test";

import { ends } from "../src/edtf.js";
import { seconds } from "../src/time.js";

const last = (...after) => seconds(...after) - 1;

const SINGLE = [
  ["2016-06-17", seconds(2016, 6, 17), last(2016, 6, 18)],
  ["2016-02", seconds(2016, 2), last(2016, 3)],
  ["2016", seconds(2016), last(2017)],
  ["2016-06?", seconds(2016, 6), last(2016, 7)],
  ["2016-06-17~", seconds(2016, 6, 17), last(2016, 6, 18)],
  ["201X", seconds(2010), last(2020)],
  ["2016-XX", seconds(2016), last(2017)],
  ["2016-06-XX", seconds(2016, 6), last(2016, 7)],
  ["2016-21", seconds(2016, 3), last(2016, 6)],
  ["2016-24", seconds(2016, 12), last(2017, 3)],
  ["-0043-03-15", seconds(-43, 3, 15), last(-43, 3, 16)],
  ["Y12000", seconds(12000), last(12001)],
  ["Y-12000", seconds(-12000), last(-11999)],
  ["2016-06-17T09:30:00Z", seconds(2016, 6, 17, 9, 30), seconds(2016, 6, 17, 9, 30)],
  ["2016-06-17T09:30:00+02:00", seconds(2016, 6, 17, 7, 30), seconds(2016, 6, 17, 7, 30)],
];

for (const [edtf, first, final] of SINGLE) {
  test(`${edtf} reaches from its first to its last second`, () => {
    assert.deepEqual(ends(edtf), { from: [first, final], to: [first, final] });
  });
}

const INTERVALS = [
  ["2014-09/..", [seconds(2014, 9), last(2014, 10)], null],
  ["../2016", null, [seconds(2016), last(2017)]],
  ["/2016", null, [seconds(2016), last(2017)]],
  ["2015~/2016-02?", [seconds(2015), last(2016)], [seconds(2016, 2), last(2016, 3)]],
];

for (const [edtf, from, to] of INTERVALS) {
  test(`${edtf} has two ends of their own`, () => assert.deepEqual(ends(edtf), { from, to }));
}

for (const edtf of ["", "someday", "2016-06-17/someday", "2016/2017/2018", "{2015,2016}", "2016-33"]) {
  test(`"${edtf}" is left to the outer bounds`, () => {
    const read = ends(edtf);
    assert.ok(read === null || (read.from === null && read.to === null));
  });
}
