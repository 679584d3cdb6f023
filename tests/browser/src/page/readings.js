// Reads every chart by an arrow key; answers with the readings that lie on something of their chart or leave its card.
const [done] = arguments;

const drawn = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));

async function fault(card) {
  const plot = card.querySelector('.hp-plot[tabindex="0"], .hp-plot [tabindex="0"]');
  if (!plot) return [];
  plot.scrollIntoView({ block: 'center' });
  plot.focus({ preventScroll: true });
  for (const key of ['ArrowRight', 'ArrowDown']) {
    plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await drawn();
  }
  await drawn();
  const reading = card.querySelector('.hp-chart-answer.is-reading');
  if (!reading) return [`${card.dataset.chart} is not read`];
  const [text, whole] = [reading, card].map((element) => element.getBoundingClientRect());
  const below = card.querySelector('figcaption').nextElementSibling.getBoundingClientRect();
  const isRight = text.bottom <= below.top + 1 && text.top >= whole.top - 1;
  return isRight ? [] : [`${card.dataset.chart}: ${reading.textContent}`];
}

(async () => {
  const cards = Array.from(document.querySelectorAll('[data-chart]'));
  const faults = cards.length ? [] : ['no chart'];
  for (const card of cards) faults.push(...(await fault(card)));
  done(faults);
})();
