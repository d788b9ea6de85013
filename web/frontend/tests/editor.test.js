import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, matching } from "../src/editor.js";

const NS = "https://w3id.org/event-knowledge/ns#";
const IRIS = [`${NS}Event`, `${NS}EventType`, `${NS}describedEvent`, "http://www.w3.org/ns/prov#Agent"];

test("what begins with the text comes before what holds it in its name", () => {
  assert.deepEqual(matching(IRIS, `${NS}E`), IRIS.slice(0, 2));
  assert.deepEqual(matching(IRIS, "event"), IRIS.slice(0, 3));
  assert.deepEqual(matching(IRIS, ""), IRIS);
  assert.deepEqual(matching(IRIS, "knowledge"), []);
});

/** An endpoint that counts how often it is asked. */
function endpoint(ok = true) {
  const calls = [];
  const get = async (address) => {
    calls.push(address);
    const bindings = IRIS.map((value) => ({ iri: { type: "uri", value } }));
    return { ok, json: async () => ({ results: { bindings } }) };
  };
  return { calls, get };
}

test("the endpoint is asked once, when a term is first wanted", async () => {
  const { calls, get } = endpoint();
  const complete = asked("http://127.0.0.1/sparql", "SELECT ?iri {}", get);
  assert.equal(calls.length, 0);
  assert.deepEqual(await complete({}, { autocompletionString: `${NS}EventT` }), [`${NS}EventType`]);
  assert.equal((await complete({})).length, IRIS.length);
  assert.deepEqual(calls, ["http://127.0.0.1/sparql?query=SELECT+%3Firi+%7B%7D"]);
});

test("an endpoint that refuses completes nothing", async () => {
  assert.deepEqual(await asked("http://127.0.0.1/sparql", "SELECT", endpoint(false).get)({}), []);
});
