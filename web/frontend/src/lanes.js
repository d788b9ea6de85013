/** The names of the lanes: beside them on a wide screen, above them on a narrow one. */

import { counted } from "./labels.js";
import { pooled, round, svg, write } from "./svg.js";
import { say, sayNumber } from "./words.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").LaneLayout} LaneLayout */

/**
 * @typedef {object} Manner
 * @property {number} left  the width of the column of names, 0 on a narrow screen
 * @property {number} right
 * @property {number} height
 * @property {(text: string, width: number) => string} shortenName
 */

/** @typedef {{x: number, y: number, name: string, words: string}} Line */
/** @typedef {{href: string | null, colour: number, title: string, lines: Line[]}} Named */

const TWO_LINES = 42;

export class Names {
  constructor() {
    this.ground = svg("g");
    this.words = svg("g");
    this.element = svg("g", { class: "names" }, this.ground, this.words);
    /** @type {Map<string, SVGElement>} */
    this.drawn = new Map();
    /** @type {Map<string, string>} */
    this.hrefs = new Map();
  }

  /**
   * The lanes of another answer: its actors and places have pages.
   *
   * @param {Answer} answer
   */
  renew({ entries }) {
    const told = entries.flatMap(({ actors, place }) => [...actors, ...(place ? [place] : [])]);
    this.hrefs = new Map(told.map(({ iri, href }) => [iri, href]));
  }

  /**
   * Names the lanes; one that says the same as before is only moved.
   *
   * @param {LaneLayout[]} lanes
   * @param {Manner} manner
   */
  draw(lanes, manner) {
    const keys = lanes.map((lane) => JSON.stringify(named(lane, this.hrefs.get(lane.lane.key) ?? null, manner)));
    const before = this.drawn;
    this.drawn = new Map(keys.map((key) => [key, before.get(key) ?? element(JSON.parse(key))]));
    for (const [key, gone] of before) if (!this.drawn.has(key)) gone.remove();
    this.words.append(...[...this.drawn.values()].filter((one) => !one.parentNode));
    keys.forEach((key, index) => write(this.drawn.get(key), "transform", `translate(0,${round(lanes[index].top)})`));
    this.#drawGround(lanes, manner);
  }

  /** What hides the marks below the column of names. */
  #drawGround(lanes, { left }) {
    const stripes = pooled(this.ground, "rect", left ? lanes.length : 0);
    stripes.forEach((stripe, index) => {
      const { top, height } = lanes[index];
      const attributes = { y: top, width: left, height, class: index % 2 ? "stripe odd" : "stripe" };
      for (const [name, value] of Object.entries(attributes)) write(stripe, name, value);
    });
  }
}

/** @returns {Named} */
function named(layout, href, manner) {
  const { lane, colour } = layout;
  const title = say("lane.named", { lane: lane.label, count: counted(lane.count) });
  const lines = manner.left ? beside(layout, manner) : above(layout, manner);
  return { href, colour, title, lines };
}

/** @param {Named} named */
function element({ href, colour, title, lines }) {
  const words = lines.map(({ x, y, name, words: said }) => svg("text", { x, y, class: name }, said));
  const attributes = { class: `lane-name lane-${colour}`, href, tabindex: href ? -1 : null };
  return svg(href ? "a" : "g", attributes, svg("title", {}, title), ...words);
}

/** The name on one line or two, and below it, where there is room, how many entries. */
function beside({ lane, height, items }, { left, shortenName }) {
  const lines = height < TWO_LINES ? [shortenName(lane.label, left - 24)] : twoLines(lane.label, left - 24, shortenName);
  const names = lines.map((line, index) => text(16, 20 + index * 15, "name", line));
  const below = 20 + lines.length * 15;
  return below + 4 > height ? names : [...names, text(16, below, "count", countOf(lane, items))];
}

/** How many entries stand in the lane; where not all were sent, how many of them. */
function countOf({ count }, items) {
  const sent = items.reduce((sum, { entries }) => sum + entries.length, 0);
  return sent < count ? say("lane.part", { drawn: sayNumber(sent), count: counted(count) }) : counted(count);
}

function above({ lane }, { right, shortenName }) {
  return [text(12, 19, "name", shortenName(lane.label, right - 24))];
}

/** Broken between words where the first line is full; what is too long for the second is cut. */
function twoLines(label, width, shorten) {
  const words = label.split(" ");
  let fits = words.length;
  while (fits > 1 && shorten(words.slice(0, fits).join(" "), width).endsWith("…")) fits -= 1;
  const [first, rest] = [words.slice(0, fits).join(" "), words.slice(fits).join(" ")];
  return [first, rest].filter(Boolean).map((line) => shorten(line, width));
}

const text = (x, y, name, words) => ({ x, y, name, words });
