/**
 * Keeps the state in the address. A step (another entry, filter, manner, a jump in time) is one the back button
 * goes back from; panning and zooming in between replace what stood there.
 */

import { writeState } from "./address.js";
import { searchWith } from "./query.js";
import { afterwards } from "./schedule.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {State & {query: URLSearchParams, fixed: URLSearchParams}} Kept */

const REST = 150;

export class Past {
  /**
   * @param {() => Kept} state  as it is now
   * @param {() => void} onReturn  the address is an earlier one again
   * @param {boolean} isKept  else the address is that of a page around the drawing, and stays as it is
   */
  constructor(state, onReturn, isKept) {
    this.state = state;
    this.isKept = isKept;
    this.isStep = false;
    this.writeSoon = afterwards.pause(REST, () => this.#write());
    if (isKept) addEventListener("popstate", () => onReturn());
  }

  /** Writes the state when it has come to rest. */
  remember() {
    this.writeSoon();
  }

  /** The state as it will be is a step. */
  step() {
    this.isStep = true;
    this.writeSoon();
  }

  #write() {
    if (!this.isKept) return;
    const { query, fixed, ...state } = this.state();
    const search = writeState(searchWith(location.search, query, fixed), state);
    const address = location.pathname + search + location.hash;
    if (address !== location.pathname + location.search + location.hash) {
      if (this.isStep) history.pushState(null, "", address);
      else history.replaceState(history.state, "", address);
    }
    this.isStep = false;
  }
}
