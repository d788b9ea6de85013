/**
 * The timeline explorer: finds `<div id="explorer" data-source="...">` and draws what that address answers;
 * the legend alone goes where `<div id="signs">` stands.
 *
 * How the parts hang together: `source` asks, `layout` arranges, `stage` draws, `pointer` and
 * `keyboard` listen, `panel` shows the evidence, `address` remembers, `actions` names what can be done.
 */

import { ACTIONS } from "./actions.js";
import { readState, writeState } from "./address.js";
import { firstView, undated, wholeOf } from "./entries.js";
import { helpBox, legend, toolbar, Tray } from "./furniture.js";
import { followKeys } from "./keyboard.js";
import { counted } from "./labels.js";
import { isModified } from "./links.js";
import { itemOf, neighbour } from "./moves.js";
import { Panel } from "./panel.js";
import { followPointer } from "./pointer.js";
import { fitting, held, panned, showing, withRoom, zoomed } from "./scale.js";
import { afterwards } from "./schedule.js";
import { fetchAnswer, isWhole, windowAddress } from "./source.js";
import { Stage } from "./stage.js";
import { html } from "./svg.js";
import { viewWords } from "./time.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").View} View */

const APART = 1 / 50;
const NOTHING_TO_DRAW = "None of these entries has a date that could be drawn.";

export class Explorer {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.source = root.dataset.source;
    this.stage = new Stage((view) => this.show(view));
    this.panel = new Panel(() => this.back());
    this.tray = new Tray((entry) => this.open(entry));
    this.toolbar = toolbar((action) => this.act(action));
    this.help = helpBox();
    this.selected = null;
    this.focused = null;
    this.draw = afterwards.frame(() => this.drawNow());
    this.remember = afterwards.pause(150, () => this.#writeAddress());
    this.announce = afterwards.pause(300, () => this.#writeStatus());
    this.refetch = afterwards.pause(250, () => this.#fetchWindow());
  }

  /** Fetches, draws, and from then on follows the reader. */
  async start() {
    this.answer = await fetchAnswer(this.source);
    this.isWhole = isWhole(this.answer);
    this.whole = wholeOf(this.answer);
    this.tray.show(undated(this.answer), this.answer.undated);
    if (this.whole) this.#build();
    else if (this.answer.total) this.root.append(html("p", { class: "notice" }, NOTHING_TO_DRAW), this.tray.element);
  }

  #build() {
    const main = html("div", { class: "explorer-main" }, this.stage.element, this.panel.element);
    this.root.append(this.toolbar.element, this.help, main, this.tray.element, legend());
    const { view, entry, drawsUndated } = readState(location.search);
    this.view = view ?? this.#withRoom(firstView(this.answer) ?? this.whole);
    this.drawsUndated = drawsUndated;
    this.#showToggle();
    this.#listen();
    this.drawNow();
    const wanted = this.answer.entries.find(({ iri }) => iri === entry);
    if (wanted) this.open(wanted);
    if (view) this.show(view);
    this.#writeStatus();
  }

  #listen() {
    const { element } = this.stage; // not an SVG one: Chromium makes those with such listeners tab stops
    followKeys(element, (action) => this.act(action));
    followPointer(this.stage.plot, {
      pan: (pixels) => this.show(panned(this.view, -pixels / this.stage.density(this.view))),
      zoom: (factor, clientX) => this.show(zoomed(this.view, factor, this.stage.timeAt(clientX, this.view))),
    });
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("focusin", ({ target }) => (this.focused = keyOf(target) ?? this.focused));
    new ResizeObserver(() => this.draw()).observe(this.stage.element);
  }

  #click(event) {
    const key = keyOf(event.target);
    if (!key || isModified(event)) return;
    event.preventDefault();
    this.openItem(itemOf(this.stage.lanes, key));
  }

  act(action) {
    ACTIONS[action](this);
  }

  /** @param {View} view */
  show(view) {
    this.view = held(view, this.whole);
    this.draw();
    this.remember();
    if (!this.isWhole) this.refetch();
  }

  /** Draws what has no date of its own too, or takes it out again; it stands in the tray in any case. */
  toggleUndated() {
    this.drawsUndated = !this.drawsUndated;
    this.#showToggle();
    this.drawNow();
    this.remember();
  }

  drawNow() {
    this.inView = this.stage.draw(this);
    this.announce();
  }

  /** The focus goes along or across the lanes, and the view follows. */
  move(way) {
    const item = neighbour(this.stage.lanes, this.focused, way);
    if (!item) return;
    this.focused = item.key;
    this.show(showing(this.view, this.#timeOf(item)));
    this.drawNow();
    this.#focusMark();
  }

  zoom(factor) {
    const item = document.activeElement?.closest(".mark") && itemOf(this.stage.lanes, this.focused);
    const middle = (this.view.begin + this.view.end) / 2;
    this.show(zoomed(this.view, factor, item ? this.#timeOf(item) : middle));
  }

  /** Shows everything known. */
  fit() {
    this.show(this.#withRoom(this.whole));
  }

  pan(share) {
    this.show(panned(this.view, (this.view.end - this.view.begin) * share));
  }

  /** By key: opens what has the focus, and takes the focus to the evidence. */
  openFocused() {
    this.openItem(itemOf(this.stage.lanes, this.focused));
    if (this.panel.isOpen) this.panel.focus();
  }

  /** One entry opens its evidence; several are first drawn apart, or listed when they cannot be. */
  openItem(item) {
    if (!item) return;
    const begins = item.entries.map(({ begin, end }) => begin ?? end);
    const view = fitting(begins);
    const spread = Math.max(...begins) - Math.min(...begins);
    if (item.entries.length === 1) this.open(item.entries[0]);
    else if (spread > (this.view.end - this.view.begin) * APART) this.show(view);
    else this.panel.list(item.entries, (entry) => this.open(entry));
    this.draw();
  }

  /** @param {Entry} entry */
  open(entry) {
    this.selected = entry.iri;
    this.panel.open(entry);
    this.drawNow();
    this.stage.reveal(entry.iri);
    this.remember();
  }

  back() {
    if (!this.help.hidden) return this.toggleHelp();
    if (!this.panel.isOpen) return;
    this.panel.close();
    this.selected = null;
    this.drawNow();
    this.remember();
    this.#focusMark();
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    if (!this.help.hidden) this.help.focus();
  }

  #focusMark() {
    this.stage.reveal(this.focused)?.focus({ preventScroll: true });
  }

  #withRoom(view) {
    return withRoom(view, this.stage.labelShare);
  }

  #showToggle() {
    const { undated } = this.toolbar;
    undated.textContent = `Show undated (${this.answer.undated.toLocaleString("en")})`;
    undated.hidden = this.answer.undated === 0;
    undated.setAttribute("aria-pressed", String(this.drawsUndated));
  }

  #timeOf({ figure: { core } }) {
    return (core[0] + core[1]) / 2 / this.stage.density(this.view);
  }

  #writeAddress() {
    const { view, selected: entry, drawsUndated } = this;
    const query = writeState(location.search, { view, entry, drawsUndated });
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  }

  #writeStatus() {
    const { total } = this.answer;
    const words = `${this.inView} of ${counted(total)} in view · ${viewWords(this.view)}`;
    if (this.toolbar.status.textContent !== words) this.toolbar.status.textContent = words;
  }

  async #fetchWindow() {
    this.fetching?.abort();
    this.fetching = new AbortController();
    try {
      const window = await fetchAnswer(windowAddress(this.source, this.view), this.fetching.signal);
      this.answer = { ...window, density: this.answer.density, total: this.answer.total };
      this.stage.renew();
      this.draw();
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }
}

/** The key of the mark an event came from. */
const keyOf = (target) => target.closest("[data-key]")?.getAttribute("data-key") ?? null;

document.getElementById("signs")?.append(legend());

const root = document.getElementById("explorer");
if (root?.dataset.source) {
  new Explorer(root).start().catch((error) => {
    root.append(html("p", { class: "notice" }, "The drawing could not be made; the list below has the same entries."));
    throw error;
  });
}
