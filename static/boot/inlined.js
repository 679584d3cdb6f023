/** Reads parts that stand in the page itself, where the page is one file. */

/**
 * The part in the element that a CSS selector finds, as if it had been fetched.
 *
 * @param {string} selector
 * @returns {Response}
 */
export function inlined(selector) {
  const text = document.querySelector(selector).textContent;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } });
}
