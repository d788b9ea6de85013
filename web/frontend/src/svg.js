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

/** The children of a group, made to be so many of a name; those that are there stay. */
export function pooled(group, name, count) {
  while (group.childElementCount > count) group.lastElementChild.remove();
  while (group.childElementCount < count) group.append(svg(name));
  return [...group.children];
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

/** Sets an attribute where it says something else by now: setting it anew costs the browser a frame's work. */
export function write(element, name, value) {
  const text = String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Tenths of a pixel are fine enough. */
export const round = (value) => Math.round(value * 10) / 10;
