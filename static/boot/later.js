/** Fetches the app's second part when the app asks for it. */

import { Failure } from './failure.js';
import { fetchApp } from './start.js';

/**
 * Puts the loader where the glue, a classic script, finds it.
 *
 * @param {string} url the address of the second part
 * @param {string} integrity the digest it must have
 * @param {Promise<WebAssembly.Exports | undefined>} started the first part's exports
 */
export function offerLater(url, integrity, started) {
  window.hashpivotLater = { __wasm_split_load_later: load };

  /** Tells the app through one of its own functions whether the second part is there. */
  async function load(callback, data) {
    const first = await started;
    let isThere = true;
    try {
      const response = await fetchApp(url, integrity);
      if (response instanceof Failure) throw response;
      await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: first });
    } catch (error) {
      console.error('The second part of Hashpivot did not load:', error);
      isThere = false;
    }
    first.__indirect_function_table.get(callback)(data, isThere);
  }
}
