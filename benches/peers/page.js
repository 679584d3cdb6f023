/** What the peers' pages share. */

import { curvesAt } from './model.js';
import { placeAt, priceAt } from './drag.js';

/** The size of a chart, px: that of a chart on our page, which the driver measured. */
export const [width, height] = ['width', 'height']
  .map(name => Number(new URLSearchParams(location.search).get(name)));

/** A box of a chart's size, already in the page. */
export function box() {
  const made = document.createElement('div');
  made.style.width = `${width}px`;
  made.style.height = `${height}px`;
  document.body.append(made);
  return made;
}

/**
 * Draws the charts and hands the driver `update(i)`.
 *
 * @param {(curves: number[][]) => Function} draw draws one chart, returns what redraws it
 */
export function run(draw) {
  const at = i => curvesAt(priceAt(placeAt(i)));
  const redraws = at(0).map(draw);
  window.update = i => at(i).forEach((curves, chart) => redraws[chart](curves));
  document.documentElement.dataset.ready = 'true';
}
