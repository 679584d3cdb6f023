/** Fetches the app's second part when the app asks for it. */

import { Failure } from './failure.js';
import { fetchApp } from './start.js';

/**
 * Puts the loader where the glue, a classic script, finds it.
 *
 * @param {DOMStringMap} files the addresses of the second part's files and the digests they must have
 * @param {Promise<WebAssembly.Exports | undefined>} started the first part's exports
 * @param {() => void} settle what to do once the second part is there or cannot be had
 */
export function offerLater(files, started, settle) {
  window.hashpivotLater = { __wasm_split_load_later: load };

  /** Tells the app through one of its own functions whether the second part is there. */
  async function load(callback, data) {
    const first = await started;
    let isThere = true;
    try {
      const [code, styles] = await Promise.all([
        arrived(files.later, files.laterIntegrity),
        arrived(files.laterStyles, files.laterStylesIntegrity),
      ]);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await styles.text());
      await WebAssembly.instantiate(await code.arrayBuffer(), { __wasm_split: first });
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    } catch (error) {
      console.error('The second part of Hashpivot did not load:', error);
      isThere = false;
    }
    first.__indirect_function_table.get(callback)(data, isThere);
    settle();
  }
}

/** The file at `url`, checked against its digest. */
async function arrived(url, integrity) {
  const response = await fetchApp(url, integrity);
  if (response instanceof Failure) throw response;
  return response;
}
