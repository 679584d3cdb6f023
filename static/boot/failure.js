/** The page that is shown when the app cannot start. */

import { button, element } from './dom.js';
import { prerendered, showFigures } from './shell.js';

/** What happened and what to do about it, for each kind of failure. */
const SENTENCES = {
  'no-webassembly':
    'This browser does not run WebAssembly, or has it switched off. Hashpivot needs it, because all figures are worked out on your own device. Chrome 97, Firefox 102, Safari 16.4 and later browsers have it.',
  'old-browser':
    'This browser is too old to run Hashpivot. Chrome 97, Firefox 102, Safari 16.4 and later browsers can.',
  network:
    'The calculator could not be downloaded: the network did not answer. Once the connection is back, try again.',
  missing:
    'A part of the calculator is not on the server any more. Perhaps a new version was published a moment ago; try again.',
  integrity:
    'The calculator arrived, but it is not what was published, so it was not run. A program between you and the server may have changed it; try again, or use another network.',
  unknown: 'Hashpivot could not start, for a reason it does not know. Try again, or use another browser.',
};

/** Why the app did not start. */
export class Failure extends Error {
  /**
   * @param {keyof typeof SENTENCES} kind what went wrong
   * @param {unknown} [cause] the browser's own words or error
   * @param {string} [url] the file that could not be had, if it was that
   */
  constructor(kind, cause, url) {
    super(kind);
    this.kind = kind;
    this.detail = cause === undefined ? '' : String(cause);
    this.url = url;
  }
}

/**
 * Why the file at `url` could not be fetched with its digest: asks for it again without.
 *
 * @returns {Promise<Failure>}
 */
export async function diagnose(url) {
  try {
    const response = await fetch(url, { cache: 'no-store' });
    if (response.ok) return new Failure('integrity', url, url);
    return new Failure('missing', `${url}: HTTP status ${response.status}`, url);
  } catch (error) {
    return new Failure('network', error, url);
  }
}

/**
 * Shows the failure in place of the app: above the figures that the build rendered, if they are there.
 *
 * @param {Failure} failure
 */
export function showFailure(failure) {
  console.error('Hashpivot did not start:', failure.kind, failure.detail);
  const status = element('p', { role: 'status' });
  const again = button('Try again', () => tryAgain(failure.url, status));
  const view = prerendered();
  const page = element(view ? 'section' : 'main', { class: 'hp-failure', 'data-failure': failure.kind, role: 'alert' }, [
    element(view ? 'h2' : 'h1', {}, ['Hashpivot did not start']),
    element('p', {}, [SENTENCES[failure.kind]]),
    element('p', { class: 'hp-failure-detail' }, [failure.detail]),
    element('div', { class: 'hp-boot-buttons' }, [again]),
    status,
  ]);
  if (view) {
    page.appendChild(element('p', { class: 'hp-failure-below' }, [showFigures()]));
    view.insertBefore(page, view.firstChild);
  } else {
    const app = document.getElementById('app');
    app.textContent = '';
    app.appendChild(page);
  }
}

/**
 * Reloads the page, the fragment of its address included; but while the network does not answer it
 * stays, because a reload would replace this page by the browser's own.
 */
async function tryAgain(url, status) {
  status.textContent = 'Trying …';
  if (url !== undefined && (await diagnose(url)).kind === 'network') {
    status.textContent = 'The network still does not answer.';
  } else {
    location.reload();
  }
}
