/** The page as the build rendered it from the preset, until the app takes its place. */

const root = document.documentElement;

/** Pairs of a link that leave the figures those of the preset. */
const isPreset = (pair) => /^$|^(v|theme)=/.test(pair) || pair === `view=${root.dataset.home}`;

/**
 * Takes from the link what has to be known before anything is painted: whether the rendered figures
 * are its figures, which are hidden otherwise, and whether it is light or dark.
 */
export function heed() {
  const pairs = location.hash.slice(1).split(/#?\?secret=/)[0].split('&');
  if (!pairs.every(isPreset)) root.dataset.other = '';
  const theme = pairs.find((pair) => pair === 'theme=light' || pair === 'theme=dark');
  if (theme) root.dataset.theme = theme.slice(6);
}

/** Takes the same from the query of an embed: that it is one, and its theme, which comes before the link's. */
export function heedQuery() {
  const query = location.search;
  if (!/[?&]embed(?![^=&])/.test(query)) return;
  root.dataset.embed = '';
  const theme = /[?&]theme=(light|dark)(?![^&])/.exec(query);
  if (theme) root.dataset.theme = theme[1];
}

/**
 * Where the rendered figures stand, while the app has not taken their place.
 *
 * @returns {Element | null}
 */
export function prerendered() {
  return document.querySelector('[data-shell] .hp-view');
}

/**
 * Shows the rendered figures for good.
 *
 * @returns {string} whose they are
 */
export function showFigures() {
  const wait = document.querySelector('.hp-shell-wait');
  if (wait) wait.parentNode.removeChild(wait);
  const isOther = root.dataset.other !== undefined;
  delete root.dataset.other;
  return isOther
    ? 'Below are the figures of December 2025, not those of your link. They do not move.'
    : 'Below are the figures of December 2025. They do not move.';
}
