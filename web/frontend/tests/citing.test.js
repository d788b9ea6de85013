import assert from "node:assert/strict";
import { test } from "node:test";

import { bibtex, plain } from "../src/citing.js";

const source = { iri: "https://example.org/doc/1", href: "/doc/1", label: "Strike & {cranes}", publisher: "Harbour Post", published: "2016-06-18" };
const ENTRY = { iri: "https://example.org/doc/1/event-2", label: "Dockers stopped work", edtf: "2016-06~", document: source };

test("a citation in one line names entry, date, source and address", () => {
  assert.equal(
    plain(ENTRY, "https://example.org/doc/1/event-2"),
    "Dockers stopped work (2016-06~). Harbour Post, Strike & {cranes}, 2016-06-18. https://example.org/doc/1/event-2",
  );
});

test("what TeX would read as a command is escaped", () => {
  const cited = bibtex(ENTRY, "https://example.org/");
  assert.match(cited, /^@misc\{1-event-2,\n/);
  assert.ok(cited.includes("title = {Strike \\& \\{cranes\\}}"));
  assert.ok(cited.includes("(2016-06\\textasciitilde{})"));
});

test("what is not known is left out", () => {
  const cited = bibtex({ ...ENTRY, edtf: "", document: { ...source, publisher: "", published: "" } }, "x");
  assert.ok(!/publisher|year|month|\(\)/.test(cited));
});
