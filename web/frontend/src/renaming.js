/**
 * The words of YASGUI in the language of the page. It has them in its code alone, in English; so they are put right
 * where they stand, whenever it writes any. The page carries them, by the English ones.
 *
 * A new word is a new line in `templates/sparql.html`; "{}" stands for whatever YASGUI fills in there.
 */

/** @typedef {Record<string, string>} Words */

const SPOKEN = ["title", "aria-label", "placeholder"];
const NOT_OURS = ".CodeMirror-scroll, tbody, .tab .tabTitle, select.endpoint, .plot-frame";

/**
 * What a text of YASGUI is in other words; the text itself where there are none.
 *
 * @param {string} text
 * @param {Words} words
 */
export function renamed(text, words) {
  const said = text.trim();
  if (said in words) return text.replace(said, () => words[said]);
  for (const [english, other] of Object.entries(words)) {
    const filled = english.includes("{}") ? filledIn(said, english) : null;
    if (filled) return fill(other, filled.map((part) => words[part] ?? part));
  }
  return text;
}

/** What stands for each "{}" of a form, null where a text is not of that form. */
function filledIn(/** @type {string} */ text, /** @type {string} */ form) {
  const parts = form.split("{}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.match(new RegExp(`^${parts.join("(.+?)")}$`))?.slice(1) ?? null;
}

const fill = (/** @type {string} */ form, /** @type {string[]} */ parts) => parts.reduce((text, part) => text.replace("{}", () => part), form);

/**
 * Renames what stands in an element, and from then on what comes to stand there.
 *
 * @param {Element} place
 * @param {Words} words
 */
export function keepRenamed(place, words) {
  if (!Object.keys(words).length) return;
  const rename = () => {
    for (const element of [place, ...place.querySelectorAll("*")]) if (!element.closest(NOT_OURS)) renameIn(element, words);
  };
  new MutationObserver(rename).observe(place, { childList: true, subtree: true, characterData: true, attributeFilter: SPOKEN });
  rename();
}

/** Writes only what says something else: to write is to be told of it again. */
function renameIn(/** @type {Element} */ element, /** @type {Words} */ words) {
  for (const name of SPOKEN) {
    const said = element.getAttribute(name);
    if (said && renamed(said, words) !== said) element.setAttribute(name, renamed(said, words));
  }
  for (const node of element.childNodes) {
    const said = node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() ? node.nodeValue : "";
    if (said && renamed(said, words) !== said) node.nodeValue = renamed(said, words);
  }
}
