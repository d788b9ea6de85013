/** The names of the lanes: beside them on a wide screen, above them on a narrow one. */

import { round, svg } from "./svg.js";

/** @typedef {import("./types.js").LaneLayout} LaneLayout */

/**
 * @param {SVGElement} root
 * @param {LaneLayout[]} lanes
 * @param {object} frame
 * @param {number} frame.left  the width of the column of names, 0 on a narrow screen
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
  const title = svg("title", {}, `${lane.label}, ${counted(lane.count)}`);
  return svg(href ? "a" : "g", { class: `lane-name lane-${colour}`, href, tabindex: href ? -1 : null }, title, ...words);
}

function beside({ lane, top }, { left, shortenName }) {
  return [
    svg("text", { x: 16, y: round(top + 23), class: "name" }, shortenName(lane.label, left - 24)),
    svg("text", { x: 16, y: round(top + 39), class: "count" }, counted(lane.count)),
  ];
}

function above({ lane, top }, { shortenName }) {
  return [svg("text", { x: 12, y: round(top + 19), class: "name" }, shortenName(lane.label, 250))];
}

const counted = (count) => (count === 1 ? "1 entry" : `${count} entries`);
