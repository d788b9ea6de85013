/** What one can do with an entry: look around it in time, share it, cite it. */

import { bibtex, plain } from "./citing.js";
import { centredOn } from "./scale.js";
import { html } from "./svg.js";
import { DAY, YEAR } from "./time.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").View} View */

/** @type {[string, number][]} */
const AROUND = [["day", DAY], ["week", 7 * DAY], ["month", YEAR / 12], ["year", YEAR]];

/**
 * Buttons that show what lies around an entry.
 *
 * @param {Entry} entry
 * @param {(view: View) => void} jump
 */
export function aroundButtons({ begin, end }, jump) {
  const [first, last] = [begin ?? end, end ?? begin];
  if (first === null || last === null) return "";
  const buttons = AROUND.map(([name, seconds]) =>
    button(say(`panel.${name}`), () => jump(centredOn(first, last, seconds)), say("panel.aroundHint")),
  );
  return html("section", { class: "around" }, html("h2", {}, say("panel.around")), html("p", { class: "row" }, ...buttons));
}

/**
 * Buttons that copy the address of the view with the entry in it, and the entry as a citation.
 *
 * @param {Entry} entry
 */
export function sharing(entry) {
  const told = html("span", { role: "status", class: "copied" });
  const page = new URL(entry.href, location.href).href;
  const copies = [
    ["panel.copyLink", () => location.href],
    ["panel.copyPlain", () => plain(entry, page)],
    ["panel.copyBibtex", () => bibtex(entry, page)],
  ];
  const buttons = copies.map(([key, text]) => button(say(String(key)), () => copy(/** @type {() => string} */ (text)(), told)));
  return html("section", { class: "sharing" }, html("h2", {}, say("panel.share")), html("p", { class: "row" }, ...buttons), told);
}

/** @param {string} words  @param {() => void} act  @param {string | null} title */
function button(words, act, title = null) {
  const made = html("button", { type: "button", title }, words);
  made.addEventListener("click", act);
  return made;
}

async function copy(text, told) {
  told.textContent = say((await isCopied(text)) ? "panel.copied" : "panel.notCopied");
}

/** A browser may refuse, for instance where a page is not served over HTTPS. */
function isCopied(text) {
  return (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => true, () => false);
}
