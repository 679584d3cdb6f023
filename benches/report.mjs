/** Writes what was measured as the Markdown of `docs/speed.md`. */

import os from 'node:os';
import { COUNTED, PEERS } from './update.mjs';
import { WINDOWS } from './script.mjs';
import { median, medians, quantile } from './statistics.mjs';

/** Budgets, ms. */
const SCRIPT = { median: 4, p95: 8 };
const BOOT = 100;

/**
 * @param {object} measured results of the measurements, `firstVisit` as the build counted it
 * @param {string} browser its name and version
 */
export function report({ updates, script, firstVisit, boot, pointer }, browser) {
  const size = `${Math.round(updates.chart.width)} × ${Math.round(updates.chart.height)} px`;
  return `# Speed

Written by \`cargo xtask bench --write\`; \`benches/README.md\` says how each figure comes about.
${browser}, ${os.cpus().length} × ${os.cpus()[0].model}, ${new Date().toISOString().slice(0, 10)}.
Times depend on the machine; ratios are taken in one run.

## One slider step, all charts of the view updated

Four charts of ${size} with two curves of 200 points each. The bitcoin price is
dragged, one update a frame; milliseconds for an update, medians of ${updates.rounds.length} interleaved rounds of ${COUNTED} updates.

Ours is the finished Hashprice view with everything on: an update also writes the sentence, every
figure with its change, the control with its number field, the stretches of loss on the tracks, data
attributes for scripts, and in each chart two ghost curves of the baseline, the marks and the answer;
and it draws three charts more, the margin map and both waterfalls. The others draw the four charts
and nothing else.

${updateTable(updates.rounds)}

Task is the whole time of the main thread. Script, style and layout are parts of it; the rest is
painting and waiting for the threads that paint. Working is what the main thread computed, without
the waiting: it depends far less on what else the machine does. Processor is what all threads of all
of Chromium's processes computed.

${ratioTable(updates.rounds)}

## Script of one update

Milliseconds, the same drag: what the main thread computed for an update, and how long that took by the
clock, which goes on while the thread waits for a core because others paint. What is out of sight stays as it
was while the slider moves and follows 150 ms after it rests, so it depends on the window.

In a window of ${sized(WINDOWS.DESKTOP)}:

${scriptTable(script.DESKTOP)}

With everything in sight, in a window of ${sized(WINDOWS.WHOLE)}:

${scriptTable(script.WHOLE)}

## First visit

${firstVisitTable(firstVisit, boot)}

Loading is the time from the last byte of the WebAssembly until the page answers
(\`data-ready\`), over ${boot.length} visits without a cache.

## Moving the pointer over a chart

No model is evaluated. Script for a move: ${ms(median(pointer))} ms median,
${ms(quantile(pointer, 0.95))} ms at the 95th percentile.
`;
}

function updateTable(rounds) {
  const columns = ['task', 'script', 'style', 'layout', 'working', 'processor'];
  const rows = Object.keys(rounds[0]).sort(oursFirst).map(side => {
    const cost = medians(rounds.map(round => round[side]));
    return [side, ...columns.map(column => ms(cost[column]))];
  });
  return table(['page', ...columns], rows);
}

function ratioTable(rounds) {
  const rows = Object.entries(PEERS).map(([peer, { budget }]) => {
    const ratios = kind => rounds.map(round => round.ours[kind] / round[peer][kind]);
    const task = ratios('task');
    const range = `${ratio(Math.min(...task))} to ${ratio(Math.max(...task))}`;
    const verdict = within(median(task), budget, `≤ ${budget.toFixed(1)}`);
    const others = ['working', 'processor'].map(kind => ratio(median(ratios(kind))));
    return [peer, ratio(median(task)), range, verdict, ...others];
  });
  const columns = ['task', 'over the rounds', 'budget', 'working', 'processor'];
  return table(['ours / theirs', ...columns], rows);
}

function scriptTable(script) {
  const rows = Object.entries(script).map(([view, { computed, clock }]) => {
    const [middle, p95] = [median(computed), quantile(computed, 0.95)];
    return [
      view, ms(middle), within(middle, SCRIPT.median, `≤ ${SCRIPT.median}`),
      ms(p95), within(p95, SCRIPT.p95, `≤ ${SCRIPT.p95}`),
      byClock(median(clock), SCRIPT.median), byClock(quantile(clock, 0.95), SCRIPT.p95),
    ];
  });
  const head = ['view', 'median', 'budget', '95th percentile', 'budget', 'median by the clock', '95th by the clock'];
  return table(head, rows);
}

function firstVisitTable({ plain, compressed, budget }, boot) {
  const bytes = count => count.toLocaleString('en-US');
  const loading = median(boot);
  return table(['what', 'measured', 'budget'], [
    ['bytes, uncompressed', bytes(plain), ''],
    ['bytes, brotli', bytes(compressed), within(compressed, budget, `≤ ${bytes(budget)}`)],
    ['loading, ms', loading.toFixed(0), within(loading, BOOT, `≤ ${BOOT}`)],
  ]);
}

const sized = ({ width, height }) => `${width} × ${height} px`;
const oursFirst = (a, b) => Number(b === 'ours') - Number(a === 'ours');
const ms = time => time.toFixed(2);
const byClock = (time, budget) => within(time, budget, ms(time));
const ratio = value => `${value.toFixed(2)}×`;
const within = (value, budget, text) => value <= budget ? text : `${text}: **over budget**`;

/** A Markdown table whose columns line up; all but the first are numbers. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column].length)));
  const line = cells => `| ${cells.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`);
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
