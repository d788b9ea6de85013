/** Where the keyboard is in the drawing: which mark has the focus, and how it goes from one to the next. */

import { itemOf, neighbour } from "./moves.js";
import { openItem } from "./opening.js";
import { showing } from "./scale.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {import("./types.js").Item} Item */

export class Focus {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.explorer = explorer;
    /** @type {string | null} */
    this.key = null;
  }

  /** The focus goes along or across the lanes, and the view follows. */
  move(way) {
    const { explorer } = this;
    const item = neighbour(explorer.stage.lanes, this.key, way);
    if (!item) return;
    this.key = item.key;
    explorer.change((view) => showing(view, this.#timeOf(item)));
    explorer.drawNow();
    this.show();
  }

  /** Opens what has the focus, and takes the focus to the evidence. */
  open() {
    const { explorer } = this;
    openItem(explorer, itemOf(explorer.stage.lanes, this.key));
    if (explorer.around.panel.isOpen) explorer.around.panel.focus();
  }

  /** The mark gets the focus of the page (again). */
  show() {
    this.explorer.reveal(this.key)?.focus({ preventScroll: true });
  }

  /** The time in the middle of what has the focus, null when no mark has it. */
  get time() {
    const item = document.activeElement?.closest(".mark") && itemOf(this.explorer.stage.lanes, this.key);
    return item ? this.#timeOf(item) : null;
  }

  /** @param {Item} item */
  #timeOf({ figure: { core } }) {
    return (core[0] + core[1]) / 2 / this.explorer.stage.pixelsPerSecond;
  }
}
