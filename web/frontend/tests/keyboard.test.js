import assert from "node:assert/strict";
import { test } from "node:test";

import { ACTIONS } from "../src/actions.js";
import { BINDINGS, bindingOf, keyWords } from "../src/keyboard.js";
import { shortened } from "../src/labels.js";

const press = (key, more = {}) => bindingOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

const PRESSED = [
  ["ArrowLeft", {}, "earlier"],
  ["ArrowLeft", { shiftKey: true }, "panEarlier"],
  ["+", { shiftKey: true }, "zoomIn"],
  ["?", { shiftKey: true }, "help"],
  ["Enter", {}, "open"],
  ["Escape", {}, "back"],
];

for (const [key, more, action] of PRESSED) {
  test(`${more.shiftKey ? "Shift and " : ""}${key} means ${action}`, () => assert.equal(press(key, more).action, action));
}

test("what belongs to the browser is left to it", () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) assert.equal(press("+", more), null);
  assert.equal(press("q"), null);
});

test("every key has an action", () => {
  for (const { action } of BINDINGS) assert.equal(typeof ACTIONS[action], "function", action);
});

test("every key can be told to a reader", () => {
  for (const binding of BINDINGS) assert.ok(keyWords(binding).every((words) => words.trim().length > 0));
});

const letters = (text) => text.length;

for (const [text, width, expected] of [["short", 10, "short"], ["much too long", 6, "much…"], ["any", 0, ""]]) {
  test(`"${text}" in a width of ${width} is "${expected}"`, () => assert.equal(shortened(text, width, letters), expected));
}
