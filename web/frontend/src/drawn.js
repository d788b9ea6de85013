/** One mark as a link in the drawing: its shapes, its words, and what a screen reader says of it. */

import { badgeElements, figureElements } from "./glyphs.js";
import { LABEL_GAP } from "./packing.js";
import { box, round, svg } from "./svg.js";
import { say } from "./words.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Lane} Lane */
/** @typedef {import("./types.js").Placed} Placed */

/** From the middle of a mark down to where its words stand; a bubble's tail leaves less room. */
const BASELINE = 4;
const IN_BUBBLE = 2.5;
const TOLD = 8;

/** @param {Item} item */
export function markElement(item) {
  return svg("a", { href: item.entries[0].href, "data-key": item.key, tabindex: -1 });
}

/**
 * Draws a mark into its element; returns its label, null when there is no room for one.
 *
 * @param {SVGElement} element
 * @param {Omit<Placed, "element" | "label">} placed
 * @param {Frame} frame
 */
export function renewMark(element, placed, frame) {
  const { item, lane, figure, middle } = placed;
  const [entry] = item.entries;
  element.setAttribute("class", markClass(item, lane, frame.selected));
  element.setAttribute("aria-label", nameOf(item, lane.lane));
  const shapes = item.isBadge ? badgeElements(figure, middle) : figureElements(figure, entry, middle, lane.colour);
  const label = item.text ? labelOf(item, middle) : null;
  const ring = box(figure.reach[0] - 3, endOf(item, figure, frame) + 3, middle, 23, { class: "ring", rx: 5 });
  element.replaceChildren(svg("title", {}, titles(item)), ring, ...shapes, ...(label ? [label] : []));
  return label;
}

function labelOf(item, middle) {
  const y = round(middle + (isInBubble(item) ? IN_BUBBLE : BASELINE));
  return svg("text", { y, class: item.inside ? "label inside" : "label", "aria-hidden": "true" });
}

const isInBubble = ({ inside, isBadge, entries }) => inside && !isBadge && entries[0].kind === "statement";

function endOf(item, { reach }, { measure }) {
  return item.inside || !item.text ? reach[1] : reach[1] + LABEL_GAP + measure(item.text);
}

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

function markClass(item, lane, selected) {
  const [entry] = item.entries;
  const chosen = item.entries.some(({ iri }) => iri === selected) ? " selected" : "";
  const kind = item.isBadge ? "more" : `${entry.kind} ${entry.status} ${entry.dated ? "" : "undated"}`;
  return `mark lane-${lane.colour} ${kind}${chosen}`;
}

const titles = ({ entries }) => entries.slice(0, TOLD).map(title).join("\n");

function title({ label, words, dated }) {
  const date = dated ? words : say("date.bounded", { date: words });
  return say("mark.title", { label, date });
}
