/**
 * What a reader can have done, by name: keys (`keyboard.js`) and buttons (`furniture.js`) ask for it.
 *
 * A new action is a line here and a key or a button there.
 */

/** @typedef {import("./explorer.js").Explorer} Explorer */

const STEP = 0.6;

/** @returns {HTMLInputElement | null} */
const searchField = () => document.querySelector("form.filter input[type=search]");

/** @type {Record<string, (explorer: Explorer) => void>} */
export const ACTIONS = {
  earlier: (explorer) => explorer.move("earlier"),
  later: (explorer) => explorer.move("later"),
  up: (explorer) => explorer.move("up"),
  down: (explorer) => explorer.move("down"),
  first: (explorer) => explorer.move("first"),
  last: (explorer) => explorer.move("last"),
  panEarlier: (explorer) => explorer.pan(-0.25),
  panLater: (explorer) => explorer.pan(0.25),
  open: (explorer) => explorer.openFocused(),
  back: (explorer) => explorer.back(),
  zoomIn: (explorer) => explorer.zoom(STEP),
  zoomOut: (explorer) => explorer.zoom(1 / STEP),
  fit: (explorer) => explorer.fit(),
  search: () => searchField()?.focus(),
  undated: (explorer) => explorer.toggleUndated(),
  help: (explorer) => explorer.toggleHelp(),
};
