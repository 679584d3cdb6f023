// Writes what Node computes for the seeded inputs, for the other engines to compare with:
// node reference.mjs <folder of the site> <file to write>

import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { inputs, results, text } from "./sample.mjs";

const COUNT = 500;
const SEED = 2025;

const [site, file] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(resolve(site, `api/${name}.js`)));
const modules = [await load("hashpivot"), await load("tables")];
for (const module of modules) await module.default();
const api = Object.assign({}, ...modules);

const all = inputs(api.parameters(), COUNT, SEED);
const samples = all.map((given, index) => text({ inputs: given, results: results(api, all, index) }));
writeFileSync(file, `[\n${samples.join(",\n")}\n]\n`);
