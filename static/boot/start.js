/** Fetches the app's WebAssembly, checks it, and runs it. */

import { crashIfTrap } from './crash.js';
import { Failure, diagnose, showFailure } from './failure.js';
import { inlined } from './inlined.js';

/**
 * Fetches the app; the browser itself compares it with its digest.
 *
 * @param {string} url the address of the WebAssembly file, or `#` and the name of the element that holds it
 * @param {string} [integrity] the digest it must have
 * @returns {Promise<Response | Failure>} never rejected
 */
export async function fetchApp(url, integrity) {
  if (typeof WebAssembly !== 'object') return new Failure('no-webassembly');
  if (url[0] === '#') return inlined(url);
  try {
    return await fetch(url, { integrity });
  } catch (_) {
    // Perhaps a damaged copy in the browser's own store: once more, past it.
    return fetch(url, { integrity, cache: 'reload' }).catch(() => diagnose(url));
  }
}

/**
 * Starts the app, or shows why it does not start.
 *
 * @param {Promise<Response | Failure>} arriving the app, from `fetchApp`
 * @returns {Promise<WebAssembly.Exports | undefined>} what the app exports, if it started
 */
export async function start(arriving) {
  try {
    const response = await arriving;
    if (response instanceof Failure) throw response;
    if (typeof wasm_bindgen !== 'function') throw await diagnoseGlue();
    return await wasm_bindgen({ module_or_path: response });
  } catch (error) {
    if (!crashIfTrap(error)) showFailure(asFailure(error));
  }
}

/** What to show for whatever was thrown. */
function asFailure(error) {
  if (error instanceof Failure) return error;
  // The digest was right, so it is the browser that cannot read the module.
  const { CompileError, LinkError } = WebAssembly;
  const refused = error instanceof CompileError || error instanceof LinkError;
  return new Failure(refused ? 'old-browser' : 'unknown', error);
}

/** Why the glue, the script that connects the app with the browser, did not run. */
async function diagnoseGlue() {
  const glue = document.querySelector('script[src]:not([data-wasm])');
  if (glue === null) return new Failure('old-browser');
  const failure = await diagnose(glue.src);
  if (failure.kind !== 'integrity') return failure;
  // It arrives now. If its digest is right as well, then this browser cannot read it.
  const { integrity } = glue;
  return fetch(glue.src, { integrity }).then(() => new Failure('old-browser'), () => failure);
}
