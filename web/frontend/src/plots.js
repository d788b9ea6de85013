/**
 * Two more ways to show rows: in time and on the map. Each is a page of ours in a frame, which asks the same query
 * (`web/plots.py`), so that nothing of the explorer or the map is loaded before somebody wants it.
 */

/** @typedef {Record<string, {type: string, value: string, datatype?: string}>} Row */

const NUMBER = /(?:integer|decimal|double|float|int|long)$/;
const DATE = /^(?:\/$|(?:\.\.)?\/?[[{]?Y?-?(?:\d{4,}|\d{2,3}X{1,2}))/; // "/" is a date that is not known
const LATITUDE = /^lat(?:itude)?$/i;
const LONGITUDE = /^lo?ng?(?:itude)?$/i;

/** Whether a column holds dates and nothing else. @param {Row[]} rows @param {string[]} names */
export function tellWhen(rows, names) {
  return names.some((name) => {
    const held = rows.map((row) => row[name]).filter(Boolean);
    return held.length > 0 && held.every((term) => term.type === "literal" && isDate(term));
  });
}

const isDate = ({ value, datatype = "" }) => !NUMBER.test(datatype) && DATE.test(value);

/** Whether rows tell a place: by coordinates, or by its IRI. @param {Row[]} rows @param {string[]} names */
export function tellWhere(rows, names) {
  const both = [LATITUDE, LONGITUDE].every((known) => names.some((name) => known.test(name)));
  return both || rows.some((row) => Object.values(row).some(isPlace));
}

const isPlace = ({ type, value }) => (type === "uri" ? value.includes("/entity/place/") : /^\s*POINT\s*\(/i.test(value));

/**
 * A plugin of YASR that frames a page.
 *
 * @param {string} label
 * @param {string} path
 * @param {(rows: Row[], names: string[]) => boolean} suits
 * @param {() => string} query  the one that was asked
 */
export function framed(label, path, suits, query) {
  return class {
    priority = 5;
    label = label;
    /** @param {{results?: any, resultsEl: HTMLElement}} yasr */
    constructor(yasr) {
      this.yasr = yasr;
    }
    canHandleResults() {
      const { results } = this.yasr;
      return suits(results?.getBindings?.() ?? [], results?.getVariables?.() ?? []);
    }
    draw() {
      const frame = document.createElement("iframe");
      frame.className = "plot";
      frame.title = label;
      frame.src = `${path}?${new URLSearchParams({ query: query(), frame: "1" })}`;
      this.yasr.resultsEl.replaceChildren(frame);
    }
    getIcon() {
      return document.createElement("span");
    }
  };
}
