/** An entry as a citation of the article that tells it. */

/** @typedef {import("./types.js").Entry} Entry */

/**
 * One line of plain text.
 *
 * @param {Entry} entry
 * @param {string} page  its address
 */
export function plain({ label, edtf, document: { label: title, publisher, published } }, page) {
  const told = [publisher, title, published].filter(Boolean).join(", ");
  return `${label}${edtf ? ` (${edtf})` : ""}. ${told}. ${page}`;
}

/**
 * A BibTeX entry of the article, the entry of the timeline in its note.
 *
 * @param {Entry} entry
 * @param {string} page  its address
 */
export function bibtex({ iri, label, edtf, document: { label: title, publisher, published } }, page) {
  const [year, month] = (published || "").split("-");
  const fields = {
    title, publisher, year, month,
    note: `${label}${edtf ? ` (${edtf})` : ""}`,
    url: page,
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${escaped(value)}}`);
  return `@misc{${keyOf(iri)},\n${lines.join(",\n")}\n}\n`;
}

const keyOf = (iri) => iri.split("/").slice(-2).join("-").replace(/[^\w-]/g, "");

/** @type {Record<string, string>} */
const COMMANDS = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

/** What TeX reads as a command is told as a sign. */
const escaped = (text) => text.replace(/[\\~^]|[{}$&#_%]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`);
