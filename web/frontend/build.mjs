/**
 * Bundles src/ into ../static/dist: scripts and style sheets, minified, no source maps.
 *
 * A new page script or style sheet is a new line in `entryPoints`.
 */
import { copyFile, readFile, writeFile } from "node:fs/promises";

import { build } from "esbuild";
import { feature } from "topojson-client";
import { fileURLToPath } from "node:url";

import { whole } from "./src/outlines.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: {
    explorer: here("src/start.js"),
    map: here("src/map.js"),
    picture: here("src/picture.js"),
    site: here("src/site.css"),
    sparql: here("src/sparql.js"),
    story: here("src/story.js"),
    review: here("src/review.js"),
  },
  outdir: here("../static/dist"),
  bundle: true,
  minify: true,
  sourcemap: false,
  format: "esm",
  target: ["es2022", "chrome120", "firefox121", "safari17"],
  legalComments: "inline",
  loader: { ".png": "dataurl" },
  logLevel: "warning",
});

// The outlines of countries, which the map fetches as data: Natural Earth's, in the public domain.
await copyFile(here("node_modules/world-atlas/countries-110m.json"), here("../static/dist/world.json"));

/** The closed line of a ring in whole degrees, north up, each point once. */
function line(ring) {
  const points = ring.map(([longitude, latitude]) => `${Math.round(longitude)},${-Math.round(latitude)}`);
  return `M${points.filter((point, index) => point !== points[index - 1]).join("L")}Z`;
}

/** A ring wherever it is seen between 180 degrees west and east: one across that meridian is seen twice. */
function seen(ring) {
  const turned = [-360, 0, 360].map((turn) => ring.map(([longitude, latitude]) => [longitude + turn, latitude]));
  return turned.filter((one) => one.some(([longitude]) => Math.abs(longitude) < 180));
}

// All land as one shape, which small maps in pages use: `land.svg#land`, a unit a degree.
const atlas = JSON.parse(await readFile(here("node_modules/world-atlas/land-110m.json"), "utf-8"));
const rings = feature(atlas, atlas.objects.land).features.flatMap((land) => whole(land).geometry.coordinates.flat());
await writeFile(
  here("../static/dist/land.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg"><path id="land" d="${rings.flatMap(seen).map(line).join("")}"/></svg>\n`,
);
