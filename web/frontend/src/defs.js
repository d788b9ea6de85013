/**
 * What the marks are painted with: fades for whiskers, hatching for "?", a blur for "~". Each is made when a mark
 * first needs it. Colours come from the style sheet through the class `lane-N`.
 */

import { svg } from "./svg.js";

export class Paints {
  /** @param {string} [prefix]  keeps two drawings of one page apart */
  constructor(prefix = "") {
    this.prefix = prefix;
    this.element = svg("defs");
    /** @type {Set<string>} */
    this.made = new Set();
  }

  /**
   * A reference to the paint of a lane colour.
   *
   * @param {"fade-in" | "fade-out" | "hatch"} name
   * @param {number} colour
   */
  of(name, colour) {
    return this.#reference(`${this.prefix}${name}-${colour}`, (id) => PAINTS[name](id, colour));
  }

  /** A reference to the filter of approximate dates. */
  get soft() {
    return this.#reference(`${this.prefix}soft`, blur);
  }

  #reference(id, make) {
    if (!this.made.has(id)) this.element.append(make(id));
    this.made.add(id);
    return `url(#${id})`;
  }
}

function blur(id) {
  const frame = { id, x: "-20%", y: "-40%", width: "140%", height: "180%" };
  return svg("filter", frame, svg("feGaussianBlur", { stdDeviation: 1.7 }));
}

const fade = (first, last) => (id, colour) => {
  const stop = (offset, opacity) => svg("stop", { offset, class: "lane-stop", "stop-opacity": opacity });
  return svg("linearGradient", { id, class: `lane-${colour}` }, stop(0, first), stop(1, last));
};

function hatch(id, colour) {
  return svg(
    "pattern",
    { id, class: `lane-${colour}`, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: 6, height: 6, class: "hatch-ground" }),
    svg("rect", { width: 2.6, height: 6, class: "hatch-line" }),
  );
}

const PAINTS = { "fade-in": fade(0, 0.75), "fade-out": fade(0.75, 0), hatch };
