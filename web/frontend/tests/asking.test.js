import assert from "node:assert/strict";
import { test } from "node:test";

import { sparqlAddress } from "../src/asking.js";

const VIEW = { begin: Date.UTC(2016, 0, 1) / 1000, end: Date.UTC(2016, 11, 31) / 1000 };
const asked = (text) => new URLSearchParams(sparqlAddress(new URLSearchParams(text), VIEW).split("?")[1]).get("query") ?? "";

test("a view is a question to the index, with its filters and its ends", () => {
  const query = asked("kind=event&lanes=place");
  assert.match(query, /SERVICE idx:timeline \{ \?entry idx:since "2016[^"]*" ; idx:until "201[67][^"]*" ; idx:kind "event" \}/);
});

test("dates of the query come before those of the view, and no word ends the question", () => {
  assert.match(asked("since=2014"), /idx:since "2014" ;/);
  assert.match(asked('text=a" } %0A'), /idx:text "a  \} +"/);
});
