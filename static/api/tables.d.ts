// Hashpivot {{version}}: signals in histories of the network, and files of rows.
//
// A module of its own, `hashpivot/tables`, so that reading files costs those who do. It starts and
// throws like `hashpivot`.

import type { Inputs, Miner, MinerInputs, Source } from "./hashpivot.js";

/** Starts this module; as that of `hashpivot`, with `tables_bg.wasm` beside it. */
export default function init(source?: Source | Promise<Source>): Promise<void>;

/**
 * Signals of stress in mining: what each says, since when, what it has meant, on what data.
 *
 * @param history Rows in any order; or the path that `simulate` gives, from this date on; what
 * JPMorgan reported for 2024 and 2025 if left out.
 * @throws as `evaluate`; the message also names the row.
 */
export function signals(history?: Observation[] | { simulated_from: string }, inputs?: Inputs): Signal[];

/**
 * The history of a CSV file as spreadsheets save it in any country. Nothing is dropped: rows with a
 * problem are in `unread`, with every problem.
 *
 * @param file Its text, or its bytes in UTF-8, UTF-16 or Windows-1252.
 * @throws TypeError when the file is no history.
 */
export function history_from_csv(file: string | Uint8Array | ArrayBuffer): HistoryTable;

/**
 * The miners of a CSV file as spreadsheets save it in any country. Nothing is dropped: rows with a
 * problem are in `unread`, with every problem.
 *
 * @param file Its text, or its bytes in UTF-8, UTF-16 or Windows-1252.
 * @throws as `evaluate`, and TypeError when the file is no table of miners.
 */
export function miners_from_csv(file: string | Uint8Array | ArrayBuffer, inputs?: Inputs): MinersTable;

/**
 * The text of a CSV file with these miners, which {@link miners_from_csv} reads and no spreadsheet
 * runs.
 *
 * @throws as `screen`.
 */
export function miners_to_csv(rows: MinerInputs[], inputs?: Inputs): string;

/** Miners with everything else that their file held. Lines and columns are counted from 1. */
export interface MinersTable {
  miners: Miner[];
  /** Rows with a problem, as typed. */
  unread: UnreadRow[];
  /** Columns that the screen does not know, with a text for each miner. */
  unknown: UnknownColumn[];
  /** Keys of columns that the file does not have. */
  missing: (keyof Miner)[];
  /** Empty cells that took the number of the inputs. */
  filled: FilledCell[];
}

export interface UnreadRow {
  line: number;
  /** A text for each known column, as typed. */
  cells: string[];
  /** Texts in the unknown columns. */
  extra: string[];
  /** Texts beyond the columns that the header names. */
  surplus: string[];
  /** What is wrong; never empty. */
  problems: CellProblem[];
}

export interface CellProblem {
  line: number;
  /** `null` if it is the whole row. */
  column: number | null;
  /** What the header calls the column. */
  name: string;
  /** The value as typed. */
  value: string;
  /** What is wrong, with key, value, range and unit. */
  message: string;
}

export interface UnknownColumn {
  column: number;
  name: string;
  cells: string[];
}

export interface FilledCell {
  line: number;
  key: keyof Miner;
  value: number;
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

/** A history with everything else that its file held. Lines and columns are counted from 1. */
export interface HistoryTable {
  /** The rows without a problem, oldest first. */
  history: Observation[];
  /** Rows with a problem, as typed. */
  unread: UnreadRow[];
  /** Columns that no signal asks for, with a text for each row of the history. */
  unknown: UnknownColumn[];
  /** Keys of columns that the file does not have. */
  missing: (keyof Observation)[];
}
