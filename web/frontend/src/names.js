/** Completes the names of actors and places: who types `"kerr` and asks gets the IRI of whom the index knows by it. */

const BEGINNING = /^["']/;

/**
 * @param {string} base  what the IRIs of the data begin with
 * @param {string} address  of the service that suggests
 * @param {typeof fetch} [get]
 */
export function names(base, address, get = fetch) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    name: "names",
    bulk: false,
    autoShow: false,
    persistenceId: null,
    isValidCompletionPosition: (yasqe) => BEGINNING.test(yasqe.getCompleteToken().string),
    preProcessToken: (_yasqe, token) => ({ ...token, autocompletionString: unquoted(token.string) }),
    async get(_yasqe, token) {
      const answer = await get(`${address}?${new URLSearchParams({ prefix: token?.autocompletionString ?? "" })}`);
      if (!answer.ok) return [];
      const { result } = await answer.json();
      for (const { id, name } of result) known.set(base + id, name);
      return result.map(({ id }) => base + id);
    },
    postProcessSuggestion: (_yasqe, _token, iri) => `<${iri}>`,
    postprocessHints: (_yasqe, hints) => hints.map((hint) => ({ ...hint, displayText: labelled(known, hint.text) })),
  };
}

/** What was typed, without its quotation marks. @param {string} text */
export const unquoted = (text) => text.replace(/^["']+|["']+$/g, "").trim();

const labelled = (known, text) => `${known.get(text.slice(1, -1)) ?? ""} ${text}`.trim();
