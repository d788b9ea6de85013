/** How many entries lie in a view, by what was fetched; exact where everything was. */

import { isWhole } from "./source.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").View} View */

/**
 * What is undated may lie in any time: it is counted as if it were spread like what is dated.
 *
 * @param {Answer} answer  of the time that was fetched
 * @param {Answer} everything
 * @param {View} view
 * @param {number} drawn  how many entries are drawn in the view
 * @returns {number}
 */
export function countIn(answer, everything, view, drawn) {
  if (isWhole(answer) || !answer.bins) return drawn;
  const here = (answer.total - (answer.undatedHere ?? answer.undated)) * shareIn(answer, view);
  const all = everything.total - everything.undated;
  return Math.max(drawn, Math.round(all ? (here * everything.total) / all : 0));
}

/** What share of all that the bins count lies in a view; an entry in two lanes counts twice in both. */
function shareIn({ bins, lanes }, view) {
  let [inside, all] = [0, 0];
  for (const { events = [], statements = [] } of lanes) {
    for (let index = 0; index < bins.number; index += 1) {
      const count = (events[index] ?? 0) + (statements[index] ?? 0);
      all += count;
      inside += count * overlap(bins.from + index * bins.width, bins.width, view);
    }
  }
  return all ? inside / all : 0;
}

function overlap(begin, width, view) {
  return Math.max(Math.min(begin + width, view.end) - Math.max(begin, view.begin), 0) / width;
}
