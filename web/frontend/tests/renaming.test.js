import assert from "node:assert/strict";
import { test } from "node:test";
import { renamed } from "../src/renaming.js";

const WORDS = { Table: "Tabelle", "Shows {} view": "Ansicht: {}", "{} results in {} seconds": "{} Ergebnisse in {} s" };

test("a word of the editor is put into the other language, the space around it stays", () => {
  assert.equal(renamed(" Table\n", WORDS), " Tabelle\n");
  assert.equal(renamed("Tables", WORDS), "Tables");
});

test("what the editor fills in is kept, and said in the other language where it is a word", () => {
  assert.equal(renamed("Shows Table view", WORDS), "Ansicht: Tabelle");
  assert.equal(renamed("Shows $& view", WORDS), "Ansicht: $&");
  assert.equal(renamed("5 results in 0.075 seconds", WORDS), "5 Ergebnisse in 0.075 s");
});

test("what is said in the other language already is left as it is", () => {
  assert.equal(renamed(renamed("Shows Table view", WORDS), WORDS), "Ansicht: Tabelle");
});
