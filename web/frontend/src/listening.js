/** From here on the drawing follows the reader: keys, pointer, clicks, the focus, the size of the screen. */

import { followKeys } from "./keyboard.js";
import { isModified } from "./links.js";
import { itemOf } from "./moves.js";
import { openItem } from "./opening.js";
import { followPointer } from "./pointer.js";
import { panned, zoomed } from "./scale.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */

/** @param {Explorer} explorer */
export function listenFor(explorer) {
  const { stage } = explorer;
  const { element } = stage; // not an SVG one: Chromium makes those with such listeners tab stops
  followKeys(element, (action) => explorer.act(action));
  followPointer(stage.plot, {
    pan: (pixels) => explorer.change((view) => panned(view, -pixels / stage.room.density(view))),
    zoom: (factor, clientX) => explorer.change((view) => zoomed(view, factor, stage.room.timeAt(clientX, view))),
  });
  element.addEventListener("click", (event) => click(event, explorer));
  element.addEventListener("focusin", ({ target }) => (explorer.focus.key = keyOf(target) ?? explorer.focus.key));
  new ResizeObserver(() => explorer.fit()).observe(element);
}

function click(event, explorer) {
  const key = keyOf(event.target);
  if (!key || isModified(event)) return;
  event.preventDefault();
  openItem(explorer, itemOf(explorer.stage.lanes, key));
}

/** The key of the mark an event came from. */
const keyOf = (target) => target.closest("[data-key]")?.getAttribute("data-key") ?? null;
