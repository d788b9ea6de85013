import assert from "node:assert/strict";
import { test } from "node:test";

import { brokenScale, centred, fitting, held, opening, mainPart, LONGEST, panned, SHORTEST, showing, timeScale, withRoom, zoomed } from "../src/scale.js";
import { crowdedIn } from "../src/entries.js";
import { YEAR } from "../src/time.js";

const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-6, `${one} is not ${other}`);
const VIEW = { begin: 1000, end: 2000 };

test("time and pixels are each other's inverse", () => {
  const { x, time } = timeScale(VIEW, 200, 1200);
  assert.deepEqual([x(1000), x(2000), time(700)], [200, 1200, 1500]);
});

test("zooming keeps the time under the pointer where it is", () => {
  const closer = zoomed(VIEW, 0.5, 1250);
  assert.equal(closer.end - closer.begin, 500);
  near((1250 - closer.begin) / 500, 0.25);
});

test("zooming ends at a minute", () => {
  const { begin, end } = zoomed(VIEW, 1e-9, 1500);
  near(end - begin, SHORTEST);
});

test("zooming out ends beyond twelve thousand years", () => {
  const { begin, end } = zoomed(VIEW, 1e12, 1500);
  near((end - begin) / LONGEST, 1);
});

test("panning moves both ends", () => assert.deepEqual(panned(VIEW, -100), { begin: 900, end: 1900 }));

test("centring puts a time in the middle", () => assert.deepEqual(centred(VIEW, 3000), { begin: 2500, end: 3500 }));

test("what is in sight moves nothing", () => assert.equal(showing(VIEW, 1500), VIEW));

test("what is out of sight comes in by the nearer edge", () => {
  assert.deepEqual(showing(VIEW, 2500), { begin: 1600, end: 2600 });
  assert.deepEqual(showing(VIEW, 500), { begin: 400, end: 1400 });
});

test("a fitting view has all times within it", () => {
  const view = fitting([5e8, 1e9, 2e9]);
  assert.ok(view.begin < 5e8 && view.end > 2e9);
});

test("one moment alone has days around it", () => {
  const { begin, end } = fitting([0]);
  assert.ok(begin < -3600 && end > 3600);
});

test("room for labels is a share of the screen", () => {
  assert.deepEqual(withRoom(VIEW, 0.2), { begin: 1000, end: 2250 });
});

test("nothing has no fitting view", () => assert.equal(fitting([]), null));

test("a few far times do not squeeze all others into a corner", () => {
  const many = Array.from({ length: 40 }, (_, index) => index * 1e6);
  const view = mainPart([...many, 1e12]);
  assert.ok(view.end < 1e9 && view.begin < 2e6);
  const twelfth = mainPart([-4e12, -3e12, -2e12, -1e12, ...many]);
  assert.ok(twelfth.begin > -1e9 && twelfth.end > 36e6);
});

test("times that are spread out are all shown", () => {
  const view = mainPart(Array.from({ length: 40 }, (_, index) => index * 1e6));
  assert.ok(view.begin < 0 && view.end > 39e6);
});

test("a view cannot be lost beyond what is known", () => {
  const view = held({ begin: 90000, end: 91000 }, { begin: 0, end: 5000 });
  assert.deepEqual(view, { begin: 4500, end: 5500 });
});

const FAR = { begin: -12_000 * YEAR, end: 50 * YEAR };
const NEAR = { begin: 30 * YEAR, end: 50 * YEAR };

test("one far date leaves the rest most of the band, and time and pixels are still each other's inverse", () => {
  const scale = brokenScale(FAR, NEAR, 1000);
  assert.ok(scale.x(NEAR.end) - scale.x(NEAR.begin) > 900);
  assert.deepEqual([scale.x(FAR.begin), Math.round(scale.x(FAR.end)), scale.breaks], [0, 1000, [80]]);
  for (const x of [10, 79, 81, 500, 990]) assert.ok(Math.abs(scale.x(scale.time(x)) - x) < 1e-6);
});

test("what is spread over all of its time has an even scale", () => {
  assert.deepEqual(brokenScale(NEAR, { begin: 35 * YEAR, end: 45 * YEAR }, 100).breaks, []);
});

test("the part that is crowded is where nearly all is counted", () => {
  const bins = [[0, 1], [10, 0], [20, 90], [30, 80], [40, 0]].map(([from, events]) => ({ from, to: from + 10, events, statements: 0 }));
  assert.deepEqual(crowdedIn(bins, { begin: 0, end: 50 }), { begin: 20, end: 40 });
  assert.deepEqual(crowdedIn([], { begin: 0, end: 50 }), { begin: 0, end: 50 });
});

test("the view begins with the stretch that is asked for, where that is long with what is in it", () => {
  const [minute, month, century] = [60, 30 * 86400, 36525 * 86400].map((end) => ({ begin: 0, end }));
  assert.deepEqual(opening(minute, century), minute);
  assert.deepEqual(opening(month, minute), month);
  assert.deepEqual(opening(century, month), month);
  assert.deepEqual(opening(null, month), month);
});
