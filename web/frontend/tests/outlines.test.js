import assert from "node:assert/strict";
import { test } from "node:test";

import { unwrapped, whole } from "../src/outlines.js";
import { radiusOf } from "../src/places.js";

test("a ring across the 180th meridian goes on beyond it", () => {
  assert.deepEqual(unwrapped([[170, 60], [-170, 60], [-170, 70], [170, 70]]), [[170, 60], [190, 60], [190, 70], [170, 70]]);
});

test("a ring elsewhere stays as it is", () => {
  const ring = [[10, 1], [20, 1], [20, 2]];
  assert.deepEqual(unwrapped(ring), ring);
});

test("a country of one polygon and of several come out alike", () => {
  const ring = [[1, 1], [2, 1], [2, 2]];
  const one = whole({ geometry: { type: "Polygon", coordinates: [ring] } });
  const several = whole({ geometry: { type: "MultiPolygon", coordinates: [[ring], [ring]] } });
  assert.deepEqual([one, several].map(({ geometry }) => geometry.coordinates.length), [1, 2]);
});

test("four times as many have twice the radius, and one can still be seen", () => {
  assert.equal(radiusOf(100, 100), 2 * radiusOf(25, 100));
  assert.ok(radiusOf(1, 1_000_000) >= 5);
});
