/**
 * Dragging pans, Ctrl and the wheel (or two fingers) zoom; the wheel alone scrolls the page.
 */

const THRESHOLD = 4;
const WHEEL_SPEED = 0.0022;

/**
 * @param {SVGElement} element
 * @param {object} on
 * @param {(pixels: number) => void} on.pan  to the right when positive
 * @param {(factor: number, clientX: number) => void} on.zoom  below 1 zooms in
 */
export function followPointer(element, on) {
  element.addEventListener("wheel", (event) => wheel(event, on), { passive: false });
  const fingers = new Map();
  element.addEventListener("pointerdown", (event) => {
    if (event.button === 0) fingers.set(event.pointerId, { start: event.clientX, x: event.clientX, dragging: false });
  });
  element.addEventListener("pointermove", (event) => move(event, element, fingers, on));
  for (const name of ["pointerup", "pointercancel"]) {
    element.addEventListener(name, (event) => release(event, element, fingers));
  }
  element.addEventListener("dragstart", (event) => event.preventDefault());
}

function wheel(event, on) {
  const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (!event.ctrlKey && !sideways) return;
  event.preventDefault();
  if (event.ctrlKey) on.zoom(Math.exp(event.deltaY * WHEEL_SPEED), event.clientX);
  else on.pan(-event.deltaX);
}

function move(event, element, fingers, on) {
  const finger = fingers.get(event.pointerId);
  if (!finger) return;
  const before = [...fingers.values()].map(({ x }) => x);
  const by = event.clientX - finger.x;
  finger.x = event.clientX;
  if (fingers.size === 2) pinch(before, [...fingers.values()].map(({ x }) => x), on);
  else if (isDragging(finger, event, element)) on.pan(by);
}

/** A drag begins after a few pixels; until then it may still be a click on a mark. */
function isDragging(finger, event, element) {
  if (!finger.dragging && Math.abs(event.clientX - finger.start) > THRESHOLD) {
    finger.dragging = true;
    element.setPointerCapture(event.pointerId);
    element.classList.add("dragging");
  }
  return finger.dragging;
}

function pinch(before, after, on) {
  const spread = ([one, other]) => Math.max(Math.abs(one - other), 12);
  const middle = ([one, other]) => (one + other) / 2;
  on.zoom(spread(before) / spread(after), middle(after));
  on.pan(middle(after) - middle(before));
}

function release(event, element, fingers) {
  const dragged = fingers.get(event.pointerId)?.dragging;
  fingers.delete(event.pointerId);
  element.classList.remove("dragging");
  if (dragged) swallowClick(element);
}

/** The click that ends a drag opens nothing. */
function swallowClick(element) {
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => element.removeEventListener("click", swallow, { capture: true }), 0);
}
