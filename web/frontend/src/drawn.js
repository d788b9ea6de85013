/**
 * One mark as a link in the drawing: its shapes, its words, and what a screen reader says of it.
 *
 * Its shapes are drawn around its own origin, the left end of its core, so that a mark that moves is set elsewhere
 * and not drawn again.
 */

import { badgeElements, figureElements } from "./glyphs.js";
import { placed } from "./marks.js";
import { LABEL_GAP } from "./packing.js";
import { round, svg, write } from "./svg.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Figure} Figure */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Lane} Lane */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

/** From the middle of a mark down to where its words stand; a bubble's tail leaves less room. */
const BASELINE = 4;
const IN_BUBBLE = 2.5;
const TOLD = 8;
const RING = 23;
const PALE = ["claimed", "planned", "hypothetical", "denied"];
const FULL = new Set(["bar", "pair"]);

export class Mark {
  /** @param {Item} item */
  constructor(item) {
    this.ring = svg("rect", { class: "ring", rx: 5, y: -RING / 2, height: RING });
    this.label = svg("text", { "aria-hidden": "true" });
    this.element = svg("a", { href: item.entries[0].href, "data-key": item.key, tabindex: -1 }, this.ring);
    /** @type {SVGElement[]} */
    this.shapes = [];
    this.drawnAs = "";
    this.named = "";
    this.item = item;
    /** @type {Figure} */
    this.figure = item.figure;
    this.colour = 0;
    this.at = 0;
    this.middle = 0;
    this.width = 0;
    this.isSticky = true;
  }

  /**
   * Stands for an item from now on; what is the same as before is left as it is.
   *
   * @param {Item} item
   * @param {LaneLayout} layout
   * @param {Figure} figure  the item's own as far as it is drawn, from `frame.base`
   * @param {number} middle
   * @param {Frame} frame
   */
  put(item, { lane, colour }, figure, middle, frame) {
    Object.assign(this, { item, colour, middle, at: round(figure.core[0]), isSticky: true });
    this.figure = placed(figure, (position) => round(position - figure.core[0]));
    this.width = item.text ? frame.measure(item.text) : 0;
    write(this.element, "transform", `translate(${this.at},${round(middle)})`);
    write(this.element, "class", markClass(item, colour, frame.selected));
    this.#name(lane);
    this.#draw(frame.paints);
    this.#write();
  }

  /** What makes its name changes with the answer alone, but for badges. */
  #name(lane) {
    const { iri, words, status, disputed } = this.item.entries[0];
    const named = [iri, words, status, disputed, lane.label, this.item.isBadge && this.item.text].join(" ");
    if (named === this.named) return;
    this.named = named;
    write(this.element, "aria-label", nameOf(this.item, lane));
  }

  #draw(paints) {
    const { item: { isBadge, entries: [entry] }, figure, colour } = this;
    const drawnAs = `${colour} ${isBadge} ${likeness(entry)} ${Object.values(figure).join(" ")}`;
    if (drawnAs === this.drawnAs) return;
    this.drawnAs = drawnAs;
    this.shapes.forEach((shape) => shape.remove());
    this.shapes = isBadge ? badgeElements(figure, 0) : figureElements(figure, entry, 0, colour, paints);
    this.ring.after(...this.shapes);
  }

  #write() {
    const { item, label, element, figure: { reach } } = this;
    write(this.ring, "x", round(reach[0] - 3));
    write(this.ring, "width", round(this.end - reach[0] + 6));
    if (!item.text) label.remove();
    else if (!label.parentNode) element.append(label);
    write(label, "class", labelClass(this));
    write(label, "y", isInBubble(item) ? IN_BUBBLE : BASELINE);
  }

  /** Where it ends with its words, from its origin. */
  get end() {
    const { item, figure: { reach }, width } = this;
    return item.inside || !item.text ? reach[1] : reach[1] + LABEL_GAP + width;
  }

  /** The mark and all it stands for in words, for who rests the pointer on it. */
  tell() {
    if (!this.element.querySelector("title")) this.element.prepend(svg("title"));
    const [title] = this.element.children;
    title.textContent = this.item.entries.slice(0, TOLD).map(titleOf).join("\n");
  }
}

/** Words within a bar stand on its colour, unless it is pale; those on hatching need a ground of their own. */
function labelClass(/** @type {Mark} */ { item: { inside, isBadge, entries }, figure }) {
  const [{ kind, uncertain, status }] = entries;
  if (!inside) return "label";
  if (isBadge) return "label inside";
  if (uncertain) return "label inside on-hatching";
  const isFull = kind === "event" && FULL.has(figure.shape) && !PALE.includes(status);
  return isFull ? "label inside on-colour" : "label inside";
}

/** What of an entry its shapes tell. */
const likeness = ({ kind, uncertain, approximate, quoteKind, status }) => `${kind} ${uncertain} ${approximate} ${quoteKind} ${status}`;

const isInBubble = ({ inside, isBadge, entries }) => inside && !isBadge && entries[0].kind === "statement";

/**
 * A badge keeps its element while what it stands for grows or shrinks.
 *
 * @param {Item} item
 * @param {Lane} lane
 */
function nameOf({ isBadge, text, entries }, lane) {
  const first = spoken(entries[0], lane);
  return isBadge ? say("mark.badge", { text, first }) : first;
}

/**
 * What a screen reader says of a mark.
 *
 * @param {Entry} entry
 * @param {Lane} lane
 */
function spoken({ kind, label, words, status, disputed }, lane) {
  const told = kind === "event" && status && status !== "happened" ? say("mark.doubt", { status: say(`value.${status}`) }) : "";
  const doubt = `${told}${disputed ? say("mark.disputed") : ""}`;
  const date = words || say("mark.undated");
  return say("mark.spoken", { kind: say(`value.${kind}`), doubt, label, date, lane: lane.label });
}

function markClass(item, colour, selected) {
  const [entry] = item.entries;
  const chosen = item.entries.some(({ iri }) => iri === selected) ? " selected" : "";
  const kind = item.isBadge ? "more" : `${entry.kind} ${entry.status} ${entry.dated ? "" : "undated"}`;
  return `mark lane-${colour} ${kind}${chosen}`;
}

function titleOf({ label, words, dated }) {
  const date = dated ? words : say("date.bounded", { date: words });
  return say("mark.title", { label, date });
}
