/**
 * Keys and what they do; the help shows this same table.
 *
 * A new key is a new line here, and the action of that name in `actions.js`. `anywhere` keys work on the
 * whole page (not while one is typing), the others while a mark has the focus.
 */

/** @typedef {{keys: string[], action: string, says: string, anywhere?: boolean, shift?: boolean}} Binding */

/** @type {Binding[]} */
export const BINDINGS = [
  { keys: ["ArrowLeft"], action: "earlier", says: "the entry before, in the same lane" },
  { keys: ["ArrowRight"], action: "later", says: "the entry after, in the same lane" },
  { keys: ["ArrowUp"], action: "up", says: "the nearest entry in the lane above" },
  { keys: ["ArrowDown"], action: "down", says: "the nearest entry in the lane below" },
  { keys: ["Home"], action: "first", says: "the first entry of the lane" },
  { keys: ["End"], action: "last", says: "the last entry of the lane" },
  { keys: ["ArrowLeft"], shift: true, action: "panEarlier", says: "move the view back in time" },
  { keys: ["ArrowRight"], shift: true, action: "panLater", says: "move the view on in time" },
  { keys: ["Enter", " "], action: "open", says: "open the evidence; again: go to the entry's page" },
  { keys: ["Escape"], action: "back", says: "close the evidence or this help", anywhere: true },
  { keys: ["+", "="], action: "zoomIn", says: "zoom in", anywhere: true },
  { keys: ["-"], action: "zoomOut", says: "zoom out", anywhere: true },
  { keys: ["0"], action: "fit", says: "show the whole time", anywhere: true },
  { keys: ["u"], action: "undated", says: "draw what is undated, or leave it out", anywhere: true },
  { keys: ["/"], action: "search", says: "go to the search field", anywhere: true },
  { keys: ["?"], action: "help", says: "show or hide this help", anywhere: true },
];

const CAPS = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", " ": "Space" };

/**
 * The keys of a binding as a reader knows them: "Shift ←".
 *
 * @param {Binding} binding
 */
export function keyWords({ keys, shift }) {
  return keys.map((key) => `${shift ? "Shift " : ""}${CAPS[key] ?? key}`);
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
