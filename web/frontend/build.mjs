/**
 * Bundles src/ into ../static/dist: scripts and style sheets, minified, no source maps.
 *
 * A new page script or style sheet is a new line in `entryPoints`.
 */
import { copyFile } from "node:fs/promises";

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

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
