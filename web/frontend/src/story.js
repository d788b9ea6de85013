/**
 * A story, step by step: the picture beside the text is that of the step one reads, and arrows go on.
 *
 * Without this script each picture stands under its step.
 */

const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".story .step")]);
const MOVES = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

let current = Math.max(0, steps.findIndex((step) => `#${step.id}` === location.hash));

if (steps.length) {
  document.querySelector(".story")?.classList.add("guided");
  mark(current);
  const seen = new IntersectionObserver(read, { rootMargin: "-45% 0px -45% 0px" });
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
  steps[next].scrollIntoView({ block: "center" });
  steps[next].focus({ preventScroll: true });
}
