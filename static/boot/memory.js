/** Remembers crashes and what is reloaded for as long as the tab is open, where the browser lets us. */

const KEY = 'hashpivot-crashes';
const PLACE_KEY = 'hashpivot-place';

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

/**
 * Remembers the address and the visit it belongs to whenever the page is left. The app writes it then (`pagehide`),
 * which is too late for a reload: browsers load the address that was there before, and WebKit at times without what
 * the history says of it.
 */
export function rememberPlace() {
  if (isFramed()) return;
  addEventListener('pagehide', () => {
    attempt(() => sessionStorage.setItem(PLACE_KEY, JSON.stringify([ownPath(), location.hash, history.state])));
  });
}

/** In a page that was just reloaded, goes to the address that it was left with, in the same visit. */
export function returnToPlace() {
  if (isFramed()) return;
  attempt(() => {
    const [{ type }] = performance.getEntriesByType('navigation');
    const [path, fragment, visit] = JSON.parse(sessionStorage.getItem(PLACE_KEY));
    if (type !== 'reload' || path !== ownPath()) return;
    history.replaceState(visit, '', path + fragment);
  });
}

function ownPath() {
  return location.pathname + location.search;
}

/** The frames of a tab share what it remembers. */
function isFramed() {
  return window.parent !== window;
}

/** Does `action`; in a sandboxed frame storage throws, and then there is nothing to remember. */
function attempt(action) {
  try {
    return action();
  } catch (_) {
    return null;
  }
}
