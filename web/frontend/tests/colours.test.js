import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../src/styles/colours.css", import.meta.url), "utf8");
const [light, dark] = css.split("@media (prefers-color-scheme: dark)").map(declared);

function declared(block) {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex) {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const lanes = Array.from({ length: 13 }, (_, number) => `lane-${number}`);
const pairs = [
  ...["ink", "quiet", "link", "visited", "event", "statement", ...lanes].flatMap((name) =>
    ["ground", "stripe", "raised"].map((ground) => [name, ground]),
  ),
  ...lanes.map((lane) => ["on-lane", lane]),
  ["on-accent", "accent"],
  ["ink", "time-mark"],
  ["ink", "evidence-mark"],
  ["ink", "warning-ground"],
];

for (const [scheme, colours] of [["light", light], ["dark", dark]]) {
  for (const [words, ground] of pairs) {
    test(`${words} on ${ground} can be read when it is ${scheme}`, () => {
      assert.ok(contrast(colours[words], colours[ground]) >= 4.5, `${contrast(colours[words], colours[ground])}`);
    });
  }
}
