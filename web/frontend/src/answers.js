/**
 * What the server has answered: once for everything a query asks for, and, where that is more than can be drawn,
 * again for each stretch of time the view comes to.
 */

import { answerAddress, isSameQuestion } from "./query.js";
import { afterwards } from "./schedule.js";
import { around, drawn, fetchAnswer, isWhole, MOST, needsAsking, windowAddress } from "./source.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").View} View */

const REST = 120;

/** @type {Answer} */
const NOTHING = { entries: [], lanes: [], density: [], total: 0, undated: 0, bins: null, facets: {}, estimated: 1 };

export class Answers {
  /**
   * @param {string} path  of the window API
   * @param {import("./source.js").Carried | null} first  the answer that the page has brought with it
   * @param {object} on
   * @param {() => void} on.window  another window is there
   * @param {(error: Error) => void} on.trouble  a window could not be had
   */
  constructor(path, first, on) {
    this.path = path;
    this.first = first;
    this.on = on;
    this.address = "";
    this.everything = NOTHING;
    this.answer = NOTHING;
    /** @type {View | null} */
    this.fetched = null;
    /** @type {View} */
    this.view = { begin: 0, end: 1 };
    this.fetching = new AbortController();
    this.fetchSoon = afterwards.pause(REST, () => this.#fetchWindow());
  }

  /** Whether there is nothing more to fetch. */
  get isComplete() {
    return isWhole(this.everything);
  }

  /**
   * Asks for everything; an answer to an older question is dropped. Dates that were typed in words are then what the
   * server read them as, in the query too.
   *
   * @param {URLSearchParams} query
   */
  async ask(query) {
    this.fetching.abort();
    this.fetching = new AbortController();
    this.address = answerAddress(this.path, query, MOST);
    this.fetched = null;
    this.everything = this.#brought() ?? (await fetchAnswer(this.address, this.fetching.signal));
    this.answer = this.everything;
    for (const [name, edtf] of Object.entries(this.answer.asked ?? {})) if (query.has(name)) query.set(name, edtf);
    this.address = answerAddress(this.path, query, MOST);
  }

  /** What the page has brought when it answers this, once: by the next time there may be more. */
  #brought() {
    const { first, address } = this;
    this.first = null;
    return first && isSameQuestion(first.address, address) ? drawn(first.answer, address) : null;
  }

  /**
   * Sees to it that what lies in a view is fetched, once the view has come to rest.
   *
   * @param {View} view
   */
  look(view) {
    this.view = view;
    if (!this.isComplete && needsAsking(view, this.fetched, this.answer)) this.fetchSoon();
  }

  async #fetchWindow() {
    this.fetching.abort();
    this.fetching = new AbortController();
    const view = this.view;
    try {
      const window = await fetchAnswer(windowAddress(this.address, view), this.fetching.signal);
      const { density, undated } = this.everything;
      this.answer = { ...window, density, undated, undatedHere: window.undated };
      this.fetched = around(view);
      this.on.window();
    } catch (error) {
      if (error.name !== "AbortError") this.on.trouble(error);
    }
  }
}
