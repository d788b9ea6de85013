/**
 * What a reader can have done, by name: keys (`keyboard.js`) and buttons (`surroundings.js`) ask for it.
 *
 * A new action is a line here and a key or a button there.
 */

import { panned, zoomed } from "./scale.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */

const STEP = 0.6;

/** @returns {HTMLInputElement | null} */
const searchField = () => document.querySelector("form.filter input[type=search]");

/** @type {Record<string, (explorer: Explorer) => void>} */
export const ACTIONS = {
  earlier: (explorer) => explorer.focus.move("earlier"),
  later: (explorer) => explorer.focus.move("later"),
  up: (explorer) => explorer.focus.move("up"),
  down: (explorer) => explorer.focus.move("down"),
  first: (explorer) => explorer.focus.move("first"),
  last: (explorer) => explorer.focus.move("last"),
  panEarlier: (explorer) => pan(explorer, -0.25),
  panLater: (explorer) => pan(explorer, 0.25),
  open: (explorer) => explorer.focus.open(),
  back: (explorer) => explorer.back(),
  zoomIn: (explorer) => zoom(explorer, STEP),
  zoomOut: (explorer) => zoom(explorer, 1 / STEP),
  fit: (explorer) => explorer.whole && explorer.jump(explorer.withRoom(explorer.whole)),
  search: () => searchField()?.focus(),
  filter: (explorer) => explorer.around.filters.toggle(),
  undated: (explorer) => explorer.toggleUndated(),
  help: (explorer) => explorer.around.toggleHelp(),
};

const pan = (explorer, share) => explorer.change((view) => panned(view, (view.end - view.begin) * share));

/** What has the focus stays where it is, else the middle. */
function zoom(explorer, factor) {
  explorer.change((view) => zoomed(view, factor, explorer.focus.time ?? (view.begin + view.end) / 2));
}
