/**
 * What the explorer says, in the language of the page.
 *
 * The words are those of `english.js`, unless the page carries others by the same keys:
 * `<script type="application/json" id="explorer-words">{"tool.fit": "..."}</script>`. The language itself,
 * for plurals, is that of `<html lang>`; how it parts the digits of numbers and calls the months are words too.
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

/**
 * A whole number as the language writes it, "1,200". (`Intl.NumberFormat` costs a page that has just begun 12 ms.)
 *
 * @param {number} count
 */
export const sayNumber = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, say("number.group"));

/**
 * The name of a month (1 to 12).
 *
 * @param {number} month
 * @param {"long" | "short"} width
 */
export const monthName = (month, width) => say(`months.${width}`).split("|")[month - 1];
