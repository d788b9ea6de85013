/** The links under the drawing, which lead on with what it shows: what was chosen, and the time in view. */

import { asSearch, readState } from "./address.js";
import { narrowed } from "./source.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */

const KEEPS_LANES = "/export";

/**
 * Has the links ask as the drawing does; of all time where nobody has moved it, or all of it is in view.
 *
 * @param {Explorer} explorer
 */
export function leadOn({ query, view, whole, search, told }) {
  if (told !== null) return;
  const { view: chosen, drawsUndated } = readState(search);
  const isPart = chosen && view && whole && (view.begin > whole.begin || view.end < whole.end);
  const shown = isPart ? narrowed(query, view) : new URLSearchParams(query);
  if (isPart || !drawsUndated) shown.set("dated", "1"); // what is undated may lie in any part
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".onward a"))) {
    const asked = [...shown].filter(([name]) => name !== "lanes" || link.pathname === KEEPS_LANES);
    const sided = asked.map(([name, value]) => [`${link.dataset.side ?? ""}${name}`, value]);
    link.setAttribute("href", link.pathname + asSearch(new URLSearchParams(sided)));
  }
}
