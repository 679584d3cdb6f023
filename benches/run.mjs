/**
 * Measures the built page and prints a report as Markdown; progress goes to standard error.
 * `cargo xtask bench` calls this and says in the environment where everything is.
 */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { measureBoot } from './boot.mjs';
import { measurePointer } from './pointer.mjs';
import { report } from './report.mjs';
import { measureScript } from './script.mjs';
import { serve } from './server.mjs';
import { measureUpdates } from './update.mjs';

const { HASHPIVOT_DIST, FIRST_VISIT, CHROMIUM, PLAYWRIGHT, UPLOT, CHARTJS, ECHARTS } = process.env;

const server = await serve({
  '/dist/': HASHPIVOT_DIST,
  '/peers/': fileURLToPath(new URL('peers', import.meta.url)),
  '/library/uplot/': path.dirname(UPLOT),
  '/library/chartjs/': path.dirname(CHARTJS),
  '/library/echarts/': path.dirname(ECHARTS),
});
const browser = await launch(PLAYWRIGHT, CHROMIUM);
const measure = measurement => measurement(browser, server.origin, progress);

const measured = {
  firstVisit: JSON.parse(FIRST_VISIT),
  boot: await measure(measureBoot),
  pointer: await measure(measurePointer),
  script: await measure(measureScript),
  updates: await measure(measureUpdates),
};
console.log(report(measured, `Chromium ${browser.version()}`));
await browser.close();
server.close();

function progress(text) {
  console.error(text);
}
