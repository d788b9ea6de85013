/** SVG elements from names, attributes and children. */

const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number | null | undefined>} attributes  null ones are left out
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/** An HTML element in the same manner. */
export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/** A rectangle from its edges, never negative. */
export function box(left, right, middle, height, attributes = {}) {
  return svg("rect", {
    x: round(left),
    y: middle - height / 2,
    width: round(Math.max(right - left, 0)),
    height,
    ...attributes,
  });
}

/** Tenths of a pixel are fine enough. */
export const round = (value) => Math.round(value * 10) / 10;
