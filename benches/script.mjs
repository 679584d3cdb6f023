/** How long the script of an update takes, update by update. */

import { DESKTOP, WHOLE, visit } from './browser.mjs';
import { takeOverOurs } from './update.mjs';

const ROUNDS = 3;
const [WARM, COUNTED] = [60, 200];

/** The views, as their links name them. */
export const VIEWS = ['hashprice', 'network', 'pivot', 'valuation', 'outlook', 'miners'];

/** The windows: what a reader has before them, and more than anybody has. */
export const WINDOWS = { DESKTOP, WHOLE };

/**
 * Times each update of our page, in ms, window by window and view by view.
 *
 * @returns {Promise<Object<string, Object<string, number[]>>>}
 */
export async function measureScript(browser, origin, progress) {
  const ofViews = () => Object.fromEntries(VIEWS.map(view => [view, []]));
  const times = Object.fromEntries(Object.keys(WINDOWS).map(name => [name, ofViews()]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, viewport] of Object.entries(WINDOWS)) {
      for (const view of VIEWS) {
        progress(`script of updates, round ${round + 1} of ${ROUNDS}: ${view}, ${viewport.height} px`);
        const url = `${origin}/dist/index.html#v=1&view=${view}`;
        times[name][view].push(...await visit(browser, url, timed, { viewport }));
      }
    }
  }
  return times;
}

async function timed(page) {
  await takeOverOurs(page);
  const all = await page.evaluate(timeUpdates, WARM + COUNTED);
  return all.slice(WARM);
}

/**
 * Runs in the page. The app does its work in two places: in the handler of the event, which asks
 * for a frame, and in that frame's callback with the microtasks that follow it. Callbacks of a
 * frame run in the order in which they were asked for, each with its microtasks, so one asked for
 * before the app's and one after it hold all of that between them, and nothing of style or layout.
 */
async function timeUpdates(count) {
  const times = [];
  for (let i = 0; i < count; i++) {
    let frame = 0;
    requestAnimationFrame(() => { frame = performance.now(); });
    const event = performance.now();
    window.update(i);
    const handled = performance.now() - event;
    await new Promise(requestAnimationFrame);
    times.push(handled + performance.now() - frame);
  }
  return times;
}
