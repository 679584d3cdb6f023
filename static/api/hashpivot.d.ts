// Hashpivot {{version}}: hashprice and HPC-pivot models for investors in listed bitcoin miners.
//
// Money is USD, rates and shares in results are fractions, inputs that end in `_pct` are numbers
// like 1.03. `null` is a result that does not exist; no result is NaN or infinite.

/**
 * Starts the models. Call it once and wait for it before anything else; calling it again gives the
 * same promise. Works in pages, workers and Node.
 *
 * @param source Where the WebAssembly is, or the WebAssembly itself: `hashpivot_bg.wasm` beside this
 * module if left out. In Node a `file:` address is read from the disk.
 */
export default function init(source?: Source | Promise<Source>): Promise<void>;

/** An address, an answer to a request, the bytes, or the compiled module. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

/** The versions of this package and of its models: same model version, same results. */
export function version(): Version;

/** The inputs: key, unit, range, preset, meaning and source of each. */
export function parameters(): Parameter[];

/**
 * The results of every model for `inputs`; what is left out takes the preset "December 2025".
 *
 * @throws RangeError for a number out of range, not finite or not whole; TypeError for a key that
 * is no input and a value that is no number. The message names key, value, range and unit.
 */
export function evaluate(inputs?: Inputs): Evaluation;

/**
 * How the network answers: miners switch, and difficulty follows, epoch by epoch.
 *
 * @throws as {@link evaluate}.
 */
export function simulate(inputs?: Inputs): Simulation;

/**
 * The change of gross profit per EH/s from one state to another, shared out over its causes by the
 * Shapley value.
 *
 * @throws as {@link evaluate}.
 */
export function attribution(from?: Inputs, to?: Inputs): Attribution;

/**
 * Gross margin over efficiency (columns) and power price (rows), and the line on which it is zero.
 *
 * @throws as {@link evaluate}, also for an axis.
 */
export function margin_map(inputs?: Inputs, efficiency?: Axis, power_price?: Axis): MarginMap;

/**
 * How far a result swings when each input of its model moves by ±10% of itself, the longest bar
 * first. Whole inputs are rounded, and what would leave its range is cut to it.
 *
 * @throws as {@link evaluate}, and TypeError when no result has this name.
 */
export function tornado(inputs: Inputs | undefined, output: OutputKey): TornadoBar[];

/**
 * Five named changes, and all of them together, each with its effect on four results.
 *
 * @throws as {@link evaluate}.
 */
export function stress(inputs?: Inputs): Stress[];

/**
 * What up to 50 conversions add up to, over calendar months. What a site leaves out is as in
 * `inputs`; a contract sets `execution_pct`, unless the site gives that too.
 *
 * @throws as {@link evaluate}; the message also names the site.
 */
export function sites(list: SiteInputs[], inputs?: Inputs): Portfolio;

/**
 * Miners side by side at the market of `inputs`, in the order of `rows`, ranked by upside. What a
 * row leaves out is as in `inputs`; cash is 0.
 *
 * @throws as {@link evaluate}; the message also names the row.
 */
export function screen(rows: MinerInputs[], inputs?: Inputs): MinerRow[];

/**
 * USD 1 m of one miner's shares long, USD 1 m of another's short.
 *
 * @throws as {@link screen}.
 */
export function pair(long: MinerInputs, short: MinerInputs, inputs?: Inputs): Pair;

/**
 * Signals of stress in mining: what each says, since when, what it has meant, on what data.
 *
 * @param history Rows in any order; or the path that `simulate` gives, from this date on; what
 * JPMorgan reported for 2024 and 2025 if left out.
 * @throws as {@link evaluate}; the message also names the row.
 */
export function signals(history?: Observation[] | { simulated_from: string }, inputs?: Inputs): Signal[];

/** Four illustrative miners to start from; no company's data. */
export function archetypes(): Miner[];

export interface Version {
  /** The version of this package. */
  package: string;
  /** The version of the models. */
  model: string;
}

/** The name of an input. */
export type ParameterKey = keyof Inputs;

/** One input. */
export interface Parameter {
  key: ParameterKey;
  /** The name on screen. */
  label: string;
  unit: string;
  /** The preset "December 2025"; `null` for an input that is absent there. */
  default: number | null;
  min: number;
  max: number;
  /** How a slider for it should move; `none` for a number that only names something. */
  scale: "linear" | "log" | "none";
  /** Whether only integers are accepted. */
  whole: boolean;
  /** Whether `null` is accepted for "absent". */
  optional: boolean;
  /** The heading under which it stands. */
  group: {{groups}};
  /** What it is. */
  help: string;
  /** Where the preset is from. */
  source: string;
}

/**
 * Inputs. What is left out takes the preset. `difficulty` and `network_hashrate` are one quantity:
 * give one of them.
 */
export interface Inputs {
{{inputs}}
}

/** The results of every model. */
export interface Evaluation {
  hashprice: Hashprice;
  cost_curve: CostCurve;
  valuation: Valuation;
  pivot: Pivot;
  sum_of_parts: SumOfParts;
}

/** What an exahash earns in a day, and where it breaks even. */
export interface Hashprice {
{{hashprice}}
}

/** Where the network, and you in it, stand on its cost curve. */
export interface CostCurve {
{{cost_curve}}
}

/** The listed cohort against four years of block rewards. */
export interface Valuation {
{{valuation}}
}

/** What the same megawatts earn as a data centre instead of a mine. */
export interface Pivot {
{{pivot}}
  /** The better plan of mining on: until the machines are worn out, or renewing them. */
  mining_plan: "run_off" | "renew";
  cash_flows: CashFlows;
}

/** Month by month, USD m; arrays of one length. */
export interface CashFlows {
  /** Months since the decision. */
  month: number[];
  /** The data centre. */
  hpc: number[];
  /** The data centre with loan and payments. */
  levered: number[];
  /** Continued mining by the better plan. */
  mining: number[];
}

/** One company as a commodity producer and as infrastructure. */
export interface SumOfParts {
{{sum_of_parts}}
}

/** The network's path, one element an epoch; arrays of one length. */
export interface Simulation {
  /** Days since the start at which the epoch begins. */
  day: number[];
  /** Height of its first block. */
  height: number[];
  /** USD/BTC. */
  btc_price: number[];
  difficulty: number[];
  /** EH/s that run. */
  hashrate: number[];
  /** USD/EH/day. */
  hashprice: number[];
  /** USD/EH/day. */
  gross_profit: number[];
  /** How long the epoch takes. */
  days: number[];
  /** The retarget at its end, a fraction. */
  difficulty_change: number[];
  /** Whether the last epoch would take more than two years: difficulty cannot follow any more. */
  stalled: boolean;
}

/** A change of gross profit by cause, USD/EH/day. */
export interface Attribution {
  price: number;
  difficulty: number;
  fees: number;
  subsidy: number;
  efficiency: number;
  power_price: number;
  /** Pool fee, uptime and curtailment credit together. */
  operations: number;
  /** The whole change: the sum of the others. */
  total: number;
}

/** Values of an input from one end to the other, evenly spread. */
export interface Axis {
  /** In the input's unit; where its slider begins if left out. */
  from?: number | undefined;
  /** In the input's unit; where its slider ends if left out. */
  to?: number | undefined;
  /** How many values, both ends among them: 2 to 200, 31 if left out. */
  count?: number | undefined;
}

/** Gross margin on a grid. */
export interface MarginMap {
  /** J/TH of each column. */
  efficiency: number[];
  /** USD/MWh of each row. */
  power_price: number[];
  /** Gross profit over revenue, a fraction: a list for each row, in it a number for each column. */
  gross_margin: number[][];
  /** The power price of zero gross profit in each column, USD/MWh; it may lie outside the rows. */
  zero_power_price: number[];
}

/** The name of a result that is a number. */
export type OutputKey =
  | keyof Hashprice
  | keyof CostCurve
  | keyof Valuation
  | Exclude<keyof Pivot, "mining_plan" | "cash_flows">
  | keyof SumOfParts;

/** What one input does to a result. */
export interface TornadoBar {
  key: ParameterKey;
  /** The input a tenth of itself lower. */
  low_input: number;
  /** The input a tenth of itself higher. */
  high_input: number;
  /** The result at `low_input`; `null` where there is none. */
  low: number | null;
  /** The result at `high_input`; `null` where there is none. */
  high: number | null;
  /** How far they lie apart; `null` unless both exist. */
  swing: number | null;
}

/** A named change and its effects: each result after it, and the difference from before. */
export interface Stress {
  key: "difficulty_up" | "target_ratio" | "late_and_dear" | "dilution" | "power" | "all";
  /** What happens, in words. */
  name: string;
  /** The inputs that it moves. */
  changes: StressChange[];
  /** USD/EH/day. */
  gross_profit: number;
  gross_profit_change: number;
  /** USD/EH/day. */
  free_cash_flow: number;
  free_cash_flow_change: number;
  /** USD m. */
  npv_gain: number;
  npv_gain_change: number;
  /** USD a share. */
  per_share: number;
  per_share_change: number;
}

/** An input that a stress moves. */
export interface StressChange {
  key: ParameterKey;
  from: number;
  to: number;
  /** Whether it would have left its range and was cut to it. */
  cut: boolean;
}

/** How far a site's contract has come. */
export type Contract = "memorandum" | "signed" | "signed_guaranteed" | "energised";

/** One conversion: inputs of its own, and when and how surely it comes. */
export interface SiteInputs extends Inputs {
  /** "Site 1" and so on if left out. */
  name?: string | null | undefined;
  /** Calendar month of the decision, 0 to 600, whole; 0 if left out. */
  start_month?: number | undefined;
  /** `signed` if left out; what is given sets `execution_pct`. */
  contract?: Contract | undefined;
}

/** What all sites add up to. Money is USD m; arrays run over calendar months. */
export interface Portfolio {
  sites: SiteResults[];
  /** Calendar months from 0; none without sites. */
  month: number[];
  cash: SiteCash;
  /** Critical-IT MW. */
  it_mw: Capacity;
  /** Gross MW. */
  gross_mw: Capacity;
  /** Critical-IT MW, each site's weighted with its execution probability. */
  expected_it_mw: Capacity;
  /** Gross MW, each site's weighted with its execution probability. */
  expected_gross_mw: Capacity;
  /** Present value of all data centres in month 0. */
  npv_hpc: number;
  /** Gain of all conversions in month 0. */
  npv_gain: number;
  /** The gain weighted with the probabilities, less what failure costs. */
  expected_npv_gain: number;
}

/** Cash of all sites in each calendar month, USD m. */
export interface SiteCash {
  hpc: number[];
  levered: number[];
  mining: number[];
  /** The data centres' weighted with their probabilities, less the sunk part of capex. */
  expected_hpc: number[];
}

/** Capacity by stage in each calendar month, MW. */
export interface Capacity {
  memorandum: number[];
  signed: number[];
  building: number[];
  paying: number[];
  /** Signed, building and paying. */
  contracted: number[];
  /** Paying. */
  energised: number[];
}

/** One site's results. Months are calendar months; money is USD m in month 0. */
export interface SiteResults {
  name: string;
  contract: Contract;
  start_month: number;
  execution_pct: number;
  it_mw: number;
  gross_mw: number;
  first_rent_month: number;
  full_rent_month: number;
  last_month: number;
  npv_hpc: number;
  npv_gain: number;
  expected_npv_gain: number;
}

/** A miner with all its numbers. */
export interface Miner {
  /** 1 to 100 characters. */
  name: string;
{{miner}}
}

/** A miner as it is given: what is left out is as in the inputs of the call; cash is 0. */
export type MinerInputs = Pick<Miner, "name"> & {
  [Key in Exclude<keyof Miner, "name">]?: Miner[Key] | undefined;
};

/** What the models say of a miner; values of the company in USD m unless a field says otherwise. */
export interface MinerRow {
  name: string;
  /** 1 + how many miners have more upside. */
  rank: number;
  /** Hashprice of zero gross profit, USD/EH/day. */
  breakeven_hashprice: number;
  /** USD/EH/day. */
  gross_profit: number;
  /** A fraction. */
  gross_margin: number;
  /** USD/EH/day. */
  free_cash_flow: number;
  /** Share of installed hashrate whose power is cheaper. */
  percentile: number;
  /** Whether power for an exahash costs less than on the network's average. */
  cheaper_than_average: boolean;
  /** What the fleet loses in a month, otherwise 0. */
  monthly_burn: number;
  /** Months in which the burn uses up the cash; `null` without a burn. */
  months_of_liquidity: number | null;
  mining_value: number;
  hpc_value: number;
  equity_value: number;
  /** USD. */
  per_share: number;
  /** %; `null` where there is none. */
  implied_execution_pct: number | null;
  /** Gross MW; `null` where there is none. */
  implied_mw: number | null;
  /** A multiple; `null` where there is none. */
  implied_mining_multiple: number | null;
  /** What 1% on bitcoin does to the equity value, %; `null` without equity. */
  equity_beta: number | null;
  /** Bitcoin to sell short to be neutral. */
  hedge_btc: number;
  /** Value per share over share price, less 1: a fraction. */
  upside: number;
  /** With bitcoin 10% lower, USD/EH/day. */
  gross_profit_btc_down: number;
  /** With bitcoin 10% higher, USD/EH/day. */
  gross_profit_btc_up: number;
  /** With bitcoin 10% lower, USD. */
  per_share_btc_down: number;
  /** With bitcoin 10% higher, USD. */
  per_share_btc_up: number;
  /** Bitcoin that moves like USD 1 m of the shares. */
  bitcoin_exposure: number;
}

/** A pair trade of USD 1 m a side. */
export interface Pair {
  /** Name of the miner that is bought. */
  long: string;
  /** Name of the miner that is sold short. */
  short: string;
  /** Bitcoin that moves in value like the pair. */
  net_exposure_btc_per_usd_m: number;
  /** Bitcoin to sell short to be neutral; to buy where it is negative. */
  hedge_btc_per_usd_m: number;
  /** What the hedged pair gains when bitcoin falls 10%, USD. */
  hedged_gain_btc_down: number;
  /** What the hedged pair gains when bitcoin rises 10%, USD. */
  hedged_gain_btc_up: number;
}

/** What was observed on a day, or on the average of a month. */
export interface Observation {
  /** `2025-12-31` or `2025-12`; all rows of a history alike. */
  date: string;
  /** Mean hashrate that ran, EH/s. */
  hashrate?: number | null | undefined;
  difficulty?: number | null | undefined;
  /** USD/BTC. */
  btc_price?: number | null | undefined;
  /** USD/EH/day. */
  revenue?: number | null | undefined;
  /** USD/EH/day. */
  gross_profit?: number | null | undefined;
  /** Market capitalisation of the listed cohort, USD bn. */
  cohort_cap?: number | null | undefined;
}

/** One signal of stress. */
export interface Signal {
  key:
    | "falling_hashrate"
    | "negative_adjustments"
    | "hash_ribbons"
    | "revenue_low"
    | "cohort_cap"
    | "next_adjustment";
  /** The name on screen. */
  name: string;
  state: "on" | "near" | "off" | "recovered" | "not_enough_data";
  /** What was measured, in `unit`; `null` where nothing was. */
  value: number | null;
  unit: string;
  /** Whether it may have begun before the history does. */
  at_least: boolean;
  /** Since when the state holds, where the history shows it. */
  since: string | null;
  /** What it has meant. */
  meaning: string;
  basis: SignalBasis;
  /** What would have to be known, where the data do not suffice. */
  missing: string | null;
}

/** What a signal was read from. */
export interface SignalBasis {
  /** Whether it was read from the inputs instead of the history. */
  from_inputs: boolean;
  /** Rows of the history that have the numbers needed. */
  rows: number;
  /** How far apart they are. */
  spacing: "days" | "epochs" | "months" | "sparse" | null;
  /** Date of the first of them. */
  from: string | null;
  /** Date of the last of them. */
  to: string | null;
}
