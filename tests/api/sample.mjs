// What the API is asked to see that every engine gives the same bits: seeded inputs, and every result
// for them. Only arithmetic that is exact everywhere (+ − × ÷ √) draws the inputs.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** From min to max, by equal ratios: the bits of `share` choose among the roots of max ÷ min. */
function logarithmic(min, max, share) {
  let [value, ratio, rest] = [min, max / min, share];
  for (let bit = 0; bit < 32; bit += 1) {
    ratio = Math.sqrt(ratio);
    rest *= 2;
    if (rest >= 1) {
      rest -= 1;
      value *= ratio;
    }
  }
  return value;
}

/** A value of one input: an end of its range or anything between; `undefined` is the preset. */
function draw(row, next) {
  const [kind, share] = [next(), next()];
  if (kind < 0.4) return undefined;
  if (kind < 0.5) return row.min;
  if (kind < 0.6) return row.max;
  const value =
    row.scale === "log"
      ? logarithmic(row.min, row.max, share)
      : row.min + (row.max - row.min) * share;
  return Math.min(Math.max(row.whole ? Math.round(value) : value, row.min), row.max);
}

/** Valid inputs, drawn from the rows that `parameters()` gives. */
export function inputs(rows, count, seed) {
  const next = numbers(seed);
  return Array.from({ length: count }, () => {
    const drawn = rows.map((row) => [row.key, draw(row, next)]);
    const values = Object.fromEntries(drawn.filter(([, value]) => value !== undefined));
    // The two displays of difficulty are one quantity, and a ramp ends before its lease.
    if (next() < 0.5) delete values.difficulty;
    else if ("difficulty" in values) delete values.network_hashrate;
    if (values.ramp_months > 12 * (values.tenor ?? 15)) values.ramp_months = 12 * values.tenor;
    return values;
  });
}

/** What is slow or long is asked for one input in so many. */
const SELDOM = 10;

/** Everything that the API says about the inputs at `index`. */
export function results(api, all, index) {
  const given = all[index];
  const often = {
    evaluate: api.evaluate(given),
    simulate: api.simulate(given),
    attribution: api.attribution(all[Math.max(0, index - 1)], given),
    stress: api.stress(given),
    screen: api.screen(api.archetypes(), given),
  };
  if (index % SELDOM !== 0) return often;
  return {
    ...often,
    margin_map: api.margin_map(given, { count: 5 }, { from: 10, to: 90, count: 4 }),
    tornado: api.tornado(given, "expected_npv_gain"),
    sites: api.sites([{ start_month: 7, contract: "memorandum" }, { gross_mw: 50 }], given),
    signals: api.signals({ simulated_from: "2025-12-31" }, given),
  };
}

/** JSON that tells −0 from 0 and holds nothing that is no number. */
export function text(value) {
  return JSON.stringify(value, (path, part) => {
    if (typeof part !== "number") return part;
    if (!Number.isFinite(part)) throw new Error(`${path} is ${part}`);
    return Object.is(part, -0) ? "-0" : part;
  });
}

/** Where two values first differ, and how; `null` where they do not. */
export function difference(here, there, path = "") {
  const isTree = (value) => typeof value === "object" && value !== null;
  if (!isTree(here) || !isTree(there)) {
    return text(here) === text(there) ? null : `${path}: ${text(here)} instead of ${text(there)}`;
  }
  for (const key of new Set([...Object.keys(here), ...Object.keys(there)])) {
    const found = difference(here[key], there[key], path === "" ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
