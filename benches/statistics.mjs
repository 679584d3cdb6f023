/** Sums up what was measured. */

/** The value that a share of `values`, 0 to 1, does not exceed. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The middle one of `values`. */
export const median = values => quantile(values, 0.5);

/** The medians of each field of `records`. */
export function medians(records) {
  const of = name => median(records.map(record => record[name]));
  return Object.fromEntries(Object.keys(records[0]).map(name => [name, of(name)]));
}
