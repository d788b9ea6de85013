/** What is around the drawing, kept in step with it: filters, toolbar, keys, evidence, tray, the list of the page. */

import { sparqlAddress } from "./asking.js";
import { countIn } from "./counting.js";
import { Filters } from "./filters.js";
import { keyTable, toolbar, Tray } from "./furniture.js";
import { counted } from "./labels.js";
import { legend } from "./legend.js";
import { leadOn } from "./onward.js";
import { PageForm } from "./page.js";
import { Panel } from "./panel.js";
import { FILTERS, manner } from "./query.js";
import { isWhole, Refusal } from "./source.js";
import { html } from "./svg.js";
import { dateWords, viewWords } from "./time.js";
import { say, sayNumber } from "./words.js";

/** @typedef {import("./explorer.js").Explorer} Explorer */
/** @typedef {import("./types.js").Entry} Entry */

export class Surroundings {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.panel = new Panel(explorer);
    this.tray = new Tray((entry) => explorer.open(entry));
    this.toolbar = toolbar((action) => explorer.act(action), (name, value) => explorer.ask(name, value));
    this.filters = new Filters((name, value) => explorer.ask(name, value), () => explorer.clear());
    this.form = new PageForm(explorer);
    this.help = html("section", { class: "keys", "aria-label": say("keys.title"), tabindex: "-1", hidden: "" });
    this.trouble = html("p", { class: "notice", role: "alert", hidden: "" });
    this.signs = html("div");
    this.main = html("div", { class: "explorer-main" });
  }

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} drawing
   */
  build(root, drawing) {
    this.main.append(drawing, this.panel.element);
    this.filters.element.insertBefore(this.toolbar.mannersElement, this.filters.menu);
    const above = [this.filters.element, this.toolbar.element, this.help, this.trouble];
    root.append(...above, this.main, this.tray.element, this.signs);
  }

  /**
   * After another answer for everything.
   *
   * @param {Explorer} explorer
   * @param {Entry[]} undated
   */
  showAnswer(explorer, undated) {
    const { answers: { answer }, query } = explorer;
    this.tray.show(undated, answer.undated);
    this.#showManners(query);
    this.showToggle(explorer);
    this.showWindow(explorer);
    this.form.show(query);
    this.#showNothing(explorer);
    leadOn(explorer);
  }

  /** What can wait until there is a drawing: what its signs mean. */
  complete() {
    if (this.signs.hasChildNodes()) return;
    this.signs.append(legend());
  }

  /** After another window: what can be filtered is counted anew. */
  showWindow({ query, fixed, answers: { answer } }) {
    this.trouble.hidden = true;
    this.filters.show(query, fixed, answer);
  }

  #showManners(query) {
    for (const [name, field] of Object.entries(this.toolbar.manners)) field.value = dateWords(manner(query, name));
  }

  #showNothing({ whole, answers: { answer }, query }) {
    for (const part of [this.main, this.signs]) part.hidden = !whole;
    this.toolbar.element.classList.toggle("bare", !whole);
    if (whole) return;
    this.complete();
    this.toolbar.status.textContent = counted(answer.total);
    const none = [...FILTERS, "known"].some((name) => query.has(name)) ? "notice.none" : "notice.empty";
    this.#tell(say(answer.total ? "notice.nothing" : none));
  }

  /** @param {Explorer} explorer */
  showToggle({ answers: { answer }, drawsUndated }) {
    const { undated } = this.toolbar;
    undated.textContent = say("tool.undated", { count: sayNumber(answer.undated) });
    undated.hidden = !answer.undated;
    undated.setAttribute("aria-pressed", String(drawsUndated));
  }

  /** @param {Explorer} explorer */
  tellRest(explorer) {
    leadOn(explorer);
    this.#tellStatus(explorer);
  }

  /** @param {Explorer} explorer */
  #tellStatus({ answers: { answer, everything }, inView, view, query }) {
    if (!view) return;
    this.toolbar.sparql.setAttribute("href", sparqlAddress(query, view));
    const shown = countIn(answer, everything, view, inView);
    const told = { shown: sayNumber(shown), drawn: sayNumber(inView), total: counted(everything.total), view: viewWords(view) };
    const words = say(isWhole(answer) ? "status.shown" : "status.drawn", told);
    if (this.toolbar.status.textContent !== words) this.toolbar.status.textContent = words;
  }

  /** @param {Error} error */
  tellTrouble(error) {
    this.#tell(error instanceof Refusal ? error.message : say("notice.window"));
  }

  #tell(words) {
    this.trouble.textContent = words;
    this.trouble.hidden = false;
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    if (!this.help.hasChildNodes()) this.help.append(...keyTable());
    if (!this.help.hidden) this.help.focus();
  }

  /** Hides what lies over the drawing; false when nothing did. */
  hideOpen() {
    if (this.filters.isOpen) this.filters.close();
    else if (!this.help.hidden) this.toggleHelp();
    else return false;
    return true;
  }
}
