/** Keeps the page at hand for times without a network, and says when a new version of it is there. */

import { button, element } from './dom.js';

/** How long a new version may take to take over before the page is loaded anew all the same, ms. */
const PATIENCE = 3000;

/**
 * Registers the service worker beside the boot script; without one the page works as well.
 *
 * @param {string} boot the address of the boot script, empty where it has none
 */
export async function keepOffline(boot) {
  // In a frame the page is a guest, and in one file it is kept already.
  if (window.parent !== window || boot === '') return;
  try {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    await idle();
    watch(workers, await workers.register(worker(boot)));
  } catch (error) {
    console.info('Hashpivot is not kept for use without a network:', error);
  }
}

/** When the page has nothing to do: keeping it must not make the reader's first moves slow. */
function idle() {
  if (typeof requestIdleCallback !== 'function') return new Promise((resolve) => setTimeout(resolve, 1000));
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
}

/** The one address that this page may load a script from by name, whatever is asked for. */
function worker(boot) {
  const address = () => new URL('sw.js', boot).href;
  if (typeof trustedTypes !== 'object') return address();
  return trustedTypes.createPolicy('hashpivot', { createScriptURL: address }).createScriptURL('');
}

/** Tells the reader of a version that waits. The first one that is kept is no news. */
function watch(workers, registration) {
  const look = () => workers.controller && registration.waiting && announce(workers, registration);
  const follow = () => {
    const coming = registration.installing;
    if (coming) coming.addEventListener('statechange', look);
  };
  registration.addEventListener('updatefound', follow);
  follow();
  look();
  // It took over in another window: this one goes on with what it has.
  if (workers.controller) {
    workers.addEventListener('controllerchange', () => announce(workers, registration));
  }
}

function announce(workers, registration) {
  if (document.querySelector('.hp-update')) return;
  const words = element('p', {}, ['A new version of Hashpivot is ready. Your figures are kept.']);
  const take = button('Use it', () => {
    if (losing(words, take)) return;
    take.disabled = true;
    takeOver(workers, registration);
  });
  const notice = element('section', { class: 'hp-update', role: 'status' }, [
    words,
    element('div', { class: 'hp-boot-buttons' }, [take, button('Later', () => notice.remove())]),
  ]);
  document.body.appendChild(notice);
}

/** Whether the address does not hold everything and the reader has not been told so yet. */
function losing(words, take) {
  const told = 'Use it all the same';
  if (!/[#&]without=/.test(location.hash) || take.textContent === told) return false;
  words.textContent =
    'A list is too long for the address of this page and would be lost: first press Copy link, then Save file.';
  take.textContent = told;
  return true;
}

/** Lets the new version answer for the page, writes the address and loads the page anew. */
async function takeOver(workers, registration) {
  const { waiting } = registration;
  if (waiting) {
    await new Promise((resolve) => {
      workers.addEventListener('controllerchange', resolve);
      setTimeout(resolve, PATIENCE);
      waiting.postMessage('take over');
    });
  }
  // What was typed is taken by the frame after the press.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // The browser's own comes too late: it loads the address that was there before.
  dispatchEvent(new Event('pagehide'));
  location.reload();
}
