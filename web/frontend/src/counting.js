/** How many entries lie in a view, by what was fetched; exact where everything was. */

import { isWhole } from "./source.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").View} View */

/**
 * @param {Answer} answer
 * @param {View} view
 * @param {number} drawn  how many entries are drawn in the view
 * @returns {number}
 */
export function countIn(answer, view, drawn) {
  if (isWhole(answer) || !answer.bins) return drawn;
  const { from, to } = answer.bins;
  if (view.begin <= from && view.end >= to) return answer.total;
  return Math.max(drawn, Math.round(answer.total * shareIn(answer, view)));
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
