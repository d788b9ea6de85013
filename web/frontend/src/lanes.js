/** The names of the lanes: beside them on a wide screen, above them on a narrow one. */

import { counted } from "./labels.js";
import { round, svg } from "./svg.js";
import { say, sayNumber } from "./words.js";

/** @typedef {import("./types.js").LaneLayout} LaneLayout */

const TWO_LINES = 42;

/**
 * @param {SVGElement} root
 * @param {LaneLayout[]} lanes
 * @param {object} frame
 * @param {number} frame.left  the width of the column of names, 0 on a narrow screen
 * @param {number} frame.right
 * @param {number} frame.height
 * @param {(text: string, width: number) => string} frame.shortenName
 * @param {(key: string) => string | null} frame.hrefOf  the page of a lane's actor
 */
export function drawLanes(root, lanes, frame) {
  const ground = svg("rect", { width: frame.left, height: frame.height, class: "gutter" });
  const stripes = lanes.map(({ top, height }, index) =>
    svg("rect", { y: top, width: frame.left, height, class: index % 2 ? "stripe odd" : "stripe" }),
  );
  root.replaceChildren(...(frame.left ? [ground, ...stripes] : []), ...lanes.map((lane) => name(lane, frame)));
}

function name(layout, frame) {
  const { lane, colour } = layout;
  const href = frame.hrefOf(lane.key);
  const words = frame.left ? beside(layout, frame) : above(layout, frame);
  const title = svg("title", {}, say("lane.named", { lane: lane.label, count: counted(lane.count) }));
  return svg(href ? "a" : "g", { class: `lane-name lane-${colour}`, href, tabindex: href ? -1 : null }, title, ...words);
}

/** The name on one line or two, and below it, where there is room, how many entries. */
function beside({ lane, top, height, items }, { left, shortenName }) {
  const lines = height < TWO_LINES ? [shortenName(lane.label, left - 24)] : twoLines(lane.label, left - 24, shortenName);
  const names = lines.map((line, index) => text(16, top + 20 + index * 15, "name", line));
  const below = top + 20 + lines.length * 15;
  return below + 4 > top + height ? names : [...names, text(16, below, "count", countOf(lane, items))];
}

/** How many entries stand in the lane; where not all were sent, how many of them. */
function countOf({ count }, items) {
  const sent = items.reduce((sum, { entries }) => sum + entries.length, 0);
  return sent < count ? say("lane.part", { drawn: sayNumber(sent), count: counted(count) }) : counted(count);
}

function above({ lane, top }, { right, shortenName }) {
  return [text(12, top + 19, "name", shortenName(lane.label, right - 24))];
}

/** Broken between words where the first line is full; what is too long for the second is cut. */
function twoLines(label, width, shorten) {
  const words = label.split(" ");
  let fits = words.length;
  while (fits > 1 && shorten(words.slice(0, fits).join(" "), width).endsWith("…")) fits -= 1;
  const [first, rest] = [words.slice(0, fits).join(" "), words.slice(fits).join(" ")];
  return [first, rest].filter(Boolean).map((line) => shorten(line, width));
}

const text = (x, y, name, words) => svg("text", { x, y: round(y), class: name }, words);
