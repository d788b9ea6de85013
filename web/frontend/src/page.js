/**
 * The page around the explorer: its form asks through the explorer, and its list follows what is asked. Where the page
 * has neither (that of an actor), nothing happens.
 */

import { DATES, FILTERS } from "./query.js";
import { afterwards } from "./schedule.js";
import { dateWords } from "./time.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */

const TYPING = 350;

export class PageForm {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    /** @type {HTMLFormElement | null} */
    this.form = document.querySelector("form.filter");
    this.page = explorer.root.dataset.page ?? "";
    this.shown = "";
    this.loading = new AbortController();
    const ask = () => explorer.askAll(this.#merged(explorer));
    this.form?.addEventListener("submit", (event) => (event.preventDefault(), ask()));
    this.form?.addEventListener("change", ask);
    const askSoon = afterwards.pause(TYPING, ask);
    this.form?.addEventListener("input", (event) => isAskedWhileTyped(event.target) && askSoon());
  }

  /** What the form says, and of what it does not say what was asked before. */
  #merged({ query }) {
    const said = new FormData(/** @type {HTMLFormElement} */ (this.form));
    const merged = new URLSearchParams(query);
    for (const name of this.#names()) merged.delete(name);
    for (const [name, value] of said) if (value) merged.append(name, meant(name, String(value).trim(), query));
    if (merged.getAll("kind").length === 2) merged.delete("kind");
    return merged;
  }

  /** @returns {string[]} */
  #names() {
    const fields = [...(this.form?.elements ?? [])].map((field) => /** @type {HTMLInputElement} */ (field).name);
    return FILTERS.filter((name) => fields.includes(name));
  }

  /**
   * The form and the list as a query asks.
   *
   * @param {URLSearchParams} query
   */
  show(query) {
    for (const field of this.form?.elements ?? []) fill(/** @type {HTMLInputElement} */ (field), query);
    const asked = query.toString();
    if (this.form && this.shown && this.shown !== `?${asked}`) this.#refreshList(asked);
    this.shown = `?${asked}`;
  }

  /** The list of the same query, as the page without a script has it. */
  async #refreshList(asked) {
    this.loading.abort();
    this.loading = new AbortController();
    try {
      const response = await fetch(`${this.page}?${asked}`, { headers: { Accept: "text/html" }, signal: this.loading.signal });
      const list = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("section.entries");
      if (list) document.querySelector("section.entries")?.replaceWith(document.importNode(list, true));
    } catch (error) {
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error; // without a network it stays
    }
  }
}

/** Half a word finds something; half a date is none, and would be refused. */
const isAskedWhileTyped = (field) => /** @type {HTMLInputElement} */ (field).type === "search";

/** A date that stands there as it was told is the one that was asked for. */
function meant(name, value, query) {
  const asked = query.get(name);
  return DATES.includes(name) && asked && dateWords(asked) === value ? asked : value;
}

function fill(field, query) {
  if (!FILTERS.includes(field.name) || field === document.activeElement) return;
  const asked = query.getAll(field.name);
  if (field.type === "checkbox") field.checked = asked.includes(field.value) || (field.name === "kind" && !asked.length);
  else field.value = DATES.includes(field.name) ? dateWords(asked[0] ?? "") : asked[0] ?? "";
}
