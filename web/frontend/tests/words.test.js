import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { ENGLISH } from "../src/english.js";
import { BINDINGS } from "../src/keyboard.js";
import { monthName, say, sayCount, sayNumber } from "../src/words.js";

const sources = readdirSync(new URL("../src/", import.meta.url))
  .filter((name) => name.endsWith(".js") && name !== "english.js")
  .map((name) => readFileSync(new URL(`../src/${name}`, import.meta.url), "utf8"))
  .join("\n");

test("values are filled in, and a number of things is told as one says it", () => {
  assert.equal(say("date.before", { year: "44" }), "44 BC");
  assert.deepEqual([sayCount("entries", 1), sayCount("entries", 1200)], ["1 entry", "1,200 entries"]);
  assert.deepEqual([7, 999, 1000, 1234567].map(sayNumber), ["7", "999", "1,000", "1,234,567"]);
  assert.deepEqual([monthName(9, "short"), monthName(12, "long")], ["Sep", "December"]);
});

test("what is said has words", () => {
  const said = [...sources.matchAll(/say\("([\w.]+)"/g)].map(([, key]) => key);
  assert.ok(said.length > 40);
  assert.deepEqual(said.filter((key) => !(key in ENGLISH)), []);
  for (const { action } of BINDINGS) assert.ok(`key.${action}` in ENGLISH, action);
});

test("no words stand idle", () => {
  const families = [...[...sources.matchAll(/`([\w]+)\.\$\{/g)].map(([, family]) => `${family}.`), "lanes.", "axis."]; // choosers
  const idle = Object.keys(ENGLISH).filter((key) => {
    const isPlural = /\.(one|other)$/.test(key);
    return !isPlural && !sources.includes(`"${key}"`) && !families.some((family) => key.startsWith(family));
  });
  assert.deepEqual(idle, []);
});
