/** Keys for the review of links: each does what a button or a link of the card one is at does. */

const cards = [...document.querySelectorAll("article.review")];
const names = [...document.querySelectorAll('input[name="reviewer"]')];
const isTyping = (element) => element.matches("input, textarea, select");

const SKIPPED = "links.skipped";
const subjectOf = (card) => card.querySelector("h2 a").getAttribute("href");
const skipped = () => JSON.parse(sessionStorage.getItem(SKIPPED) ?? "[]");

/** The card that has the focus, the first one where none has. */
const current = () => Math.max(0, cards.findIndex((card) => card.contains(document.activeElement)));

const go = (number) => cards[Math.min(cards.length - 1, Math.max(0, number))].focus();

function skip() {
  sessionStorage.setItem(SKIPPED, JSON.stringify([...skipped(), subjectOf(cards[current()])]));
  go(current() + 1);
}

const MOVES = { s: skip, j: () => go(current() + 1), k: () => go(current() - 1) };

function press(event) {
  if (!cards.length || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in MOVES) {
    MOVES[event.key]();
    return;
  }
  const wanted = cards[current()].querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!wanted) return;
  event.preventDefault();
  wanted.click();
}

/** One field for the name of the reviewer is enough where a script can fill the others. */
function shareName() {
  const [first, ...others] = names;
  if (!first) return;
  const copy = () => others.forEach((field) => (field.value = first.value));
  others.forEach((field) => {
    field.closest("label").hidden = true;
    field.addEventListener("invalid", (event) => {
      event.preventDefault();
      first.reportValidity();
    });
  });
  first.addEventListener("input", copy);
  copy();
}

/** What was skipped stays so when the page comes again after a judgement. */
function goOn() {
  const before = skipped();
  const next = cards.findIndex((card) => !before.includes(subjectOf(card)));
  if (before.length && next > 0) go(next);
}

document.addEventListener("keydown", press);
shareName();
goOn();
