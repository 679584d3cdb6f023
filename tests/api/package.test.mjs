// What stands beside the module: types, schema, package, examples.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { modules, site, started } from "./built.mjs";
import { inputs as drawn } from "./sample.mjs";

const api = await started();
const rows = api.parameters();
const read = (name) => readFile(new URL(`api/${name}`, site), "utf8");
const typesOf = Object.fromEntries(
  await Promise.all(modules.map(async (name) => [name, await read(`${name}.d.ts`)])),
);
const types = Object.values(typesOf).join("\n");

/** The members of an interface of the types, with their types. */
function members(name) {
  const [, body] = types.match(new RegExp(`export interface ${name} \\{\\n([^}]*)\\n\\}`)) ?? [];
  assert.ok(body, `there is no interface ${name}`);
  return new Map([...body.matchAll(/^ {2}(\w+)\??:([^;]*);$/gm)].map(([, key, type]) => [key, type]));
}

test("the types name what the modules export, and know no `any`", async () => {
  for (const name of modules) {
    const functions = [...typesOf[name].matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
    const { default: init, ...exports } = await import(new URL(`api/${name}.js`, site));
    assert.deepEqual(functions.sort(), Object.keys(exports).sort());
    assert.equal(typeof init, "function");
    const code = typesOf[name].replace(/\/\*\*[^]*?\*\/|\/\/.*|"[^"]*"/g, "");
    assert.match(code, /export interface/);
    assert.doesNotMatch(code, /\bany\b|\bobject\b|\bunknown\b(?!:)|\bFunction\b/);
  }
});

test("the types name every member of every result, in order", () => {
  const results = api.evaluate();
  const portfolio = api.sites([{}]);
  const table = api.miners_from_csv("name,efficiency,cash,colour\nA,,1,red\nB,x,2,blue\n");
  const shapes = {
    Version: api.version(),
    Parameter: rows[0],
    Evaluation: results,
    Hashprice: results.hashprice,
    CostCurve: results.cost_curve,
    Valuation: results.valuation,
    Pivot: results.pivot,
    CashFlows: results.pivot.cash_flows,
    SumOfParts: results.sum_of_parts,
    Simulation: api.simulate(),
    Attribution: api.attribution(),
    MarginMap: api.margin_map(),
    TornadoBar: api.tornado({}, "revenue")[0],
    Stress: api.stress()[0],
    StressChange: api.stress()[0].changes[0],
    Portfolio: portfolio,
    SiteCash: portfolio.cash,
    Capacity: portfolio.it_mw,
    SiteResults: portfolio.sites[0],
    Miner: api.archetypes()[0],
    MinerRow: api.screen(api.archetypes())[0],
    Pair: api.pair({ name: "A" }, { name: "B" }),
    MinersTable: table,
    UnreadRow: table.unread[0],
    CellProblem: table.unread[0].problems[0],
    UnknownColumn: table.unknown[0],
    FilledCell: table.filled[0],
    HistoryTable: api.history_from_csv("date,hashrate\n2025-12,1045\n"),
    Signal: api.signals()[0],
    SignalBasis: api.signals()[0].basis,
  };
  const named = [...types.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name);
  const given = ["Inputs", "SiteInputs", "Observation", "Axis"];
  assert.deepEqual(Object.keys(shapes).sort(), named.filter((name) => !given.includes(name)).sort());
  for (const [name, value] of Object.entries(shapes)) {
    assert.deepEqual([...members(name).keys()].sort(), Object.keys(value).sort(), name);
  }
  assert.deepEqual([...members("Inputs").keys()], rows.map((row) => row.key));
});

test("texts of a kind are those that the types name, and each of them occurs", () => {
  const union = (name, key) => [...members(name).get(key).matchAll(/"(\w+)"/g)].map(([, text]) => text);
  assert.deepEqual(api.stress().map(({ key }) => key), union("Stress", "key"));
  const said = [...types.matchAll(/^ {4}\| "(\w+)"/gm)].map(([, key]) => key);
  assert.deepEqual(api.signals().map(({ key }) => key), said);
  const contracts = [...types.match(/type Contract = (.*);/)[1].matchAll(/"(\w+)"/g)].map(([, text]) => text);
  const list = contracts.map((contract) => ({ contract }));
  assert.deepEqual(api.sites(list).sites.map(({ contract }) => contract), contracts);
  const states = union("Signal", "state");
  for (const { state } of [...api.signals(), ...api.signals([])]) assert.ok(states.includes(state), state);
});

test("the types' rows of a history are what signals takes", () => {
  const [date, ...columns] = members("Observation").keys();
  const row = { [date]: "2025-12", ...Object.fromEntries(columns.map((key) => [key, null])) };
  assert.equal(api.signals([row]).length, 6);
});

test("a tornado has a bar for each result that the types call an output", () => {
  for (const name of ["Hashprice", "CostCurve", "Valuation", "Pivot", "SumOfParts"]) {
    for (const key of members(name).keys()) {
      if (key === "mining_plan" || key === "cash_flows") continue;
      assert.ok(api.tornado({}, key).length > 0, key);
    }
  }
});

test("a result is null only where the types say so, and is so for some inputs", () => {
  const seen = new Set();
  const look = (name, values) => {
    for (const [key, type] of members(name)) {
      if (values[key] !== null) continue;
      assert.match(type, /\| null/, `${name}.${key}`);
      seen.add(`${name}.${key}`);
    }
  };
  for (const inputs of drawn(rows, 400, 7)) {
    const results = api.evaluate(inputs);
    look("Hashprice", results.hashprice);
    look("CostCurve", results.cost_curve);
    look("Valuation", results.valuation);
    look("Pivot", results.pivot);
    look("SumOfParts", results.sum_of_parts);
  }
  for (const name of ["Hashprice.breakeven_difficulty", "Pivot.irr", "SumOfParts.implied_mw"]) {
    assert.ok(seen.has(name), `${name} was never null`);
  }
});

test("what the schema admits is what evaluate takes", async () => {
  const { default: Ajv } = createRequire(import.meta.url)(process.env.AJV);
  const ajv = new Ajv({ strict: false, allErrors: false });
  const admits = ajv.compile(JSON.parse(await read("schema.json")));
  const takes = (inputs) => {
    try {
      api.evaluate(inputs);
      return true;
    } catch {
      return false;
    }
  };
  const preset = Object.fromEntries(rows.map((row) => [row.key, row.default]));
  const cases = [[preset, true], [{}, true], [{ colour: 1 }, false], [[], false], [null, false]];
  cases.push([{ difficulty: 1e14, network_hashrate: 1045 }, false]);
  for (const tenor of [1, 2, 9, 10, 40]) {
    const longest = Math.min(12 * tenor, 120);
    cases.push([{ tenor, ramp_months: longest }, true], [{ tenor, ramp_months: longest + 1 }, false]);
  }
  for (const { key, min, max, whole, optional } of rows) {
    const values = [min, max, null, min - 1, max * (1 + 2 ** -52) + 1, "12", true, {}, [], min + 0.5];
    const taken = [true, true, optional || key === "network_hashrate"];
    for (const [index, value] of values.entries()) {
      const isTaken = taken[index] ?? (index === 9 && !whole && min + 0.5 <= max);
      cases.push([{ [key]: value }, isTaken]);
    }
  }
  cases.push(...drawn(rows, 200, 11).map((inputs) => [inputs, true]));
  for (const [inputs, expected] of cases) {
    const shown = JSON.stringify(inputs);
    assert.equal(takes(inputs), expected, `evaluate(${shown})`);
    assert.equal(admits(inputs), expected, `schema: ${shown} ${JSON.stringify(admits.errors)}`);
  }
});

test("the schema says what the table of inputs says", async () => {
  const { properties } = JSON.parse(await read("schema.json"));
  assert.deepEqual(Object.keys(properties), rows.map((row) => row.key));
  for (const row of rows) {
    const property = properties[row.key];
    const said = [property.default, property.title, property.description, property["x-unit"]];
    assert.deepEqual(said, [row.default, row.label, row.help, row.unit], row.key);
    assert.deepEqual([property["x-scale"], property["x-group"]], [row.scale, row.group], row.key);
  }
});

test("the package is ready for npm: every file that it names is there", async () => {
  const about = JSON.parse(await read("package.json"));
  assert.equal(about.version, api.version().package);
  assert.equal(about.license, "MIT OR Apache-2.0");
  const exported = Object.values(about.exports).flatMap((file) => Object.values({ ...[file].flat() }));
  const paths = exported.flatMap((file) => (typeof file === "string" ? file : Object.values(file)));
  const named = [about.main, about.types, ...paths];
  assert.ok(named.includes("./tables.js") && named.includes("./schema.json"));
  for (const name of [...named, ...about.files, "README.md"]) {
    assert.ok((await read(name)).length > 0, `${name} is empty`);
  }
});

test("the readme's and the types' functions are the same", async () => {
  const readme = await read("README.md");
  for (const name of Object.keys(api)) assert.ok(readme.includes(`\`${name}(`), name);
});

test("in a browser nothing of Node is asked for, and bundlers leave it alone", async () => {
  for (const name of modules) {
    const module = await read(`${name}.js`);
    const imports = [...module.matchAll(/\bimport\b(?!\.meta)[^;]*/g)].map(([text]) => text);
    assert.equal(imports.length, 1, imports.join("\n"));
    assert.match(imports[0], /webpackIgnore: true[^]*@vite-ignore[^]*"node:fs\/promises"/);
  }
});

test("the example for Node prints December's figures and a refusal", async () => {
  const run = promisify(execFile);
  const script = fileURLToPath(new URL("examples/api/node.mjs", site));
  const { stdout } = await run(process.execPath, [script]);
  assert.match(stdout, /Hashprice +\$38,698 per EH a day/);
  assert.match(stdout, /Gross profit +\$17,098 per EH a day/);
  assert.match(stdout, /\$1,924 m gain/);
  const cheaper = await run(process.execPath, [script, "60000"]);
  assert.match(cheaper.stdout, /Hashprice +\$26,103 per EH a day/);
  await assert.rejects(run(process.execPath, [script, "5"]), ({ code, stderr }) => {
    assert.equal(code, 1);
    return /btc_price = 5 .*1000 to 2000000 USD\/BTC/.test(stderr);
  });
});
