/** What one slider step costs the main thread: our page against the same charts by others. */

import { counters, visit } from './browser.mjs';
import { grossProfitAt } from './peers/model.js';
import { placeAt, priceAt } from './peers/drag.js';

const ROUNDS = 9;
/** Updates that warm a page up. */
const WARM = 60;
/** Updates that count: one drag up and down. */
export const COUNTED = 200;

/** Peers by name: the page that draws with each, and the most that ours may cost against it. */
export const PEERS = {
  uPlot: { page: 'uplot.html', budget: 1.0 },
  'Chart.js': { page: 'chartjs.html', budget: 0.5 },
  ECharts: { page: 'echarts.html', budget: 0.4 },
};

/**
 * Measures all pages in turn, round after round, so that what else the machine does meets all.
 *
 * @returns {Promise<{ chart: { width: number, height: number },
 *   rounds: Object<string, { task: number, script: number, style: number, layout: number,
 *   working: number, processor: number }>[] }>} for each round and page what one update costs, in ms
 */
export async function measureUpdates(browser, origin, progress) {
  const chart = await visit(browser, `${origin}/dist/index.html`, chartSize);
  const size = new URLSearchParams(chart);
  const sides = [['ours', `${origin}/dist/index.html`, async page => {
    await takeOverOurs(page);
    for (const i of [0, 50, 100]) await checkAt(page, i);
  }]];
  for (const [name, { page }] of Object.entries(PEERS)) {
    sides.push([name, `${origin}/peers/${page}?${size}`, async () => {}]);
  }
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const costs = {};
    for (const [name, url, takeOver] of sides) {
      progress(`slider steps, round ${round + 1} of ${ROUNDS}: ${name}`);
      costs[name] = await visit(browser, url, async page => {
        await takeOver(page);
        return costOfUpdate(browser, page);
      });
    }
    rounds.push(costs);
    // Nobody always comes first.
    sides.push(sides.shift());
  }
  return { chart, rounds };
}

/** The size of a line chart on our page, and whether the page has the four that the peers draw. */
async function chartSize(page) {
  const sizes = await page.$$eval('figure[data-chart^=profit-by] .hp-plot svg', charts => charts.map(chart => {
    const { width, height } = chart.getBoundingClientRect();
    return { width, height };
  }));
  if (sizes.length !== 4) throw new Error(`our page has ${sizes.length} line charts, not 4`);
  return sizes[0];
}

/**
 * Gives our page `window.update(i)`, which does what a reader's drag does: a new place in the
 * native slider and its `input` event.
 */
export async function takeOverOurs(page) {
  const places = Array.from({ length: COUNTED }, (_, i) => placeAt(i));
  await page.evaluate(places => {
    const slider = document.querySelector('input[data-param=btc_price]');
    window.update = i => {
      slider.value = String(places[i % places.length]);
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
  }, places);
}

/** Checks that our page shows what the peers compute. */
async function checkAt(page, i) {
  await drag(page, i, 1);
  const shown = await page.$eval('[data-output=gross_profit]', figure => figure.dataset.value);
  const expected = grossProfitAt(priceAt(placeAt(i)));
  if (Math.abs(Number(shown) / expected - 1) > 1e-9) {
    throw new Error(`our page shows ${shown} of gross profit where peers have ${expected}`);
  }
}

async function costOfUpdate(browser, page) {
  const read = await counters(browser, page);
  await drag(page, 0, WARM);
  const before = await read();
  await drag(page, WARM, COUNTED);
  const after = await read();
  const cost = name => (after[name] - before[name]) / COUNTED;
  return Object.fromEntries(Object.keys(before).map(name => [name, cost(name)]));
}

/** Updates from number `from` on, one a frame, until the last is painted. */
async function drag(page, from, count) {
  await page.evaluate(async ([from, count]) => {
    const frame = work => new Promise(done => requestAnimationFrame(() => done(work())));
    for (let i = from; i < from + count; i++) await frame(() => window.update(i));
    // Ours answers an event in the next frame, and then it is painted.
    for (let i = 0; i < 2; i++) await frame(() => {});
  }, [from, count]);
}
