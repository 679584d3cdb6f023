/** Remembers crashes for as long as the tab is open, where the browser lets us. */

const KEY = 'hashpivot-crashes';

/**
 * Counts a crash of the state in `fragment`.
 *
 * @param {string} fragment
 */
export function rememberCrash(fragment) {
  const times = crashesOf(fragment) + 1;
  attempt(() => sessionStorage.setItem(KEY, JSON.stringify({ fragment, times })));
}

/**
 * How often in a row the state in `fragment` crashed.
 *
 * @param {string} fragment
 * @returns {number}
 */
export function crashesOf(fragment) {
  const last = attempt(() => JSON.parse(sessionStorage.getItem(KEY)));
  return last && last.fragment === fragment ? last.times : 0;
}

/** Forgets all crashes, so that a link can be tried again. */
export function forgetCrashes() {
  attempt(() => sessionStorage.removeItem(KEY));
}

/** Does `action`; in a sandboxed frame storage throws, and then there is nothing to remember. */
function attempt(action) {
  try {
    return action();
  } catch (_) {
    return null;
  }
}
