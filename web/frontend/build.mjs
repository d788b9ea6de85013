/**
 * Bundles src/ into ../static/dist: scripts and style sheets, minified, no source maps.
 *
 * A new page script or style sheet is a new line in `entryPoints`.
 */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: {
    explorer: here("src/explorer.js"),
    site: here("src/site.css"),
    sparql: here("src/sparql.js"),
    review: here("src/review.js"),
  },
  outdir: here("../static/dist"),
  bundle: true,
  minify: true,
  sourcemap: false,
  format: "esm",
  target: ["es2022", "chrome120", "firefox121", "safari17"],
  legalComments: "inline",
  logLevel: "warning",
});
