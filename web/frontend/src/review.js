/** Keys for the review of links: each does what a button or a link of the card one is at does. */

const cards = [...document.querySelectorAll("article.review")];
const isTyping = (element) => element.matches("input, textarea, select");

/** The card that has the focus, the first one where none has. */
const current = () => Math.max(0, cards.findIndex((card) => card.contains(document.activeElement)));

const go = (number) => cards[Math.min(cards.length - 1, Math.max(0, number))].focus();

const MOVES = { s: 1, j: 1, k: -1 };

function press(event) {
  if (!cards.length || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in MOVES) {
    go(current() + MOVES[event.key]);
    return;
  }
  const wanted = cards[current()].querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!wanted) return;
  event.preventDefault();
  wanted.click();
}

/** One field for the name of the reviewer is enough where a script can fill the others. */
function shareName() {
  const [first, ...others] = document.querySelectorAll('input[name="reviewer"]');
  if (!first) return;
  const copy = () => others.forEach((field) => (field.value = first.value));
  others.forEach((field) => (field.closest("label").hidden = true));
  first.addEventListener("input", copy);
  copy();
}

document.addEventListener("keydown", press);
shareName();
