import assert from "node:assert/strict";
import { test } from "node:test";

import { readState, viewEdtf, writeState } from "../src/address.js";
import { isWhole, windowAddress } from "../src/source.js";
import { seconds } from "../src/time.js";

const VIEW = { begin: seconds(2016, 6, 1), end: seconds(2016, 6, 30) - 1 };

test("a view stands in the address as an EDTF interval, beside the page's own parameters", () => {
  assert.equal(writeState("?about=Ann+Roe", { view: VIEW, entry: null, drawsUndated: true }), "?about=Ann+Roe&view=2016-06-01/2016-06-29");
});

test("what was written is read again", () => {
  const state = { view: VIEW, entry: "https://example.org/doc/1/event-2", drawsUndated: false };
  assert.deepEqual(readState(writeState("", state)), state);
});

test("writing what was read changes nothing", () => {
  for (const query of ["?view=2016-06-17T09:30:00Z/2016-06-17T10:00:00Z", "?view=-0499/0500", "?view=2014-09-01/2016-06-20"]) {
    assert.equal(writeState(query, readState(query)), query);
  }
});

test("closing takes the entry out of the address", () => {
  assert.equal(writeState("?entry=x", { view: null, entry: null, drawsUndated: true }), "");
});

for (const query of ["", "?view=", "?view=yesterday", "?view=2016-06-17/..", "?view=2017/2016"]) {
  test(`"${query}" asks for no view`, () => assert.equal(readState(query).view, null));
}

test("a window is asked for with room on both sides and all other parameters kept", () => {
  const address = windowAddress("/api/timeline?about=Ann&limit=300", VIEW);
  const given = new URL(address, "http://localhost").searchParams;
  assert.deepEqual([given.get("about"), given.get("limit")], ["Ann", "300"]);
  assert.ok(given.get("since") < viewEdtf(VIEW) && given.get("until") > "2016-06-30");
});

test("an answer is whole when it sent all it counted", () => {
  assert.ok(isWhole({ entries: [1, 2], total: 2 }));
  assert.ok(!isWhole({ entries: [1, 2], total: 3 }));
});
