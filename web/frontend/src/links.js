/** Links that open the evidence here, and are plain links for who asks for a new tab or window. */

import { html } from "./svg.js";

/** @typedef {import("./types.js").Entry} Entry */

/**
 * @param {Entry} entry
 * @param {(entry: Entry) => void} onOpen
 */
export function entryLink(entry, onOpen) {
  const link = html("a", { href: entry.href }, entry.label);
  link.addEventListener("click", (event) => {
    if (isModified(event)) return;
    event.preventDefault();
    onOpen(entry);
  });
  return link;
}

/** Whether a click asks for a new tab, a new window or a download. */
export const isModified = ({ ctrlKey, metaKey, shiftKey, altKey }) => ctrlKey || metaKey || shiftKey || altKey;
