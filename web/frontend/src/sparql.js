/**
 * The SPARQL page: YASGUI in place of the plain form, which stays for whoever has no script.
 *
 * The template says in `data-prefixes` which prefixes the project has. What completes classes and
 * properties is asked of our own endpoint, once and when first wanted.
 */
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import "./styles/editor.css";
import { asked, nameParts } from "./editor.js";
import { names } from "./names.js";
import { keepRenamed } from "./renaming.js";
import { framed, tellWhen, tellWhere } from "./plots.js";

const CLASSES = `SELECT DISTINCT ?iri {
  { ?iri a ?kind VALUES ?kind { owl:Class rdfs:Class } } UNION
  { SELECT ?iri { ?any a ?iri } LIMIT 50000 } FILTER(isIRI(?iri)) } ORDER BY ?iri LIMIT 2000`;
const PROPERTIES = `SELECT DISTINCT ?iri {
  { ?iri a ?kind VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty rdf:Property } } UNION
  { SELECT ?iri { ?any ?iri ?other } LIMIT 50000 } } ORDER BY ?iri LIMIT 2000`;

const place = document.getElementById("editor");
if (place) start(place);

/** @param {HTMLElement} place */
function start(place) {
  const endpoint = new URL("/sparql", location.href).href;
  const prefixes = JSON.parse(place.dataset.prefixes ?? "{}");
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.query"));
  completeWith("prefixes", () => Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`));
  completeWith("class", asked(endpoint, CLASSES));
  completeWith("property", asked(endpoint, PROPERTIES));
  Yasgui.Yasqe.registerAutocompleter(names(prefixes.kb, "/reconcile/suggest/entity"), false);
  const query = () => yasgui.getTab()?.getYasqe().getValue() ?? "";
  Yasgui.Yasr.registerPlugin("timeline", framed("Timeline", "/sparql/timeline", tellWhen, query));
  Yasgui.Yasr.registerPlugin("map", framed("Map", "/sparql/map", tellWhere, query));
  const yasgui = new Yasgui(place, settings(endpoint, prefixes));
  yasgui.on("queryResponse", () => {
    document.querySelector("section.answered")?.remove();
    requestAnimationFrame(() => nameParts(place));
  });
  yasgui.on("tabSelect", () => requestAnimationFrame(() => nameParts(place)));
  if (!location.hash.includes("query=")) open(yasgui, form.elements.namedItem("query").value);
  for (const link of document.querySelectorAll(".examples a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open(yasgui, new URL(link.href).searchParams.get("query") ?? "");
      place.scrollIntoView();
    });
  }
  const keep = /** @type {HTMLFormElement | null} */ (document.querySelector("form.keep"));
  keep?.addEventListener("submit", () => (keep.elements.namedItem("query").value = query()));
  form.remove();
  nameParts(place);
  keepRenamed(place, JSON.parse(place.dataset.words ?? "{}"));
}

/**
 * @param {string} endpoint
 * @param {Record<string, string>} prefixes
 */
function settings(endpoint, prefixes) {
  return {
    requestConfig: { endpoint, method: "GET" },
    copyEndpointOnNewTab: false,
    populateFromUrl: true,
    autoAddOnInit: false,
    persistenceId: "event-knowledge",
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    yasqe: { autocompleters: ["prefixes", "variables", "class", "property", "names"] },
    yasr: { prefixes, pluginOrder: ["table", "timeline", "map", "boolean", "response"] },
  };
}

/**
 * The query in a tab of its own, or in the one that has it.
 * @param {import("@zazuko/yasgui").Yasgui} yasgui
 * @param {string} query
 */
function open(yasgui, query) {
  const title = query.match(/^#\s*(.{1,30})/)?.[1] ?? "Query";
  yasgui.addTab(true, { name: title, yasqe: { value: query } }, { avoidDuplicateTabs: true });
}

/**
 * @param {string} name of one of YASQE's own completers
 * @param {(yasqe: object, token?: { autocompletionString?: string }) => string[] | Promise<string[]>} get
 */
function completeWith(name, get) {
  Yasgui.Yasqe.forkAutocompleter(name, { name, get, bulk: name === "prefixes", persistenceId: null }, false);
}
