// What is wrong with the boxes of visible text: [{ fault, text, other }].
//
// A text may not leave its drawing, its window or any box that cuts it off, and two texts may not
// lie on each other. What can be scrolled is not cut off; what floats over the page (header, rail,
// sheet) is compared with itself only.
const SLACK = 1.5;
const CUTS = ['hidden', 'clip'];
const SCROLLS = ['auto', 'scroll'];

const ancestors = function* (element) {
  for (let at = element; at !== null; at = at.parentElement) yield at;
};

const isHidden = (element) => {
  if (getComputedStyle(element).visibility !== 'visible') return true;
  if (element.closest('option, script, style, noscript') !== null) return true;
  // What is folded has boxes in some engines, and nobody sees it.
  const folded = element.closest('details:not([open])');
  if (folded !== null && !folded.querySelector('summary').contains(element)) return true;
  // Texts for screen readers are in a box of one pixel.
  return Array.from(ancestors(element)).some((at) => {
    const { width, height } = at.getBoundingClientRect();
    return width <= 1 && height <= 1 && CUTS.includes(getComputedStyle(at).overflowX);
  });
};

/** The part of a box that scrolling leaves in sight; null when there is none. */
const inSight = (box, element) => {
  let { left, right, top, bottom } = box;
  for (const at of ancestors(element.parentElement)) {
    if (at === document.body) break;
    const style = getComputedStyle(at);
    const around = at.getBoundingClientRect();
    if (SCROLLS.includes(style.overflowX)) [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
    if (SCROLLS.includes(style.overflowY)) [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
  }
  return right > left && bottom > top ? { left, right, top, bottom } : null;
};

const layerOf = (element) =>
  Array.from(ancestors(element)).find((at) => ['fixed', 'sticky'].includes(getComputedStyle(at).position)) ?? null;

const textNodes = function* () {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim() !== '') yield walker.currentNode;
};

/** The box of a drawing's text: of its letters, where the engine tells it without the rim around them. */
const drawnBox = (drawn, range) => {
  const whole = drawn.getBoundingClientRect();
  const letters = range.getBoundingClientRect();
  const isWithin = letters.width > 0 && letters.left >= whole.left - SLACK && letters.right <= whole.right + SLACK
    && letters.top >= whole.top - SLACK && letters.bottom <= whole.bottom + SLACK;
  return isWithin ? letters : whole;
};

const collect = () => {
  const found = [];
  for (const node of textNodes()) {
    const element = node.parentElement;
    if (isHidden(element)) continue;
    const drawn = element.closest('svg text');
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = drawn === null ? range.getClientRects() : [drawnBox(drawn, range)];
    for (const box of boxes) {
      if (box.width === 0 || box.height === 0) continue;
      found.push({ node, element, box, seen: inSight(box, element), layer: layerOf(element), text: node.data.trim() });
    }
  }
  return found;
};

const cutBy = ({ element, box }) => {
  let freeX = false;
  let freeY = false;
  for (const at of ancestors(element)) {
    if (at === document.documentElement) break;
    const style = getComputedStyle(at);
    const around = at.getBoundingClientRect();
    const isDrawing = at.localName === 'svg';
    if (SCROLLS.includes(style.overflowX)) freeX = true;
    if (SCROLLS.includes(style.overflowY)) freeY = true;
    const out = (low, high, start, end) => low < start - SLACK || high > end + SLACK;
    if (!freeX && (isDrawing || CUTS.includes(style.overflowX)) && out(box.left, box.right, around.left, around.right)) return at;
    if (!freeY && (isDrawing || CUTS.includes(style.overflowY)) && out(box.top, box.bottom, around.top, around.bottom)) return at;
  }
  const width = document.documentElement.clientWidth;
  return !freeX && (box.left < -SLACK || box.right > width + SLACK) ? document.documentElement : null;
};

/** Whether two boxes lie on each other by more than the empty rims of their letters. */
const overlap = (a, b) => {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const lower = Math.min(a.bottom - a.top, b.bottom - b.top);
  return width > SLACK && height > 0.25 * lower;
};

const name = (element) => element.localName + (element.getAttribute('class') ? `.${element.getAttribute('class').split(' ').join('.')}` : '');
const faults = [];
const report = (fault, text, other) => faults.push({ fault, text: text.slice(0, 60), other });

const boxes = collect();
for (const box of boxes) {
  const cut = cutBy(box);
  if (cut !== null) report('cut off', box.text, name(cut));
}
const seen = boxes.filter((box) => box.seen !== null);
seen.forEach((a, index) => {
  for (const b of seen.slice(index + 1)) {
    if (a.node !== b.node && a.layer === b.layer && overlap(a.seen, b.seen)) report('on each other', a.text, b.text);
  }
});
for (const element of new Set(boxes.map(({ element }) => element).filter((element) => element instanceof HTMLElement))) {
  const { display, overflowX } = getComputedStyle(element);
  if (display === 'inline' || SCROLLS.includes(overflowX) || element.clientWidth === 0) continue;
  if (element.scrollWidth > element.clientWidth + SLACK) report('too wide for its box', element.textContent.trim(), name(element));
}
for (const field of document.querySelectorAll('input[type=text]')) {
  if (field.clientWidth > 0 && field.scrollWidth > field.clientWidth + SLACK) report('too wide for its field', field.value, name(field));
}
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) report('scrolls sideways', `${root.scrollWidth} px in ${root.clientWidth}`, 'html');
return { count: boxes.length, faults };
