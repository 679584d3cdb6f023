// The models in JavaScript; `hashpivot.d.ts` describes them. "bindings" is what wasm-bindgen makes of
// `src/api/models.rs`.

import start, * as models from "bindings";
import { module } from "./start.js";

const { init, once } = module(start, new URL("hashpivot_bg.wasm", import.meta.url));

export default init;
export const version = once(models.version);
export const parameters = once(models.parameters);
export const evaluate = once(models.evaluate);
export const simulate = once(models.simulate);
export const attribution = once(models.attribution);
export const margin_map = once(models.margin_map);
export const tornado = once(models.tornado);
export const stress = once(models.stress);
export const sites = once(models.sites);
export const screen = once(models.screen);
export const pair = once(models.pair);
export const signals = once(models.signals);
export const archetypes = once(models.archetypes);
