/**
 * What the explorer says, in the language of the page.
 *
 * The words are those of `english.js`, unless the page carries others by the same keys:
 * `<script type="application/json" id="explorer-words">{"tool.fit": "..."}</script>`. The language itself,
 * for numbers, plurals and names of months, is that of `<html lang>`.
 */

import { ENGLISH } from "./english.js";

/** @typedef {Record<string, string | number>} Values */

const page = typeof document === "undefined" ? null : document;
const carried = page?.getElementById("explorer-words")?.textContent;

/** @type {Record<string, string>} */
const WORDS = { ...ENGLISH, ...(carried ? JSON.parse(carried) : {}) };

/** The BCP 47 code of the page's language. */
export const LANGUAGE = page?.documentElement.lang || "en";

const plural = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

/**
 * The words of a key with the values filled in; the key itself when it has none.
 *
 * @param {string} key
 * @param {Values} [values]
 */
export function say(key, values = {}) {
  return (WORDS[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Whether there are words for a key. */
export const isSayable = (/** @type {string} */ key) => key in WORDS;

/**
 * So many of something in words, in the plural form the language wants: "1,200 entries".
 *
 * @param {string} key  without its plural form
 * @param {number} count
 */
export function sayCount(key, count) {
  const form = `${key}.${plural.select(count)}`;
  return say(form in WORDS ? form : `${key}.other`, { count: sayNumber(count) });
}

/** A number as the language writes it. */
export const sayNumber = (/** @type {number} */ count) => numbers.format(count);

/** @type {Map<string, string[]>} */
const months = new Map();

/**
 * The name of a month (1 to 12); all twelve are made when the first is asked for, which takes a browser some time.
 *
 * @param {number} month
 * @param {"long" | "short"} width
 */
export function monthName(month, width) {
  const names = months.get(width) ?? monthNames(width);
  months.set(width, names);
  return names[month - 1];
}

/** @param {"long" | "short"} width */
function monthNames(width) {
  const format = new Intl.DateTimeFormat(LANGUAGE, { month: width, timeZone: "UTC", calendar: "gregory" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
}
