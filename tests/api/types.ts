// What the types of the API must admit and refuse: a line below `@ts-expect-error` must not compile.

import init, {
  archetypes,
  attribution,
  evaluate,
  margin_map,
  pair,
  parameters,
  screen,
  signals,
  simulate,
  sites,
  stress,
  tornado,
  version,
  type Evaluation,
  type Inputs,
  type Parameter,
  type ParameterKey,
} from "../../dist/api/hashpivot.js";
import start, {
  history_from_csv,
  history_to_csv,
  miners_from_csv,
  miners_to_csv,
} from "../../dist/api/tables.js";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<_ extends true>(): void {}

// Starting.
holds<Equal<ReturnType<typeof init>, Promise<void>>>();
await init();
await start();
await init(new URL("https://example.org/hashpivot_bg.wasm"));
await init(fetch("hashpivot_bg.wasm"));
await init(new Uint8Array(8));
// @ts-expect-error null is nothing to compile
await init(null);

// Inputs.
const inputs: Inputs = { btc_price: 90_000, difficulty: null, spot_price: undefined, tenor: 10 };
evaluate();
evaluate({});
evaluate(inputs);
// @ts-expect-error a misspelt key
evaluate({ btc_prize: 90_000 });
// @ts-expect-error a text is no number
evaluate({ btc_price: "90000" });
// @ts-expect-error a bigint is no number
evaluate({ block_height: 930_300n });
// @ts-expect-error only optional inputs may be null
evaluate({ btc_price: null });
// @ts-expect-error null is no object
evaluate(null);
// @ts-expect-error a list is no object of inputs
evaluate([1]);

// Results: no `any` anywhere, `null` only where a result may not exist.
const results: Evaluation = evaluate(inputs);
holds<Equal<typeof results.hashprice.gross_profit, number>>();
holds<Equal<typeof results.hashprice.breakeven_difficulty, number | null>>();
holds<Equal<typeof results.pivot.irr, number | null>>();
holds<Equal<typeof results.pivot.mining_plan, "run_off" | "renew">>();
holds<Equal<typeof results.pivot.cash_flows.hpc, number[]>>();
holds<Equal<typeof results.sum_of_parts.per_share, number>>();
// @ts-expect-error it may be null
results.pivot.payback_months.toFixed();
// @ts-expect-error no such result
results.hashprice.profit;

holds<Equal<ReturnType<typeof simulate>["stalled"], boolean>>();
holds<Equal<ReturnType<typeof simulate>["height"], number[]>>();
holds<Equal<ReturnType<typeof attribution>["total"], number>>();
// @ts-expect-error two states, not a list of them
attribution([{}, {}]);
holds<Equal<ReturnType<typeof version>, { package: string; model: string }>>;

// Sensitivity.
holds<Equal<ReturnType<typeof tornado>[number]["swing"], number | null>>();
tornado(undefined, "npv_gain");
tornado({ btc_price: 60_000 }, "gross_profit");
// @ts-expect-error no result has this name
tornado({}, "gross_profits");
// @ts-expect-error a list of months is no number
tornado({}, "cash_flows");
stress({ power_price: 60 })[0]?.per_share_change.toFixed();

holds<Equal<ReturnType<typeof margin_map>["gross_margin"], number[][]>>();
margin_map();
margin_map(inputs, { from: 10, to: 40, count: 4 }, { count: undefined });
// @ts-expect-error an axis has ends and a count
margin_map({}, [10, 40]);

// Lists.
sites([{ name: "North", contract: "signed", start_month: 6, gross_mw: 100 }], { lease_rate: 140 });
// @ts-expect-error no such kind of contract
sites([{ contract: "hoped" }]);
// @ts-expect-error a misspelt key
sites([{ gross_wm: 100 }]);
// @ts-expect-error one site is a list of one
sites({ gross_mw: 100 });
screen([{ name: "Acme", efficiency: 18, cash: undefined }], inputs);
screen(archetypes());
// @ts-expect-error a miner has a name
screen([{ efficiency: 18 }]);
// @ts-expect-error not a number of a miner
screen([{ name: "Acme", lease_rate: 140 }]);
holds<Equal<ReturnType<typeof screen>[number]["months_of_liquidity"], number | null>>();
holds<Equal<ReturnType<typeof pair>["hedge_btc_per_usd_m"], number>>();
const table = miners_from_csv(new Uint8Array(8));
miners_to_csv(table.miners).trim();
miners_to_csv(table, inputs).trim();
miners_to_csv({ miners: [{ name: "Acme" }], unread: table.unread });
// @ts-expect-error a table has miners
miners_to_csv({ unread: table.unread });
// @ts-expect-error a list of lines is no file
miners_from_csv(["name"]);
signals();
signals(history_from_csv("date\n2025-12\n").history);
signals([{ date: "2025-12", hashrate: 1045, difficulty: null }]);
signals({ simulated_from: "2026-01-01" }, inputs);
history_to_csv([{ date: "2025-12", hashrate: 1045 }]).trim();
history_to_csv(history_from_csv("date\n2025-12\n")).trim();
// @ts-expect-error a row has a date
signals([{ hashrate: 1045 }]);
holds<Equal<ReturnType<typeof signals>[number]["since"], string | null>>();

// The table of inputs.
const rows: Parameter[] = parameters();
const keys: ParameterKey[] = rows.map((row) => row.key);
const mine: Inputs = Object.fromEntries(keys.map((key) => [key, 1]));
evaluate(mine);
holds<Equal<Parameter["scale"], "linear" | "log" | "none">>();
holds<Equal<"lease_rate" extends ParameterKey ? true : false, true>>();
holds<Equal<string extends ParameterKey ? true : false, false>>();
