/** What the SPARQL page adds to YASGUI: terms of our own endpoint, names for controls that have none. */

/**
 * A completer over the IRIs that a query finds, asked once.
 * @param {string} endpoint
 * @param {string} query whose one column is `iri`
 * @param {typeof fetch} [get]
 * @returns {(yasqe: object, token?: { autocompletionString?: string }) => Promise<string[]>}
 */
export function asked(endpoint, query, get = fetch) {
  /** @type {Promise<string[]> | undefined} */
  let known;
  return async (_yasqe, token) => {
    known ??= iris(endpoint, query, get);
    return matching(await known, token?.autocompletionString ?? "");
  };
}

/**
 * Those that begin with a text, then those that have it somewhere behind their namespace.
 * @param {string[]} iris
 * @param {string} text
 */
export function matching(iris, text) {
  const wanted = text.toLowerCase();
  const begins = iris.filter((iri) => iri.toLowerCase().startsWith(wanted));
  const holds = iris.filter((iri) => !begins.includes(iri) && iri.toLowerCase().split(/[/#]/).pop()?.includes(wanted));
  return [...begins, ...holds];
}

/**
 * Give the controls of YASGUI that a screen reader could not name a name, and the one among the tabs that
 * opens another the role that all have there.
 * @param {Element} place
 */
export function nameParts(place) {
  for (const [selector, name] of NAMES) {
    for (const part of place.querySelectorAll(selector)) {
      if (!part.getAttribute("aria-label")) part.setAttribute("aria-label", name);
    }
  }
  for (const button of place.querySelectorAll(".addTab")) {
    button.setAttribute("role", "tab");
    button.setAttribute("aria-selected", "false");
  }
}

const NAMES = [
  [".CodeMirror textarea", "SPARQL query"],
  [".yasqe_queryButton", "Run the query"],
  [".tableFilter", "Filter the rows"],
  [".tableSizer", "Rows on a page"],
];

/**
 * @param {string} endpoint
 * @param {string} query
 * @param {typeof fetch} get
 */
async function iris(endpoint, query, get) {
  const answer = await get(`${endpoint}?${new URLSearchParams({ query })}`, {
    headers: { Accept: "application/sparql-results+json" },
  });
  if (!answer.ok) return [];
  const found = await answer.json();
  return found.results.bindings.map((row) => row.iri.value);
}
