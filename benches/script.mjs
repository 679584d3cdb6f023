/** How long the script of an update takes, update by update. */

import { DESKTOP, WHOLE, visit } from './browser.mjs';
import { takeOverOurs } from './update.mjs';

const ROUNDS = 3;
const [WARM, COUNTED] = [60, 200];
/** How callbacks of ours before and after the app's are marked in the browser's trace. */
const MARKS = { before: 'hashpivot-before', after: 'hashpivot-after' };

/** The views, as their links name them. */
export const VIEWS = ['hashprice', 'network', 'pivot', 'valuation', 'outlook', 'miners'];

/** The windows: what a reader has before them, and more than anybody has. */
export const WINDOWS = { DESKTOP, WHOLE };

/**
 * Times each update of our page, in ms, window by window and view by view: what the main thread computed, and how
 * long it took by the clock.
 *
 * @returns {Promise<Object<string, Object<string, { computed: number[], clock: number[] }>>>}
 */
export async function measureScript(browser, origin, progress) {
  const none = () => ({ computed: [], clock: [] });
  const ofViews = () => Object.fromEntries(VIEWS.map(view => [view, none()]));
  const times = Object.fromEntries(Object.keys(WINDOWS).map(name => [name, ofViews()]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, viewport] of Object.entries(WINDOWS)) {
      for (const view of VIEWS) {
        progress(`script of updates, round ${round + 1} of ${ROUNDS}: ${view}, ${viewport.height} px`);
        const url = `${origin}/dist/index.html#v=1&view=${view}`;
        const timed = await visit(browser, url, page => timeDrag(browser, page), { viewport });
        for (const [kind, all] of Object.entries(timed)) times[name][view][kind].push(...all);
      }
    }
  }
  return times;
}

async function timeDrag(browser, page) {
  await takeOverOurs(page);
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  const clock = await page.evaluate(timeUpdates, [WARM + COUNTED, MARKS]);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const computed = computedIn(traceEvents);
  if (computed.length !== clock.length) {
    throw new Error(`${computed.length} updates in the browser's trace, not ${clock.length}`);
  }
  return { computed: computed.slice(WARM), clock: clock.slice(WARM) };
}

/** What the trace says of each update: the time for which the thread ran in what the app did for it, ms. */
function computedIn(events) {
  const named = wanted => events.filter(({ name }) => name === wanted).sort((a, b) => a.ts - b.ts);
  const starts = named(MARKS.before);
  const marks = [...starts, ...named(MARKS.after)];
  const isOurs = ({ ts, dur }) => marks.some(mark => ts <= mark.ts && mark.ts <= ts + dur);
  const handlers = named('EventDispatch').filter(({ args }) => args.data.type === 'input');
  const computed = handlers.map(({ tdur }) => tdur / 1000);
  for (const { ts, tdur } of named('FireAnimationFrame').filter(callback => !isOurs(callback))) {
    const update = starts.findLastIndex(start => start.ts < ts);
    if (update >= 0) computed[update] += tdur / 1000;
  }
  return computed;
}

/**
 * Runs in the page: drags, marks what is ours, and gives the time of each update by the clock. The app does its
 * work in two places: in the handler of the event, which asks for a frame, and in that frame's callback with the
 * microtasks that follow it. Callbacks of a frame run in the order in which they were asked for, each with its
 * microtasks, so one asked for before the app's and one after it hold all of that between them, and nothing of
 * style or layout.
 */
async function timeUpdates([count, marks]) {
  const times = [];
  for (let i = 0; i < count; i++) {
    let frame = 0;
    requestAnimationFrame(() => {
      performance.mark(marks.before);
      frame = performance.now();
    });
    const event = performance.now();
    window.update(i);
    const handled = performance.now() - event;
    await new Promise(done => {
      requestAnimationFrame(() => {
        const end = performance.now();
        performance.mark(marks.after);
        times.push(handled + end - frame);
        done();
      });
    });
  }
  return times;
}
