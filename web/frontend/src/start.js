/**
 * What every page runs: the explorer where `<div id="explorer" data-source="...">` stands, the legend alone
 * where `<div id="signs">` does.
 */

import { Explorer } from "./explorer.js";
import { legend } from "./legend.js";
import { html } from "./svg.js";
import { say } from "./words.js";

document.getElementById("signs")?.append(legend());

const root = document.getElementById("explorer");
if (root?.dataset.source) {
  new Explorer(root).start().catch((error) => {
    root.replaceChildren(html("p", { class: "notice" }, say("notice.failed")));
    throw error;
  });
}
