// Files of rows in JavaScript; `tables.d.ts` describes them. "bindings" is what
// wasm-bindgen makes of `src/api/tables.rs`.

import start, * as tables from "bindings";
import { module } from "./start.js";

const { init, once } = module(start, new URL("tables_bg.wasm", import.meta.url));

export default init;
export const history_from_csv = once(tables.history_from_csv);
export const history_to_csv = once(tables.history_to_csv);
export const miners_from_csv = once(tables.miners_from_csv);
export const miners_to_csv = once(tables.miners_to_csv);
