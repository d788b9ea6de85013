/**
 * What the marks are painted with, once for each lane colour: fades for whiskers, hatching for "?",
 * a blur for "~". Colours come from the style sheet through the class `lane-N`.
 */

import { MAX_LANES } from "./layout.js";
import { svg } from "./svg.js";

/** The `<defs>` of a drawing; `prefix` keeps two drawings of one page apart. */
export function defs(prefix = "") {
  const numbers = Array.from({ length: MAX_LANES + 1 }, (_, number) => number);
  return svg("defs", {}, blur(prefix), ...numbers.flatMap((number) => paints(prefix, number)));
}

/** References to the paints of a lane colour. */
export const paint = (name, colour, prefix = "") => `url(#${prefix}${name}-${colour})`;

/** The filter of approximate dates. */
export const soft = (prefix = "") => `url(#${prefix}soft)`;

function blur(prefix) {
  return svg(
    "filter",
    { id: `${prefix}soft`, x: "-20%", y: "-40%", width: "140%", height: "180%" },
    svg("feGaussianBlur", { stdDeviation: 1.7 }),
  );
}

function paints(prefix, colour) {
  return [fade(prefix, "fade-in", colour, [0, 0.75]), fade(prefix, "fade-out", colour, [0.75, 0]), hatch(prefix, colour)];
}

function fade(prefix, name, colour, [first, last]) {
  const stop = (offset, opacity) => svg("stop", { offset, class: "lane-stop", "stop-opacity": opacity });
  return svg("linearGradient", { id: `${prefix}${name}-${colour}`, class: `lane-${colour}` }, stop(0, first), stop(1, last));
}

function hatch(prefix, colour) {
  return svg(
    "pattern",
    {
      id: `${prefix}hatch-${colour}`,
      class: `lane-${colour}`,
      width: 6,
      height: 6,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    },
    svg("rect", { width: 6, height: 6, class: "hatch-ground" }),
    svg("rect", { width: 2.6, height: 6, class: "hatch-line" }),
  );
}
