/**
 * The overlay of a crash, and the way out of a link that crashes again and again.
 *
 * A panic in the app leaves every control of the page dead, so the app's panic hook only sends the
 * event `hashpivot-panic` (its `detail` is the message) and the overlay is drawn from here.
 */

import { button, copy, element } from './dom.js';
import { crashesOf, forgetCrashes, rememberCrash } from './memory.js';

let crashed = false;

/** Shows the overlay when the app panics or traps. */
export function watchForCrashes() {
  addEventListener('hashpivot-panic', (event) => crash(String(event.detail)));
  // A trap without a panic: the stack or the memory was used up.
  addEventListener('error', (event) => crashIfTrap(event.error));
  addEventListener('unhandledrejection', (event) => crashIfTrap(event.reason));
}

/** If the state in the link crashed twice, starts without it and offers the link as text. */
export function loadPresetAfterRepeatedCrash() {
  const fragment = location.hash;
  if (fragment === bareFragment() || crashesOf(fragment) < 2) return;
  const link = location.href;
  forgetCrashes();
  dropFragment();
  showNotice(link);
}

/**
 * Shows the overlay if `error` is the app stopping in the middle of its work.
 *
 * @param {unknown} error
 * @returns {boolean} whether it is
 */
export function crashIfTrap(error) {
  const trap = typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
  if (trap) {
    // With the places in the WebAssembly; not every browser writes the trap's words before them.
    const [words, stack] = [String(error), error.stack || ''];
    crash(stack.startsWith(words) ? stack : `${words}\n${stack}`);
  }
  return trap;
}

/** Notes the crash and shows the overlay; what follows the first crash follows from it. */
function crash(message) {
  if (crashed) return;
  crashed = true;
  rememberCrash(location.hash);
  const overlay = drawOverlay(message);
  document.body.appendChild(overlay);
  overlay.addEventListener('cancel', (event) => event.preventDefault());
  // Browsers let a second Escape through all the same, and the page behind is dead.
  overlay.addEventListener('close', () => overlay.showModal());
  // Makes the dead page behind it inert and keeps the focus inside.
  overlay.showModal();
  overlay.querySelector('button').focus();
}

function drawOverlay(message) {
  const report = element('textarea', { readonly: '', 'aria-label': 'Report', rows: '6' });
  report.value = reportOf(message);
  const copyButton = button('Copy report', () => copy(report, copyButton));
  const overlay = element('dialog', { class: 'hp-crash', role: 'alertdialog' }, [
    element('h1', { id: 'hp-crash-title' }, ['Hashpivot ran into a fault of its own']),
    element('p', { id: 'hp-crash-text' }, [
      'It cannot go on from here. Your figures are in the address of this page: reload to go on with them, or reset to start from the preset.',
    ]),
    report,
    element('div', { class: 'hp-boot-buttons' }, [
      button('Reload', () => location.reload()),
      button('Reset', reset),
      copyButton,
    ]),
  ]);
  overlay.setAttribute('aria-labelledby', 'hp-crash-title');
  overlay.setAttribute('aria-describedby', 'hp-crash-text');
  return overlay;
}

/** What a reader can send to those who can mend it. */
function reportOf(message) {
  const version = document.querySelector('meta[name=version]').content;
  return [message, `Hashpivot ${version}`, location.href, navigator.userAgent].join('\n');
}

function reset() {
  dropFragment();
  location.reload();
}

function showNotice(link) {
  const field = element('input', { readonly: '', value: link, 'aria-label': 'The link' });
  const copyButton = button('Copy link', () => copy(field, copyButton));
  const notice = element('section', { class: 'hp-notice', role: 'status' }, [
    element('p', {}, [
      'This link stopped Hashpivot twice, so the page starts from the preset instead. Nothing is lost; the link was:',
    ]),
    field,
    element('div', { class: 'hp-boot-buttons' }, [
      button('Dismiss', () => notice.remove()),
      copyButton,
    ]),
  ]);
  document.body.insertBefore(notice, document.body.firstChild);
}

/** The fragment without state: empty, or what a host page appended for itself (`#?secret=…`). */
function bareFragment() {
  const appended = location.hash.indexOf('?secret=');
  return appended < 0 ? '' : `#${location.hash.slice(appended)}`;
}

function dropFragment() {
  const bare = bareFragment();
  try {
    history.replaceState(null, '', location.pathname + location.search + bare);
  } catch (_) {
    // A frame without an origin may not rewrite its address, but may go to another fragment.
    location.hash = bare;
  }
}
