/**
 * The timeline explorer: draws what the server answers, and from then on follows the reader.
 *
 * How the parts hang together: `answers` ask, `layout` arranges, `stage` draws, `listening`
 * follows keys and pointer, `panel` shows the evidence, `past` remembers, `actions` names what can be done.
 */

import { ACTIONS } from "./actions.js";
import { readState } from "./address.js";
import { Answers } from "./answers.js";
import { firstView, undated, wholeOf } from "./entries.js";
import { Focus } from "./focus.js";
import { listenFor } from "./listening.js";
import { Past } from "./past.js";
import { asking, fixedOf, queryOf, unfiltered } from "./query.js";
import { held, opening, overlap, withRoom } from "./scale.js";
import { afterwards } from "./schedule.js";
import { boundsOf, carried, stretchOf } from "./source.js";
import { Stage } from "./stage.js";
import { Surroundings } from "./surroundings.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").View} View */

const REST = 250;

export class Explorer {
  /** @param {HTMLElement} root */
  constructor(root) {
    const source = root.dataset.source ?? "";
    this.root = root;
    this.told = root.dataset.told ?? null; // what a page that moves the drawing asks for in place of its own address
    this.fixed = fixedOf(source, this.search);
    this.answers = new Answers(source.split("?")[0], carried(), { window: () => this.renew(), trouble: (error) => this.around.tellTrouble(error) });
    this.stage = new Stage((view) => this.show(view));
    this.around = new Surroundings(this);
    this.past = new Past(() => this, () => this.return(), this.told === null);
    root.addEventListener("tell", (event) => this.follow(/** @type {CustomEvent} */ (event).detail));
    this.draw = afterwards.frame(() => this.drawNow());
    this.announce = afterwards.pause(REST, () => this.#rest());
    /** @type {string | null} */
    this.entry = null;
    this.focus = new Focus(this);
    /** @type {View | null} */
    this.view = null;
    /** @type {View | null} */
    this.whole = null;
    this.drawsUndated = true;
    this.query = this.fixed;
    this.#take();
  }

  get search() {
    return this.told ?? location.search;
  }

  /** Takes over the state of the address. */
  #take() {
    const { view, entry, drawsUndated } = readState(this.search);
    this.query = queryOf(this.fixed, this.search);
    this.view = view;
    this.entry = entry;
    this.drawsUndated = drawsUndated;
  }

  /** Fetches, draws, and from then on follows the reader. */
  async start() {
    const asked = this.answers.ask(this.query);
    this.around.build(this.root, this.stage.element);
    await asked;
    listenFor(this);
    this.#settle();
  }

  /** After another answer for everything: what there is, where to begin, what is open. */
  #settle() {
    const { answer } = this.answers;
    this.whole = wholeOf(answer);
    this.stage.renew(answer);
    this.around.showAnswer(this, undated(answer));
    if (!this.whole) return;
    this.stage.room.fit();
    const { view, whole } = this;
    const { address } = this.answers;
    const asked = stretchOf(address);
    const most = firstView(answer, boundsOf(address)) ?? asked ?? whole;
    this.#look(view && overlap(view, whole) ? view : opening(asked, this.withRoom(most)));
    this.drawNow();
    const wanted = answer.entries.find(({ iri }) => iri === this.entry);
    if (wanted) this.#present(wanted);
  }

  act(action) {
    ACTIONS[action](this);
  }

  /** The address is an earlier one again: shows what it says. */
  async return() {
    const before = this.query.toString();
    this.#take();
    this.around.panel.close();
    if (this.query.toString() !== before) await this.answers.ask(this.query);
    this.#settle();
  }

  /**
   * Asks for something else: a filter, other lanes, another axis.
   *
   * @param {string} name
   * @param {string} value  "" takes the filter away
   */
  async ask(name, value) {
    await this.askAll(asking(this.query, name, value), name === "axis");
  }

  /**
   * Shows what an address of the timeline asks for: the page around the drawing tells a story.
   *
   * @param {string} search  the query of the address
   */
  async follow(search) {
    this.told = search;
    await this.askAll(queryOf(this.fixed, search), true);
    const { view } = readState(search);
    if (view) this.show(view);
  }

  /** Takes away every filter that is not of the page itself. */
  async clear() {
    await this.askAll(unfiltered(this.query, this.fixed));
  }

  /** @param {URLSearchParams} query  @param {boolean} [isElsewhere]  whether the entries stand elsewhere in time */
  async askAll(query, isElsewhere = false) {
    if (query.toString() === this.query.toString()) return;
    const isOfAnotherTime = ["since", "until"].some((name) => query.get(name) !== this.query.get(name));
    this.query = query;
    this.view = isElsewhere || isOfAnotherTime ? null : this.view;
    this.past.step();
    await this.answers.ask(query).then(
      () => (this.#settle(), this.past.remember()),
      (error) => error.name === "AbortError" || this.around.tellTrouble(error),
    );
  }

  /** Another window is there. */
  renew() {
    this.stage.renew(this.answers.answer);
    this.around.showWindow(this);
    this.draw();
  }

  /** @param {(view: View) => View} how  the view that comes of the one there is */
  change(how) {
    if (this.view) this.show(how(this.view));
  }

  /** @param {View} view */
  show(view) {
    this.#look(this.whole ? held(view, this.whole) : view);
    this.past.remember();
  }

  #look(view) {
    this.view = view;
    this.draw();
    this.answers.look(view);
  }

  /** Goes to another part of time: the back button comes back from there. */
  jump(view) {
    this.past.step();
    this.show(view);
  }

  /** Draws what has no date of its own too, or takes it out again; it stands in the tray in any case. */
  toggleUndated() {
    this.drawsUndated = !this.drawsUndated;
    this.around.showToggle(this);
    this.drawNow();
    this.past.step();
  }

  drawNow() {
    if (!this.whole || !this.view) return;
    this.stage.draw(this.#state());
    this.announce();
  }

  #rest() {
    this.#build();
    this.around.complete();
    this.around.tellRest(this);
  }

  /** Builds what is near and not on the screen. */
  #build() {
    if (this.whole && this.view) this.stage.rest(this.#state());
  }

  /** Draws anew when there is another width for it. */
  fit() {
    if (this.stage.room.fit()) this.draw();
  }

  /** How many entries are drawn in view. */
  get inView() {
    return this.view ? this.stage.countIn(this.#state()) : 0;
  }

  #state() {
    const { view, whole, entry: selected, focus: { key: focused }, drawsUndated } = this;
    const seen = { view: /** @type {View} */ (view), whole: /** @type {View} */ (whole) };
    return { ...seen, answer: this.answers.answer, selected, focused, drawsUndated };
  }

  /** @param {Entry} entry */
  open(entry) {
    this.past.step();
    this.#present(entry);
  }

  #present(entry) {
    this.entry = entry.iri;
    this.around.panel.open(entry);
    this.drawNow();
    this.reveal(entry.iri);
  }

  back() {
    if (this.around.hideOpen()) return;
    if (!this.around.panel.isOpen) return;
    this.around.panel.close();
    this.entry = null;
    this.drawNow();
    this.past.step();
    this.focus.show();
  }

  /** Brings a mark into sight; its element, null when it is not drawn. */
  reveal(key) {
    return this.view && this.stage.reveal(key, this.#state());
  }

  /** A view with room for the label of the last mark. */
  withRoom(view) {
    return withRoom(view, this.stage.room.labelShare);
  }
}
