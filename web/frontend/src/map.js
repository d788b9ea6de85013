/**
 * The map page: countries from the file beside this script, a disc for each place of the page's list.
 *
 * Everything stands in the list, which is the page without this script; a disc only points into it. No
 * tiles are asked for unless the site is given some.
 */

import { CircleMarker, FeatureGroup, GeoJSON, Map as LeafletMap, TileLayer } from "leaflet/dist/leaflet-src.esm.js";
import "leaflet/dist/leaflet.css";
import "./styles/map.css";
import { feature } from "topojson-client";

import { whole } from "./outlines.js";
import { entriesOf, radiusOf, spotsIn } from "./places.js";

/** @typedef {import("./places.js").Spot} Spot */

const FAR = 8; // the closest a map of countries is of use
const WORLD = /** @type {[number, number]} */ ([25, 15]);

const frame = document.getElementById("map");
const list = document.querySelector("ol.places");
if (frame && list) await show(frame, spotsIn(list));

/** @param {HTMLElement} frame @param {Spot[]} spots */
async function show(frame, spots) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new LeafletMap(frame, { maxZoom: FAR, minZoom: 1, worldCopyJump: true, zoomAnimation: !calm, fadeAnimation: !calm });
  map.attributionControl.setPrefix(false);
  map.setView(WORLD, 2);
  const marks = new FeatureGroup(spots.map((spot) => mark(spot, spots)));
  marks.addTo(map);
  if (spots.length) map.fitBounds(marks.getBounds().pad(0.15), { maxZoom: 5, animate: false });
  if (frame.dataset.tiles) new TileLayer(frame.dataset.tiles).addTo(map);
  else if (frame.dataset.world) (await countries(frame.dataset.world)).addTo(map).bringToBack();
}

/** @param {string} address */
async function countries(address) {
  const world = await (await fetch(address)).json();
  const outlines = feature(world, world.objects.countries).features.map(whole);
  return new GeoJSON(outlines, { interactive: false, style: { className: "land" } });
}

/** @param {Spot} spot @param {Spot[]} spots */
function mark(spot, spots) {
  const most = Math.max(...spots.map(({ count }) => count));
  const disc = new CircleMarker([spot.latitude, spot.longitude], { radius: radiusOf(spot.count, most), className: "spot" });
  disc.bindTooltip(`${spot.name}: ${spot.count}`);
  disc.on("click", () => choose(spot));
  disc.on("add", () => disc.getElement()?.setAttribute("tabindex", "-1")); // keys have the list; a disc has no name
  for (const [shown, hidden] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
    spot.item.addEventListener(shown, () => disc.openTooltip());
    spot.item.addEventListener(hidden, () => disc.closeTooltip());
  }
  spot.link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(spot);
  });
  return disc;
}

/** Shows the entries of a place beneath the map, as the page without scripts would. @param {Spot} spot */
async function choose(spot) {
  const found = await entriesOf(spot.link.href);
  const place = document.getElementById("entries");
  if (!found || !place) {
    open(spot.link.href, document.querySelector("base")?.target || "_self"); // out of the frame of a query
    return;
  }
  place.replaceWith(found);
  history.replaceState(null, "", spot.link.href);
  document.querySelectorAll("ol.places a[aria-current]").forEach((link) => link.removeAttribute("aria-current"));
  spot.link.setAttribute("aria-current", "true");
  found.scrollIntoView({ block: "nearest" });
}
