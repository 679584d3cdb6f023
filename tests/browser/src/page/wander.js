// Presses, types, slides and follows links at random, `steps` times, as `seed` says; answers with what was done before
// the page stopped and what it reported then, or nothing.
const [seed, steps, done] = arguments;

let state = seed;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const one = (list) => list[Math.floor(random() * list.length)];

const VIEWS = ['hashprice', 'network', 'pivot', 'valuation', 'outlook', 'miners'];
const TEXTS = ['0', '-1', '1e9', 'abc', '60,000', '$45', '12%', '1.5M', '', '½', 'NaN', '1e-9', '  7 '];
// Other people's servers are not asked.
const SKIPPED = '.hp-live *, a[target]';
// Nothing is saved.
HTMLAnchorElement.prototype.click = () => {};

const acts = {
  follow() {
    const keys = Array.from(document.querySelectorAll('[data-param]'), (slider) => slider.dataset.param);
    const fragment = `v=1&view=${one(VIEWS)}&${one(keys) ?? 'pue'}=${one(TEXTS.slice(0, 5))}`;
    location.hash = fragment;
    return `#${fragment}`;
  },
  press() {
    const button = one(shown('button:not(:disabled), summary, a[data-view]'));
    button && HTMLElement.prototype.click.call(button);
    return button;
  },
  slide() {
    const slider = one(shown('input[type=range]'));
    if (!slider) return slider;
    slider.value = Number(slider.min) + random() * (slider.max - slider.min);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    return slider;
  },
  choose() {
    const list = one(shown('select'));
    if (!list) return list;
    list.selectedIndex = Math.floor(random() * list.options.length);
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return list;
  },
  type() {
    const field = one(shown('input[type=text], textarea'));
    if (!field) return field;
    field.focus();
    field.value = one(TEXTS);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: one(['Enter', 'Escape', 'ArrowUp']), bubbles: true }));
    if (random() < 0.5) field.blur();
    return field;
  },
};

function shown(css) {
  const all = Array.from(document.querySelectorAll(css));
  return all.filter((element) => element.offsetParent !== null && !element.matches(SKIPPED));
}

function told(what) {
  if (!(what instanceof Element)) return String(what);
  const attributes = Array.from(what.attributes, ({ name, value }) => `${name}=${value}`);
  return `${what.tagName} ${attributes.filter((text) => /^(data-|aria-label)/.test(text)).join(' ')} ${what.value ?? ''}`;
}

const path = [];
function step() {
  const report = document.querySelector('.hp-crash textarea');
  if (report) return done([...path.slice(-20), report.value].join('\n'));
  if (path.length === steps) return done('');
  const name = one(['follow', 'press', 'press', 'slide', 'choose', 'type', 'type']);
  path.push(`${name} ${told(acts[name]())}`);
  // Some are followed by the next before anything is drawn; no hand is so quick with a list.
  if (name !== 'choose' && random() < 0.2) return step();
  requestAnimationFrame(() => setTimeout(step));
}
step();
