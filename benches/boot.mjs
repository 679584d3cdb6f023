/** How long our page takes from the last byte of its WebAssembly until it answers. */

import { visit } from './browser.mjs';

const LOADS = 15;

/**
 * Times first visits of our page, in ms.
 *
 * @returns {Promise<number[]>}
 */
export async function measureBoot(browser, origin, progress) {
  const times = [];
  for (let load = 0; load < LOADS; load++) {
    progress(`first visits, ${load + 1} of ${LOADS}`);
    times.push(await visit(browser, `${origin}/dist/index.html`, bootTime, { beforehand: watchForReady }));
  }
  return times;
}

/** Runs in the page before its own scripts: notes when `data-ready` appears. */
function watchForReady() {
  const options = { attributes: true, subtree: true, attributeFilter: ['data-ready'] };
  new MutationObserver((_, observer) => {
    window.readyAt = performance.now();
    observer.disconnect();
  }).observe(document, options);
}

const bootTime = page => page.evaluate(() => {
  const wasm = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'));
  return window.readyAt - wasm.responseEnd;
});
