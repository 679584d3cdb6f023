/**
 * What our four charts of the Hashprice view show, for the peers: revenue and gross profit of an
 * exahash against four inputs, over the same stretches and at the same points as
 * `src/model/sweep.rs` computes them. All but the bitcoin price is at the preset.
 */

const POINTS = 200;
const HASHES_PER_DIFFICULTY = 2 ** 32;
const BLOCKS = 1e18 * 86_400;
/** Subsidy and fees of a block, BTC. */
const REWARD = 3.125 * 1.0103;

/** USD/BTC, a pure number, USD/MWh, J/TH. */
const preset = {
  price: 88_950, difficulty: 1_045e18 * 600 / HASHES_PER_DIFFICULTY, power: 45, efficiency: 20,
};

/** USD/EH/day. */
const revenue = at => BLOCKS / (at.difficulty * HASHES_PER_DIFFICULTY) * REWARD * at.price;
const powerCost = at => 24 * at.efficiency * at.power;
const grossProfit = at => revenue(at) - powerCost(at);

/** How many times over revenue pays for power. */
const cover = at => revenue(at) / powerCost(at);

/** The axis of each chart: its least value, its least reach, where gross profit is zero on it. */
const axes = [
  { key: 'price', min: 1_000, reach: 100_000, breakEven: at => at.price / cover(at) },
  { key: 'difficulty', min: preset.difficulty / 104.5, reach: preset.difficulty / 1.045,
    span: 6, breakEven: at => at.difficulty * cover(at) },
  { key: 'power', min: 0, reach: 15, breakEven: at => at.power * cover(at) },
  { key: 'efficiency', min: 1, reach: 10, breakEven: at => at.efficiency * cover(at) },
];

/** Gross profit at a bitcoin price, to compare with what our page shows. */
export const grossProfitAt = price => grossProfit({ ...preset, price });

/** Three arrays for each chart: x, revenue, gross profit. */
export function curvesAt(price) {
  const inputs = { ...preset, price };
  return axes.map(axis => curve(axis, inputs));
}

function curve({ key, min, reach, span = Infinity, breakEven }, inputs) {
  const value = inputs[key];
  const zero = breakEven(inputs) * 1.1;
  const high = roundUp(Math.max(value * 1.4, zero < value * 4 ? zero : 0, reach));
  const low = Math.max(min, Math.min(high / span, value));
  const [xs, revenues, profits] = [[], [], []];
  for (let i = 0; i < POINTS; i++) {
    const x = low + (high - low) * i / (POINTS - 1);
    const moved = { ...inputs, [key]: x };
    xs.push(x);
    revenues.push(revenue(moved));
    profits.push(grossProfit(moved));
  }
  return [xs, revenues, profits];
}

/** Axis ends that rest while a value moves within them. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find(rung => rung * power >= value) * power;
}
