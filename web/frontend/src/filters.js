/**
 * The filters: a chip for each in force, which takes it away, and a menu of what else could be asked for with how
 * many entries would be left.
 */

import { DATES, inForce, labelOf } from "./query.js";
import { html } from "./svg.js";
import { dateWords } from "./time.js";
import { isSayable, say, sayNumber } from "./words.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").Choice} Choice */

const OFFERED = ["kind", "type", "actor", "place", "source", "certainty", "status", "disputed"];

export class Filters {
  /**
   * @param {(name: string, value: string) => void} ask  "" takes a filter away
   * @param {() => void} clear
   */
  constructor(ask, clear) {
    this.ask = ask;
    this.clear = clear;
    this.chips = html("ul", { class: "filter-chips", "aria-label": say("filter.label") });
    this.opener = html("button", { type: "button", class: "filter-add", "aria-expanded": "false", "aria-controls": "facets" }, say("filter.add"));
    this.opener.addEventListener("click", () => this.toggle());
    this.menu = html("div", { class: "facets", id: "facets", role: "group", "aria-label": say("filter.add"), hidden: "" });
    this.element = html("div", { class: "filter-bar" }, this.opener, this.chips, this.menu);
    /** @type {Map<string, string>} */
    this.labels = new Map();
    this.fillMenu = () => {};
  }

  get isOpen() {
    return !this.menu.hidden;
  }

  /** Opens the menu, or closes it. */
  toggle() {
    this.menu.hidden = !this.menu.hidden;
    this.opener.setAttribute("aria-expanded", String(this.isOpen));
    this.fillMenu();
    if (this.isOpen) this.#firstChoice()?.focus();
  }

  /** Closes the menu and gives the focus back to its button. */
  close() {
    this.toggle();
    this.opener.focus();
  }

  /**
   * @param {URLSearchParams} query
   * @param {URLSearchParams} fixed
   * @param {Answer} answer
   */
  show(query, fixed, { facets, entries }) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.choice;
    const told = inForce(query, fixed).map(({ name, value }) => this.#chip(name, value, facets[name] ?? [], entries));
    this.chips.replaceChildren(...told.map((chip) => html("li", {}, chip)), ...this.#clearAll(told.length));
    const offered = OFFERED.filter((name) => facets[name]?.length && !fixed.has(name));
    this.fillMenu = () => this.menu.replaceChildren(...(this.isOpen ? offered.map((name) => this.#facet(name, facets[name], query)) : []));
    this.fillMenu();
    this.opener.hidden = offered.length === 0;
    if (focused) this.#choice(focused)?.focus();
  }

  /** What is chosen stays called what it was when it is no longer among the choices. */
  #chip(name, value, choices, entries) {
    const key = `${name} ${value}`;
    const found = labelOf(value, choices, entries);
    if (!this.labels.has(key) || found !== value) this.labels.set(key, DATES.includes(name) ? dateWords(value) : valueWords(found));
    const words = { name: say(`filter.${name}`), value: this.labels.get(key) ?? "" };
    const chip = html("button", { type: "button", class: "filter-chip", "aria-label": say("filter.remove", words), "data-filter": name });
    chip.append(say("filter.chip", words), html("span", { "aria-hidden": "true" }, " ×"));
    chip.addEventListener("click", () => this.#take(name));
    return chip;
  }

  #take(name) {
    this.opener.focus();
    this.ask(name, "");
  }

  #clearAll(count) {
    if (count < 2) return [];
    const all = html("button", { type: "button", class: "filter-clear" }, say("filter.clear"));
    all.addEventListener("click", () => this.clear());
    return [html("li", {}, all)];
  }

  #facet(name, choices, query) {
    const asked = query.get(name) ?? "";
    const rows = choices.map((choice) => html("li", {}, this.#button(name, choice, choice.key === asked)));
    const title = html("h3", { id: `facet-${name}` }, say(`filter.${name}`));
    return html("section", { class: "facet", "aria-labelledby": `facet-${name}` }, title, html("ul", {}, ...rows));
  }

  /** @param {string} name  @param {Choice} choice  @param {boolean} isAsked */
  #button(name, { key, label, count }, isAsked) {
    const choice = html("button", { type: "button", class: "choice", "aria-pressed": String(isAsked), "data-choice": `${name} ${key}` });
    const tally = html("span", { class: "count" }, sayNumber(count));
    choice.append(html("span", { class: "choice-name" }, valueWords(isSayable(`value.${key}`) ? key : label)), " ", tally);
    choice.addEventListener("click", () => this.ask(name, isAsked ? "" : key));
    return choice;
  }

  /** @returns {HTMLElement | null} */
  #firstChoice() {
    return this.menu.querySelector("button");
  }

  /** @returns {HTMLElement | undefined} */
  #choice(wanted) {
    const all = /** @type {NodeListOf<HTMLElement>} */ (this.menu.querySelectorAll("button.choice"));
    return [...all].find(({ dataset }) => dataset.choice === wanted);
  }
}

const valueWords = (value) => (isSayable(`value.${value}`) ? say(`value.${value}`) : value);
