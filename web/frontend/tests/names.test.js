import assert from "node:assert/strict";
import { test } from "node:test";

import { names, unquoted } from "../src/names.js";

const BASE = "https://example.org/kb/";
const answering = (ok, result) => async () => ({ ok, json: async () => ({ result }) });

test("what is typed is asked without its quotation marks", () => {
  assert.deepEqual(['"kerr', '"John Kerry"', "'gen"].map(unquoted), ["kerr", "John Kerry", "gen"]);
});

test("names are completed within quotation marks only", () => {
  const { isValidCompletionPosition } = names(BASE, "/suggest");
  const at = (string) => isValidCompletionPosition({ getCompleteToken: () => ({ string }) });
  assert.deepEqual([at('"kerr'), at("?kerr"), at("ek:kerr")], [true, false, false]);
});

test("a name becomes the IRI of whom it names, and is shown beside it", async () => {
  const completer = names(BASE, "/suggest", answering(true, [{ id: "entity/person/ann-roe", name: "Ann Roe" }]));
  assert.deepEqual(await completer.get(null, { autocompletionString: "roe" }), [`${BASE}entity/person/ann-roe`]);
  const text = completer.postProcessSuggestion(null, null, `${BASE}entity/person/ann-roe`);
  assert.equal(text, `<${BASE}entity/person/ann-roe>`);
  assert.equal(completer.postprocessHints(null, [{ text }])[0].displayText, `Ann Roe ${text}`);
});

test("a service that fails completes nothing", async () => {
  assert.deepEqual(await names(BASE, "/suggest", answering(false, [])).get(null, {}), []);
});
