/** What a move of the pointer over a chart costs. */

import { visit } from './browser.mjs';

const MOVES = 300;

/**
 * Times moves over a chart of our page, in ms.
 *
 * @returns {Promise<number[]>}
 */
export async function measurePointer(browser, origin, progress) {
  progress('moves of the pointer');
  return visit(browser, `${origin}/dist/index.html`, page => page.evaluate(timeMoves, MOVES));
}

/**
 * Runs in the page. A move's work is done in its handler and the microtasks after it; the message
 * comes back after those, as a task of its own.
 */
async function timeMoves(count) {
  const plot = document.querySelector('figure[data-chart=profit-by-price] .hp-plot');
  const { left, top, width, height } = plot.getBoundingClientRect();
  const { port1, port2 } = new MessageChannel();
  const times = [];
  for (let i = 0; i < count; i++) {
    await new Promise(requestAnimationFrame);
    // Out of the frame, so that painting is not in the way.
    await new Promise(done => setTimeout(done));
    const clientX = left + width * (0.2 + 0.6 * ((i * 7) % count) / count);
    const options = { bubbles: true, clientX, clientY: top + height / 2, pointerType: 'mouse' };
    const start = performance.now();
    plot.dispatchEvent(new PointerEvent('pointermove', options));
    await new Promise(done => { port1.onmessage = done; port2.postMessage(null); });
    times.push(performance.now() - start);
  }
  if (!document.querySelector('.hp-chart-answer.is-reading')) throw new Error('no read-out');
  return times;
}
