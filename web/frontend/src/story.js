/**
 * A story, step by step: the explorer beside the text moves to the view of the step one reads, and arrows go on.
 *
 * Without this script, and on paper, a picture stands under each step.
 */

const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".story .step")]);
const MOVES = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

let current = Math.max(0, steps.findIndex((step) => `#${step.id}` === location.hash));

if (steps.length) {
  document.querySelector(".story")?.classList.add("guided");
  mark(current);
  const isWide = matchMedia("(min-width: 1000px)").matches;
  const rootMargin = isWide ? "-45% 0px -45% 0px" : "-70% 0px -20% 0px"; // one reads below the drawing
  const seen = new IntersectionObserver(read, { rootMargin });
  steps.forEach((step) => seen.observe(step));
  document.addEventListener("keydown", move);
}

/** @param {IntersectionObserverEntry[]} entries */
function read(entries) {
  const reached = entries.find((entry) => entry.isIntersecting);
  if (reached) show(steps.indexOf(/** @type {HTMLElement} */ (reached.target)));
}

/** @param {number} index */
function mark(index) {
  current = index;
  steps.forEach((step, number) => step.classList.toggle("current", number === index));
}

/** @param {number} index */
function show(index) {
  if (index === current) return;
  mark(index);
  document.getElementById("explorer")?.dispatchEvent(new CustomEvent("tell", { detail: steps[index].dataset.view }));
  history.replaceState(null, "", `#${steps[index].id}`);
}

/** @param {KeyboardEvent} event */
function move(event) {
  const way = MOVES[/** @type {keyof typeof MOVES} */ (event.key)];
  const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, .scroll");
  if (!way || inField || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = current + way;
  if (next < 0 || next >= steps.length) return;
  event.preventDefault();
  show(next);
  steps[next].scrollIntoView({ block: "center", behavior: "instant" });
  steps[next].focus({ preventScroll: true });
}
