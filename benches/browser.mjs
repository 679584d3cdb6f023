/** Chromium, its pages, and what it counts. */

import { pathToFileURL } from 'node:url';

/** A window so large that every chart of the first view is in sight and painted. */
export const WHOLE = { width: 1400, height: 2300 };
/** The window of a desktop. */
export const DESKTOP = { width: 1440, height: 900 };

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update',
];

/**
 * Starts Chromium.
 *
 * @param {string} playwright the file of playwright-core's module
 * @param {string} executablePath
 */
export async function launch(playwright, executablePath) {
  const { chromium } = await import(pathToFileURL(playwright));
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Opens a page as a new visitor, lets `measure` have it once it is ready, and closes it.
 *
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<T>} measure
 * @param {object} [options]
 * @param {() => void} [options.beforehand] runs in the page before its own scripts
 * @param {{ width: number, height: number }} [options.viewport] the window
 * @returns {Promise<T>}
 */
export async function visit(browser, url, measure, { beforehand = () => {}, viewport = WHOLE } = {}) {
  const context = await browser.newContext({ viewport, colorScheme: 'light' });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.addInitScript(beforehand);
    await page.goto(url);
    await page.waitForSelector('html[data-ready=true]', { state: 'attached' });
    // What a page still does after it is ready is not part of an update.
    await page.waitForTimeout(300);
    const result = await measure(page);
    if (errors.length > 0) throw new Error(`${url}: ${errors.join('; ')}`);
    return result;
  } finally {
    await context.close();
  }
}

/**
 * Counters of a page, in ms. `task` and its parts `script`, `style` and `layout` are time of the
 * main thread as DevTools' Performance domain has it. Some of that is waiting: for the threads that
 * paint, and on a busy machine for a core. `working` is what the main thread computed in `task`,
 * `processor` what all threads of all of Chromium's processes did.
 */
export async function counters(browser, page) {
  const clock = await metrics(page, 'timeTicks');
  const work = await metrics(page, 'threadTicks');
  const system = await browser.newBrowserCDPSession();
  return async () => {
    const passed = await clock();
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    return {
      task: passed('TaskDuration'),
      script: passed('ScriptDuration'),
      style: passed('RecalcStyleDuration'),
      layout: passed('LayoutDuration'),
      working: (await work())('TaskDuration'),
      processor: 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    };
  };
}

/** Reads the Performance domain by a clock of its own. */
async function metrics(page, timeDomain) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return name => 1000 * metrics.find(metric => metric.name === name).value;
  };
}
