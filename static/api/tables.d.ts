// Hashpivot {{version}}: files of miners and of histories of the network.
//
// A module of its own, `hashpivot/tables`, so that reading files costs those who do. It starts and
// throws like `hashpivot`.

import type { Inputs, Miner, MinerInputs, Observation, Source } from "./hashpivot.js";

/** Starts this module; as that of `hashpivot`, with `tables_bg.wasm` beside it. */
export default function init(source?: Source | Promise<Source>): Promise<void>;

/**
 * The history of a CSV file as spreadsheets save it in any country. Nothing is dropped: rows with a
 * problem are in `unread`, with every problem.
 *
 * @param file Its text, or its bytes in UTF-8, UTF-16 or Windows-1252.
 * @throws TypeError when the file is no history, RangeError when it is too large.
 */
export function history_from_csv(file: string | Uint8Array | ArrayBuffer): HistoryTable;

/**
 * The text of a CSV file with this history, which {@link history_from_csv} reads and no spreadsheet
 * runs. A table is written with all that it keeps: rows that could not be read, unknown columns.
 *
 * @throws as `signals`, and TypeError for a table that was not made so.
 */
export function history_to_csv(history: Observation[] | HistoryToWrite): string;

/** A table as {@link history_from_csv} gives it, or parts of one. */
export type HistoryToWrite = Partial<HistoryTable> & Pick<HistoryTable, "history">;

/**
 * The miners of a CSV file as spreadsheets save it in any country. Nothing is dropped: rows with a
 * problem are in `unread`, with every problem.
 *
 * @param file Its text, or its bytes in UTF-8, UTF-16 or Windows-1252.
 * @throws as `evaluate`, TypeError when the file is no table of miners, RangeError when it is too large.
 */
export function miners_from_csv(file: string | Uint8Array | ArrayBuffer, inputs?: Inputs): MinersTable;

/**
 * The text of a CSV file with these miners, which {@link miners_from_csv} reads and no spreadsheet
 * runs. A table is written with all that it keeps: rows that could not be read, unknown columns.
 *
 * @throws as `screen`, and TypeError for a table that was not made so.
 */
export function miners_to_csv(rows: MinerInputs[] | MinersToWrite, inputs?: Inputs): string;

/** A table as {@link miners_from_csv} gives it, or parts of one. */
export type MinersToWrite = Omit<Partial<MinersTable>, "miners"> & { miners: MinerInputs[] };

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
  /** Texts beyond the columns that the header names; a line whose quotes make no sense, whole. */
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
