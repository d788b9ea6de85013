/**
 * Keys and what they do; the help shows this same table.
 *
 * A new key is a new line here, the action of that name in `actions.js`, and what it does in `english.js`. `anywhere` keys work on the
 * whole page (not while one is typing), the others while a mark has the focus.
 */

import { isSayable, say } from "./words.js";

/** @typedef {{keys: string[], action: string, anywhere?: boolean, shift?: boolean}} Binding */

/** @type {Binding[]} */
export const BINDINGS = [
  { keys: ["ArrowLeft"], action: "earlier" },
  { keys: ["ArrowRight"], action: "later" },
  { keys: ["ArrowUp"], action: "up" },
  { keys: ["ArrowDown"], action: "down" },
  { keys: ["Home"], action: "first" },
  { keys: ["End"], action: "last" },
  { keys: ["ArrowLeft"], shift: true, action: "panEarlier" },
  { keys: ["ArrowRight"], shift: true, action: "panLater" },
  { keys: ["Enter", " "], action: "open" },
  { keys: ["Escape"], action: "back", anywhere: true },
  { keys: ["+", "="], action: "zoomIn", anywhere: true },
  { keys: ["-"], action: "zoomOut", anywhere: true },
  { keys: ["0"], action: "fit", anywhere: true },
  { keys: ["u"], action: "undated", anywhere: true },
  { keys: ["/"], action: "search", anywhere: true },
  { keys: ["f"], action: "filter", anywhere: true },
  { keys: ["?"], action: "help", anywhere: true },
];

/** @type {Record<string, string>} */
const CAPS = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", " ": "Space" };

/**
 * The keys of a binding as a reader knows them: "Shift ←".
 *
 * @param {Binding} binding
 */
export function keyWords({ keys, shift }) {
  return keys.map((key) => (shift ? say("keys.shift", { key: capOf(key) }) : capOf(key)));
}

function capOf(key) {
  const cap = CAPS[key] ?? key;
  return isSayable(`cap.${cap}`) ? say(`cap.${cap}`) : cap;
}

/** The binding of a key press, or null. */
export function bindingOf({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return null;
  const isArrow = key.startsWith("Arrow");
  return BINDINGS.find(({ keys, shift }) => keys.includes(key) && (!isArrow || Boolean(shift) === shiftKey)) ?? null;
}

/**
 * Calls `act(action)` for each bound key: on the marks within `element`, or anywhere on the page.
 *
 * @param {Element} element
 * @param {(action: string) => void} act
 */
export function followKeys(element, act) {
  const follow = (event, wanted) => {
    const binding = bindingOf(event);
    if (!binding || !wanted(binding) || isTyping(event)) return;
    event.preventDefault();
    act(binding.action);
  };
  const onMark = ({ target }) => target.closest("[data-key]") !== null;
  element.addEventListener("keydown", (event) => follow(event, ({ anywhere }) => !anywhere && onMark(event)));
  document.addEventListener("keydown", (event) => follow(event, ({ anywhere }) => Boolean(anywhere)));
}

const TEXT_FIELDS = "input, textarea, select, [contenteditable]";

/** Escape leaves a field; every other key belongs to it. */
function isTyping({ target, key }) {
  return key !== "Escape" && target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}
