/** The places of the map page, as its list has them. */

/**
 * @typedef {object} Spot
 * @property {string} name
 * @property {number} count  entries there
 * @property {number} latitude  degrees
 * @property {number} longitude  degrees
 * @property {HTMLElement} item  of the list
 * @property {HTMLAnchorElement} link  to its entries
 */

const SMALLEST = 5;
const LARGEST = 26;

/**
 * Those of the list that are located.
 *
 * @param {Element} list
 * @returns {Spot[]}
 */
export function spotsIn(list) {
  return /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li[data-latitude]")]).map((item) => {
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    const { latitude, longitude, count } = item.dataset;
    const name = link.textContent ?? "";
    return { name, count: Number(count), latitude: Number(latitude), longitude: Number(longitude), item, link };
  });
}

/** The radius of a disc in pixels: its area tells how many, as eyes compare areas. */
export function radiusOf(count, most) {
  return Math.max(SMALLEST, LARGEST * Math.sqrt(count / Math.max(most, 1)));
}

/** The part of the page at this address that lists a place's entries; null when it cannot be had. */
export async function entriesOf(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("entries");
}
