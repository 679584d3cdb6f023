// The check figures of the models, as JavaScript gets them.

import assert from "node:assert/strict";
import test from "node:test";

import { started } from "./built.mjs";

const api = await started();

/** Compares results with figures written down, to the decimals that are written. */
function prints(results, figures) {
  for (const [name, text] of Object.entries(figures)) {
    const value = results[name];
    if (text === null || typeof value !== "number") {
      assert.equal(value, text, name);
      continue;
    }
    const decimals = text.split(".")[1]?.length ?? 0;
    assert.equal(value.toFixed(decimals), text, name);
  }
}

test("hashprice, December 2025", () => {
  prints(api.evaluate().hashprice, {
    hashprice: "38698.357177",
    power_cost: "21600",
    gross_profit: "17098.357177",
    gross_margin: "0.441837",
    breakeven_btc_price: "49648.619222",
    breakeven_difficulty: "261545021203347",
    breakeven_network_hashrate: "1872.21",
    breakeven_power_price: "80.621577",
    breakeven_efficiency: "35.831812",
    price_elasticity: "2.263279",
    fcf_elasticity: "16.649",
    sustaining_capex: "10273.972603",
    free_cash_flow: "2324.384574",
    all_in_cost_per_btc: "83607.292377",
    upgrade_payback_days: "1375.53",
  });
});

test("cost curve at three prices", () => {
  const at = (btc_price) => api.evaluate({ btc_price }).cost_curve;
  prints(at(88_950), {
    online_share: "0.966078",
    capacity: "1081.690957",
    equilibrium_hashrate: "1044.998349",
    your_percentile: "0.570158",
  });
  prints(at(60_000), {
    equilibrium_hashrate: "924.812640",
    equilibrium_hashprice: "29495.812254",
  });
  prints(at(45_000), {
    equilibrium_hashrate: "801.927229",
    equilibrium_hashprice: "25511.760004",
  });
});

test("valuation of the cohort", () => {
  const { valuation } = api.evaluate();
  prints(valuation, {
    issuance_btc: "515531.25",
    block_reward_opportunity: "45.856505",
    ratio: "1.046744",
    implied_price_growth: "0.540768",
  });
  prints(api.evaluate({ spot_price: 87_500 }).valuation, {
    block_reward_opportunity: "45.108984",
    ratio: "1.064090",
  });
  prints(api.evaluate({ target_ratio_pct: 100 }).valuation, { implied_price_growth: "0.027183" });
});

test("the pivot and its variations", () => {
  prints(api.evaluate().pivot, {
    it_mw: "230.769231",
    capex_total: "2307.692308",
    npv_hpc: "1994.361",
    npv_run_off: "130.550",
    npv_renew: "10.597",
    mining_plan: "run_off",
    npv_convert: "2054.361",
    npv_gain: "1923.811",
    expected_npv_gain: "1149.956",
    irr: "0.174325",
    payback_months: "94",
    multiple_on_capex: "4.931363",
    noi_first_year: "353.077",
    noi_average: "437.790",
    levered_irr: "0.337281",
    min_dscr: "1.501409",
    equity_needed: "461.538",
    breakeven_lease_rate: "80.746796",
    breakeven_overrun_pct: "88.551015",
    breakeven_hashprice: "148119.07",
    breakeven_delay_months: "86",
  });
  const cases = [
    [{ delay_months: 12 }, { npv_hpc: "1650.305", irr: "0.153445", npv_gain: "1579.754" }],
    [{ overrun_pct: 30 }, { npv_hpc: "1342.598", irr: "0.137126", npv_gain: "1272.047" }],
    [{ lease_rate: 120 }, { npv_hpc: "1160.980", irr: "0.142368" }],
    [
      { tenor: 5, renewal_pct: 0 },
      { npv_hpc: "-859.961", irr: "-0.056523", payback_months: null },
    ],
    [{ mining_stop_month: 12 }, { npv_convert: "2109.935" }],
    [
      { btc_price: 183_883.775, hashprice_drift_pct: 0 },
      { npv_run_off: "934.815", npv_renew: "1610.906", npv_gain: "443.456", mining_plan: "renew" },
    ],
  ];
  for (const [inputs, figures] of cases) prints(api.evaluate(inputs).pivot, figures);
});

test("the pivot's cash flows are columns of months 0 to N", () => {
  const { month, hpc, levered, mining } = api.evaluate({ delay_months: 3 }).pivot.cash_flows;
  const last = 18 + 3 + 6 - 1 + 12 * 15;
  assert.deepEqual(month, Array.from({ length: last + 1 }, (_, index) => index));
  for (const column of [hpc, levered, mining]) assert.equal(column.length, month.length);
  assert.equal(mining.at(-1), 0);
  assert.ok(hpc[0] < 0 && hpc.at(-1) > 0);
});

test("sum of the parts", () => {
  prints(api.evaluate().sum_of_parts, {
    mining_value: "1196.421836",
    hpc_value: "1224.202905",
    equity_value: "2420.624741",
    per_share: "24.206247",
    implied_execution_pct: "97.134654",
    implied_mw: "285.305832",
    implied_mining_multiple: "11.659767",
  });
});

test("difficulty overshoots and returns after a fall to $60,000", () => {
  const { stalled, ...columns } = api.simulate({ btc_price: 60_000, horizon_epochs: 10 });
  assert.equal(stalled, false);
  assert.deepEqual(Object.keys(columns), [
    "day",
    "height",
    "btc_price",
    "difficulty",
    "hashrate",
    "hashprice",
    "gross_profit",
    "days",
    "difficulty_change",
  ]);
  for (const column of Object.values(columns)) assert.equal(column.length, 10);
  const at = (day) => columns.day.findIndex((start) => start.toFixed(3) === day);
  for (const [day, hashprice] of [
    ["0.000", "26103.445"],
    ["14.000", "26103.445"],
    ["29.667", "29211.537"],
    ["44.621", "31201.966"],
    ["127.892", "29588.162"],
  ]) {
    assert.equal(columns.hashprice[at(day)].toFixed(3), hashprice, `day ${day}`);
  }
  assert.equal((columns.difficulty[0] / 1e12).toFixed(3), "145.985");
  assert.equal((columns.difficulty[at("44.621")] / 1e12).toFixed(3), "122.130");
  assert.equal((columns.difficulty[at("127.892")] / 1e12).toFixed(3), "128.792");
  assert.equal(columns.height[1], 930_300 + 2_016);
});

test("a chain that stalls ends there and says so", () => {
  const { stalled, day } = api.simulate({ btc_price: 1000, fleet_power_price: 500, response_lag: 0 });
  assert.equal(stalled, true);
  assert.ok(day.length < 26);
});

test("attribution of December's change", () => {
  const from = { btc_price: 88_950 / 0.92, network_hashrate: 1_045 / 0.97 };
  assert.equal(api.evaluate(from).hashprice.gross_profit.toFixed(6), "19201.528763");
  const { price, difficulty, total, ...others } = api.attribution(from, {});
  prints({ price, difficulty }, { price: "-3314.598419", difficulty: "1211.426833" });
  assert.equal(total.toFixed(6), (17_098.357177 - 19_201.528763).toFixed(6));
  assert.deepEqual(Object.keys(others), ["fees", "subsidy", "efficiency", "power_price", "operations"]);
  for (const [cause, part] of Object.entries(others)) assert.ok(part === 0, cause);
});

test("a tornado's bars stand by length and hold the result at both ends", () => {
  const bars = api.tornado({}, "gross_profit");
  const price = bars.find((bar) => bar.key === "btc_price");
  prints(price, { low_input: "80055", high_input: "97845", low: "13228.521459", high: "20968.192895" });
  const swings = bars.map((bar) => bar.swing);
  assert.deepEqual(swings, swings.toSorted((a, b) => b - a));
  const low = api.evaluate({ lease_rate: 135 }).pivot.npv_gain;
  assert.equal(api.tornado(undefined, "npv_gain").find((bar) => bar.key === "lease_rate").low, low);
});

test("a stress is the models at its changes", () => {
  const before = api.evaluate();
  for (const stress of api.stress()) {
    const inputs = Object.fromEntries(stress.changes.map(({ key, to }) => [key, to]));
    const after = api.evaluate(inputs);
    assert.equal(stress.gross_profit, after.hashprice.gross_profit, stress.key);
    assert.equal(stress.per_share, after.sum_of_parts.per_share, stress.key);
    const change = after.pivot.npv_gain - before.pivot.npv_gain;
    assert.equal(stress.npv_gain_change, change, stress.key);
  }
  const [harder] = api.stress();
  assert.equal(harder.gross_profit.toFixed(3), (38_698.357177 / 1.15 - 21_600).toFixed(3));
});

test("one site decided today is its pivot, two are twice as much", () => {
  const { pivot } = api.evaluate();
  const one = api.sites([{}]);
  prints(one, { npv_hpc: "1994.361", npv_gain: "1923.811", expected_npv_gain: "1149.956" });
  assert.deepEqual(one.month, pivot.cash_flows.month);
  assert.deepEqual(one.cash.hpc, pivot.cash_flows.hpc);
  assert.deepEqual(one.cash.levered, pivot.cash_flows.levered);
  const two = api.sites([{ name: "North" }, { name: "South" }]);
  assert.equal(two.npv_gain, 2 * one.npv_gain);
  assert.deepEqual(two.sites.map((site) => site.name), ["North", "South"]);
  assert.equal(Math.max(...two.it_mw.paying).toFixed(6), "461.538462");
  const memorandum = api.sites([{ contract: "memorandum", start_month: 3 }], { lease_rate: 120 });
  assert.equal(memorandum.sites[0].execution_pct, 30);
  assert.equal(memorandum.sites[0].first_rent_month, 21);
  assert.deepEqual(api.sites([]).month, []);
});

test("the screen's average miner is the preset", () => {
  const miners = api.archetypes();
  const rows = api.screen(miners);
  assert.deepEqual(rows.map((row) => row.name), miners.map((miner) => miner.name));
  assert.deepEqual(rows.map((row) => row.rank).sort(), [1, 2, 3, 4]);
  const average = { breakeven_hashprice: "21600", gross_profit: "17098.357177", per_share: "24.206247" };
  prints(rows[1], { ...average, percentile: "0.570158", implied_mw: "285.305832" });
  assert.deepEqual(api.screen([{ name: "Mine" }])[0].gross_profit, rows[1].gross_profit);
  const [efficient, , old] = miners;
  const there = api.pair(efficient, old);
  assert.deepEqual([there.long, there.short], [efficient.name, old.name]);
  assert.equal(api.pair(old, efficient).hedge_btc_per_usd_m, -there.hedge_btc_per_usd_m);
});

test("miners come back from a file as they went, and no row is lost", () => {
  const miners = api.archetypes();
  const file = api.miners_to_csv(miners);
  assert.deepEqual(api.miners_from_csv(file).miners, miners);
  const bytes = new TextEncoder().encode(file);
  for (const same of [bytes, bytes.buffer]) assert.deepEqual(api.miners_from_csv(same).miners, miners);
  const table = api.miners_from_csv("Name;Efficiency;Note\nA;17,5;x\nB;900;y\n", { power_price: 30 });
  assert.equal(table.miners[0].efficiency, 17.5);
  assert.equal(table.miners[0].power_price, 30);
  assert.match(table.unread[0].problems[0].message, /efficiency = 900 .*1 to 150 J\/TH/);
  assert.deepEqual(table.unknown[0].cells, ["x"]);
});

test("signals of what was reported, of a file, of a simulated path, and of nothing", () => {
  const state = (signals, key) => signals.find((signal) => signal.key === key).state;
  const reported = api.signals();
  assert.equal(state(reported, "falling_hashrate"), "on");
  assert.equal(reported[0].since, "2025-11");
  const file = "date,hashrate\n2025-10,1100\n2025-11,1080\n2025-12,1045\n";
  const { history } = api.history_from_csv(file);
  assert.equal(state(api.signals(history), "falling_hashrate"), "on");
  assert.equal(state(api.signals([...history].reverse()), "falling_hashrate"), "on");
  const fall = api.signals({ simulated_from: "2025-12-31" }, { btc_price: 45_000 });
  assert.equal(fall[0].basis.spacing, "epochs");
  const { day } = api.simulate({ btc_price: 45_000 });
  assert.equal(fall[0].basis.rows, day.length);
  for (const signal of api.signals([])) {
    if (!signal.basis.from_inputs) assert.equal(signal.state, "not_enough_data", signal.key);
  }
});

test("a history comes back from a file as it went", () => {
  const history = [
    { date: "2025-10", hashrate: 1_082, revenue: 48_000 },
    { date: "2025-12", hashrate: 1_045, difficulty: null, cohort_cap: 48 },
  ];
  const { history: back, unread } = api.history_from_csv(api.history_to_csv([...history].reverse()));
  assert.deepEqual(unread, []);
  assert.deepEqual(back.map(({ date, hashrate, cohort_cap }) => [date, hashrate, cohort_cap]), [
    ["2025-10", 1_082, null],
    ["2025-12", 1_045, 48],
  ]);
  assert.deepEqual(api.history_from_csv(api.history_to_csv(back)).history, back);
});

test("a table of miners comes back with all that it keeps", () => {
  const text =
    "name;efficiency;note;power_price\nA;17,5;\"x;=1+1\";45,5\nB;900;y;46\n\"C;18;z;47\nD;19;w;48;beyond\n";
  const table = api.miners_from_csv(text);
  assert.deepEqual([table.miners.length, table.unread.length], [1, 3]);
  const file = api.miners_to_csv(table);
  const again = api.miners_from_csv(file);
  const kept = ({ cells, extra, surplus }) => ({ cells, extra, surplus });
  assert.deepEqual(again.miners, table.miners);
  assert.deepEqual(again.unread.map(kept), table.unread.map(kept));
  assert.deepEqual(again.unknown[0].cells, ["x;=1+1"]);
  assert.match(file, /"x;'=1\+1"/);
  assert.equal(api.miners_to_csv(again), file);
  // Only the miners, or other ones with the same notes.
  assert.deepEqual(api.miners_from_csv(api.miners_to_csv(table.miners)).unread, []);
  const cheaper = { ...table, miners: [{ ...table.miners[0], power_price: 30 }] };
  assert.match(api.miners_to_csv(cheaper), /"A",.*,30,.*,"x;'=1\+1"/);
});

test("a table of a history comes back with all that it keeps, in the order of time", () => {
  const text = "date,hashrate,source\n2025-12,1045,b\n2025-11,1074,a\n2025-13,1,c\n";
  const table = api.history_from_csv(text);
  const again = api.history_from_csv(api.history_to_csv(table));
  assert.deepEqual(again.history, table.history);
  assert.deepEqual(again.unknown[0].cells, ["a", "b"]);
  assert.deepEqual(again.unread[0].cells, table.unread[0].cells);
  assert.deepEqual(again.unread[0].extra, ["c"]);
  const turned = {
    ...table,
    history: table.history.toReversed(),
    unknown: [{ ...table.unknown[0], cells: ["b", "a"] }],
  };
  assert.equal(api.history_to_csv(turned), api.history_to_csv(table));
});

test("the map of margins holds the model's, and where they are zero", () => {
  const map = api.margin_map({}, { from: 10, to: 40, count: 4 }, { from: 0, to: 90, count: 3 });
  assert.deepEqual([map.efficiency, map.power_price], [[10, 20, 30, 40], [0, 45, 90]]);
  assert.equal(map.gross_margin.length, 3);
  assert.deepEqual(map.gross_margin[0], [1, 1, 1, 1]);
  prints({ margin: map.gross_margin[1][1] }, { margin: "0.441837" });
  prints({ zero: map.zero_power_price[1] }, { zero: "80.621577" });
  const usual = api.margin_map();
  for (const [key, ends] of [["efficiency", [5, 100]], ["power_price", [0, 150]]]) {
    assert.deepEqual([usual[key][0], usual[key].at(-1), usual[key].length], [...ends, 31]);
  }
});

test("what is left out or undefined is the preset, also a whole argument", () => {
  const preset = Object.fromEntries(
    api.parameters().filter((row) => row.default !== null).map((row) => [row.key, row.default]),
  );
  const expected = api.evaluate();
  for (const inputs of [undefined, {}, { btc_price: undefined }, preset, Object.create(null)]) {
    assert.deepEqual(api.evaluate(inputs), expected);
  }
  assert.equal(api.attribution().total, 0);
});

test("difficulty is network hashrate in another unit, and null leaves the other to decide", () => {
  const difficulty = 148_195_306_640_204.7;
  const { hashprice } = api.evaluate({ difficulty, fees_pct: 0 });
  assert.equal(hashprice.hashprice.toFixed(0), "37732");
  assert.deepEqual(api.evaluate({ difficulty, network_hashrate: null, fees_pct: 0 }).hashprice, hashprice);
  assert.deepEqual(api.evaluate({ difficulty: null, network_hashrate: null }), api.evaluate());
});

test("the versions are those of package and models", () => {
  const { package: release, model } = api.version();
  assert.match(release, /^\d+\.\d+\.\d+$/);
  assert.match(model, /^\d+$/);
});
