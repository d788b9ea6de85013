/**
 * The shape of one mark: disc or bubble, box, bar with whiskers, arrow. Geometry in, SVG out.
 *
 * Kind is told by shape, certainty by texture, the lane by colour: nothing by colour alone.
 */

import { box, round, svg } from "./svg.js";

/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Figure} Figure */

const HEIGHT = 16;
const WHISKER = 8;
const TAIL = 5;
const FOR_WORDS = 1.5; // pixels more above and below
const ARROW = 8;
const STRIKE = 22;

/**
 * The elements of a figure, back to front.
 *
 * @param {Figure} figure  in pixels of the drawing
 * @param {Entry} entry
 * @param {number} middle  the vertical middle
 * @param {number} colour
 * @param {import("./defs.js").Paints} paints
 * @returns {SVGElement[]}
 */
export function figureElements(figure, entry, middle, colour, paints) {
  if (figure.shape === "pair") return pairElements(figure, middle);
  const core = BODIES[entry.kind][figure.shape](figure, middle);
  core.setAttribute("class", `core ${figure.shape}`);
  if (entry.uncertain) core.style.fill = paints.of("hatch", colour);
  if (entry.uncertain) core.classList.add("hatched");
  if (entry.approximate) core.setAttribute("filter", paints.soft);
  return [...whiskers(figure, middle, colour, paints), core, ...details(figure, entry, middle)];
}

/** Two thin cores that contradict each other, joined by ≠. */
function pairElements({ core, other }, middle) {
  const cores = [core, other].map(([left, right]) => box(left, right, middle, HEIGHT, { class: "core thin", rx: 2 }));
  const [from, to] = [core[1], other[0]];
  const at = round((from + to) / 2);
  const line = svg("path", { class: "unequal", d: `M${round(from)},${middle}H${round(to)}` });
  const sign = svg("path", { class: "unequal", d: `M${at - 5},${middle - 2.5}h10m-10,5h10M${at - 2.5},${middle + 6}l5,-12` });
  const ground = svg("rect", { class: "unequal-ground", x: at - 6.5, y: middle - 7, width: 13, height: 14 });
  return [line, ground, sign, ...cores];
}

/** A badge: how many entries stand behind it. */
export function badgeElements({ core }, middle) {
  return [box(core[0], core[1], middle, 18, { class: "badge", rx: 9 })];
}

const disc = ({ core }, middle) => svg("circle", { cx: round((core[0] + core[1]) / 2), cy: middle, r: HEIGHT / 2 });
const bar = ({ core }, middle) => box(core[0], core[1], middle, HEIGHT, { rx: 3 });
const bubble = ({ core }, middle) => svg("path", { d: bubblePath(core[0], core[1], middle) });

const BODIES = {
  event: { point: disc, box: bar, bar },
  statement: { point: bubble, box: bubble, bar: bubble },
};

/** A speech bubble between two edges, its tail near the left one; a wide one has room for words. */
export function bubblePath(left, right, middle) {
  const [x, width] = [round(left) + 0.75, Math.max(round(right - left) - 1.5, 10)];
  const more = width > HEIGHT ? FOR_WORDS : 0;
  const [top, bottom, r] = [middle - HEIGHT / 2 - more, middle + HEIGHT / 2 - 3 + more, 3];
  return [
    `M${x + r},${top}H${x + width - r}q${r},0 ${r},${r}V${bottom - r}q0,${r} ${-r},${r}`,
    `H${x + r + TAIL + 1}L${x + r},${bottom + TAIL}V${bottom}q${-r},0 ${-r},${-r}V${top + r}q0,${-r} ${r},${-r}Z`,
  ].join("");
}

function whiskers({ fadeIn, fadeOut, arrowLeft, arrowRight }, middle, colour, paints) {
  const found = [];
  if (fadeIn) found.push(whisker(fadeIn, "fade-in", middle, colour, paints));
  if (fadeOut) found.push(whisker(fadeOut, "fade-out", middle, colour, paints));
  if (arrowLeft && fadeIn) found.push(arrow(fadeIn[0], -1, middle));
  if (arrowRight && fadeOut) found.push(arrow(fadeOut[1], 1, middle));
  return found;
}

function whisker([left, right], name, middle, colour, paints) {
  return box(left, right, middle, WHISKER, { class: "whisker", fill: paints.of(name, colour) });
}

function arrow(tip, way, middle) {
  const back = round(tip - way * ARROW);
  return svg("path", { class: "arrow", d: `M${back},${middle - 5}L${round(tip)},${middle}L${back},${middle + 5}` });
}

function details(figure, entry, middle) {
  return [...quoteTicks(figure, entry, middle), ...strike(figure, entry, middle)];
}

/** Two strokes in the bubble for the speaker's own words, one where they mix with the writer's. */
function quoteTicks({ shape, core }, { quoteKind }, middle) {
  if (shape !== "point") return [];
  const offsets = { direct: [5, 9], mixed: [7] }[quoteKind] ?? [];
  return offsets.map((offset) =>
    svg("path", { class: "quote-tick", d: `M${round(core[0] + offset + 0.9)},${middle - 4}v4` }),
  );
}

/** A denied event is struck through, a wide one at its end, where no words stand. */
function strike({ core }, { status }, middle) {
  if (status !== "denied") return [];
  const right = round(core[1] + 3);
  const left = round(Math.max(core[0] - 3, right - STRIKE));
  return [svg("path", { class: "strike", d: `M${left},${middle + 8}L${right},${middle - 8}` })];
}
