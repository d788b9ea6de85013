/** What opening a mark does. */

import { fitting } from "./scale.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").View} View */

/** What share of the screen several entries must be spread over to be worth drawing apart. */
const APART = 1 / 50;

/**
 * One entry opens its evidence; several are first drawn apart, or listed when they cannot be.
 *
 * @param {Explorer} explorer
 * @param {Item | null} item
 */
export function openItem(explorer, item) {
  const { view } = explorer;
  if (!item || !view) return;
  const begins = item.entries.map(({ begin, end }) => begin ?? end ?? 0);
  const spread = Math.max(...begins) - Math.min(...begins);
  if (item.entries.length === 1) explorer.open(item.entries[0]);
  else if (spread > (view.end - view.begin) * APART) explorer.jump(/** @type {View} */ (fitting(begins)));
  else explorer.around.panel.list(item.entries, (entry) => explorer.open(entry));
  explorer.draw();
}
