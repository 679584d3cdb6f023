/**
 * Starts Hashpivot and speaks for it when it cannot speak for itself.
 *
 * A classic script made of this module and those beside it. It must run in browsers far older than
 * those that run the app, and under a policy that forbids evaluated text and inline styles.
 */

import { loadPresetAfterRepeatedCrash, watchForCrashes } from './crash.js';
import { offerLater } from './later.js';
import { keepOffline } from './offline.js';
import { rememberPlace, returnToPlace } from './memory.js';
import { heed, heedQuery } from './shell.js';
import { fetchApp, start } from './start.js';

const { dataset: files, src: boot } = document.currentScript;

watchForCrashes();
returnToPlace();
heed();
heedQuery();
// At once, and not by a preload tag, which makes Safari's engine download the file twice.
const arriving = fetchApp(files.wasm, files.wasmIntegrity);

/** The app, once the glue, a deferred script, has run or has failed to load. */
const started = new Promise((resolve) => {
  addEventListener('DOMContentLoaded', () => {
    loadPresetAfterRepeatedCrash();
    resolve(start(arriving));
  });
});
/** Once everything is there or cannot be had. */
const settled = new Promise((settle) => {
  offerLater(files, started, settle);
  started.then((app) => app || settle());
});
// After the app's own listeners, which write the address.
settled.then(rememberPlace);
// Only then, so that nothing is fetched beside what the reader waits for.
settled.then(() => keepOffline(boot));
