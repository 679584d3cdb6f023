// What is refused, and in which words.

import assert from "node:assert/strict";
import test from "node:test";

import { started } from "./built.mjs";

const api = await started();
const rows = api.parameters();

/** Each function that takes inputs, as a function of the one argument that holds them. */
const callers = {
  evaluate: (inputs) => api.evaluate(inputs),
  simulate: (inputs) => api.simulate(inputs),
  "attribution from": (inputs) => api.attribution(inputs, {}),
  "attribution to": (inputs) => api.attribution({}, inputs),
  margin_map: (inputs) => api.margin_map(inputs),
  tornado: (inputs) => api.tornado(inputs, "revenue"),
  stress: (inputs) => api.stress(inputs),
  sites: (inputs) => api.sites([], inputs),
  screen: (inputs) => api.screen([], inputs),
  pair: (inputs) => api.pair({ name: "A" }, { name: "B" }, inputs),
  miners_from_csv: (inputs) => api.miners_from_csv("name\nA\n", inputs),
  miners_to_csv: (inputs) => api.miners_to_csv([], inputs),
  signals: (inputs) => api.signals([], inputs),
};

/** A number as messages write it: all its digits, no exponent. */
const written = (number) => (Math.abs(number) < 1e21 && Math.abs(number) >= 1e-6) || number === 0
  ? String(number)
  : number.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 21 });

/** The message of the error that every caller throws, which is of this type. */
function refusals(inputs, type) {
  return Object.entries(callers).map(([name, call]) => {
    try {
      call(inputs);
    } catch (error) {
      assert.ok(error instanceof Error && error instanceof type, `${name}: ${error}`);
      return error.message;
    }
    assert.fail(`${name} accepts ${JSON.stringify(inputs)}`);
  });
}

/** Refuses one value of one input, and says key, value, range and unit. */
function refuses(row, value, shown, type) {
  for (const message of refusals({ [row.key]: value }, type)) {
    for (const part of [row.key, `= ${shown}`, written(row.min), written(row.max), row.unit]) {
      assert.ok(message.includes(part), `${message}: without ${part}`);
    }
  }
}

test("each input refuses numbers that it does not accept", () => {
  for (const row of rows) {
    for (const value of [NaN, Infinity, -Infinity]) refuses(row, value, String(value), RangeError);
    const beyond = Math.max(1, Math.abs(row.max) * 2 ** -52);
    for (const value of [row.min - 1, row.max + beyond]) {
      refuses(row, value, written(value), RangeError);
    }
    if (row.whole) refuses(row, row.min + 0.5, written(row.min + 0.5), RangeError);
  }
});

test("each input refuses what is no number", () => {
  for (const row of rows) {
    for (const [value, shown] of [
      ["12", '"12"'],
      ["", '""'],
      [true, "true"],
      [false, "false"],
      [{}, "an object"],
      [[], "an array"],
      [12n, "a bigint"],
      [Symbol("12"), "a symbol"],
      [() => 12, "a function"],
      [new Date(0), "an object"],
    ]) {
      refuses(row, value, shown, TypeError);
    }
  }
});

test("null is refused unless the input may be absent", () => {
  for (const row of rows) {
    const mayBeNull = row.optional || row.key === "network_hashrate";
    if (mayBeNull) api.evaluate({ [row.key]: null });
    else refuses(row, null, "null", TypeError);
  }
});

test("each input accepts the ends of its range", () => {
  for (const row of rows) {
    // A lease of a year ends before the preset's ramp would be longer.
    api.evaluate({ [row.key]: row.min });
    api.evaluate({ [row.key]: row.max });
  }
});

test("a key that is no input is refused, and the nearest is named with its range", () => {
  for (const row of rows) {
    for (const message of refusals({ [`${row.key}_`]: 1.5 }, TypeError)) {
      const parts = [`${row.key}_ = 1.5`, `nearest key is ${row.key}`, written(row.max), row.unit];
      for (const part of parts) assert.ok(message.includes(part), `${message}: without ${part}`);
    }
  }
  for (const key of ["", "__proto__", "constructor", "Btc_price", "btc_price "]) {
    refusals(Object.fromEntries([[key, 1]]), TypeError);
    refusals(JSON.parse(`{${JSON.stringify(key)}: 1}`), TypeError);
  }
});

test("difficulty and network hashrate together are refused, with both ranges", () => {
  for (const message of refusals({ difficulty: 1e14, network_hashrate: 1045 }, TypeError)) {
    for (const part of ["difficulty = 100000000000000", "network_hashrate = 1045", "10 to 20000 EH/s"]) {
      assert.ok(message.includes(part), message);
    }
  }
});

test("a ramp that is longer than its lease is refused", () => {
  for (const message of refusals({ tenor: 2, ramp_months: 25 }, RangeError)) {
    assert.match(message, /ramp_months = 25 .*tenor = 2 years.*from 1 to 24 months/);
  }
  api.evaluate({ tenor: 2, ramp_months: 24 });
});

test("an argument that is no plain object is refused by its name", () => {
  class Model {}
  for (const value of [null, 5, NaN, "btc_price", true, 1n, [], [{}], () => 1, new Map(), new Model()]) {
    const names = Object.keys(callers).map((caller) => caller.match(/(?<= )(from|to)$/)?.[0] ?? "inputs");
    for (const [index, message] of refusals(value, TypeError).entries()) {
      assert.match(message, new RegExp(`^${names[index]} = .*: give a plain object of inputs`));
    }
  }
});

/** What a call throws, which must be of this type. */
function refusal(call, type) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof Error && error instanceof type, String(error));
    return error.message;
  }
  return assert.fail("nothing is thrown");
}

test("a name that is no result's is refused, and the nearest is named", () => {
  const message = refusal(() => api.tornado({}, "gross_profits"), TypeError);
  assert.match(message, /output = "gross_profits" .*gross_profit$/);
  for (const output of [undefined, null, 5, "", "cash_flows", "mining_plan"]) {
    refusal(() => api.tornado({}, output), TypeError);
  }
});

test("a list's element is refused by its place, with key, value, range and unit", () => {
  const lists = {
    sites: (list) => api.sites(list),
    screen: (list) => api.screen(list),
    miners_to_csv: (list) => api.miners_to_csv(list),
  };
  for (const [name, call] of Object.entries(lists)) {
    const good = { name: "Acme", efficiency: 18 };
    const refuses = (bad, type, parts) => {
      const message = refusal(() => call([good, bad]), type);
      for (const part of parts) assert.ok(message.includes(part), `${name}: ${message}`);
    };
    refuses({ name: "Old", efficiency: 151 }, RangeError, ["2", "Old", "efficiency = 151", "1 to 150 J/TH"]);
    refuses({ name: "Old", efficiency: "18" }, TypeError, ["2", "Old", 'efficiency = "18"', "1 to 150 J/TH"]);
    refuses({ name: "Old", efficency: 18 }, TypeError, ["2", "Old", "efficency = 18", "efficiency"]);
    refuses({ name: 5 }, TypeError, ["2", "name = 5"]);
    for (const [bad, shown] of [[null, "null"], [5, "5"], ["x", '"x"'], [[], "an array"], [undefined, "undefined"]]) {
      refuses(bad, TypeError, [`[1] = ${shown}`, "a plain object"]);
    }
    for (const bad of [undefined, null, {}, "rows", 5, { length: 1, 0: good }, new Set([good])]) {
      assert.match(refusal(() => call(bad), TypeError), /give an array; each of its elements is/);
    }
  }
});

test("a site's own keys are checked like inputs", () => {
  const refuses = (site, type, pattern) =>
    assert.match(refusal(() => api.sites([site]), type), pattern);
  refuses({ start_month: 601 }, RangeError, /start_month = 601 .*0 to 600 months/);
  refuses({ start_month: 1.5 }, RangeError, /start_month = 1.5 .*0 to 600 months/);
  refuses({ start_month: null }, TypeError, /start_month = null .*0 to 600 months/);
  refuses({ contract: "hoped" }, TypeError, /contract = "hoped" .*memorandum, signed/);
  refuses({ tenor: 1, ramp_months: 13 }, RangeError, /ramp_months = 13 .*1 to 12 months/);
  const many = Array.from({ length: 51 }, () => ({}));
  assert.match(refusal(() => api.sites(many), TypeError), /51 .*at most 50/);
});

test("a pair's sides are refused by name", () => {
  assert.match(refusal(() => api.pair({ name: "A" }), TypeError), /^short = undefined .*plain object/);
  assert.match(refusal(() => api.pair({}, { name: "B" }), TypeError), /name = null/);
});

test("an axis is refused by its input's name, with key, value, range and unit", () => {
  const refuses = (axis, type, end, problem) => {
    const messages = [
      ["efficiency", refusal(() => api.margin_map({}, axis), type)],
      ["power_price", refusal(() => api.margin_map({}, {}, axis), type)],
    ];
    for (const [key, message] of messages) {
      assert.ok(message.startsWith(`${key}${end} = `), message);
      assert.ok(message.includes(problem), message);
    }
    return messages.map(([, message]) => message);
  };
  const [narrow, wide] = refuses({ from: 501 }, RangeError, ".from", "501 is out of range");
  assert.match(narrow, /: give a number from 1 to 150 J\/TH$/);
  assert.match(wide, /: give a number from 0 to 500 USD\/MWh$/);
  refuses({ to: -1 }, RangeError, ".to", "-1 is out of range");
  refuses({ to: NaN }, RangeError, ".to", "NaN is not a finite number");
  refuses({ from: "9" }, TypeError, ".from", '"9" is not a number');
  refuses({ from: null }, TypeError, ".from", "null is not a number");
  const count = "give a whole number from 2 to 200 values";
  for (const wrong of [1, 201, 2.5]) refuses({ count: wrong }, RangeError, ".count", count);
  refuses({ step: 5 }, TypeError, ".step", "5 is not understood: give from, to and count");
  for (const axis of [null, 5, [1, 2], "wide"]) refuses(axis, TypeError, "", "give a plain object such as");
});

test("a file that is no table of miners is refused", () => {
  assert.match(refusal(() => api.miners_from_csv(""), TypeError), /empty/);
  assert.match(refusal(() => api.miners_from_csv("efficiency\n18\n"), TypeError), /no column "name"/);
  for (const file of [undefined, null, 5, {}, []]) {
    assert.match(refusal(() => api.miners_from_csv(file), TypeError), /^file = .*Uint8Array or ArrayBuffer/);
  }
});

test("a file that is too large is refused with its size and the limit", () => {
  const text = `name,date\n${"x".repeat(5_000_000)}`;
  for (const read of [api.miners_from_csv, api.history_from_csv]) {
    for (const file of [text, new TextEncoder().encode(text), new ArrayBuffer(6_000_000)]) {
      const message = refusal(() => read(file), RangeError);
      assert.match(message, /^the file has (5000010|6000000) bytes: give at most 5000000$/);
    }
    assert.match(refusal(() => read(`name,date\n${"A\n".repeat(20_001)}`), RangeError), /20001 rows: .* 20000$/);
    assert.match(refusal(() => read(`name,date${",x".repeat(255)}\n`), RangeError), /257 columns: .* 256$/);
  }
});

test("what a table keeps is refused by its place", () => {
  const miners = [{ name: "A" }];
  const row = { cells: Array(11).fill(""), extra: [], surplus: [] };
  const refuses = (table, pattern) =>
    assert.match(refusal(() => api.miners_to_csv({ miners, ...table }), TypeError), pattern);
  refuses({ colour: "red" }, /^rows\.colour = "red" .*: give miners, unread and unknown$/);
  refuses({ unread: 5 }, /^rows\.unread = 5 .*: give an array; each of its elements is a plain object with cells/);
  refuses({ unread: [row, "x"] }, /^rows\.unread\[1\] = "x" .*: give a plain object with cells/);
  refuses({ unread: [{ ...row, cells: ["A"] }] }, /^rows\.unread\[0\]\.cells = an array .*: give an array of 11 texts$/);
  refuses({ unread: [{ ...row, extra: ["x"] }] }, /^rows\.unread\[0\]\.extra = an array .*: give an array of 0 texts$/);
  refuses({ unread: [{ ...row, surplus: [5] }] }, /^rows\.unread\[0\]\.surplus = an array .*: give an array of texts$/);
  refuses({ unknown: [{ name: "note" }] }, /^rows\.unknown\[0\]\.cells = undefined .*: give an array of 1 texts$/);
  refuses({ unknown: [{ cells: ["x"] }] }, /^rows\.unknown\[0\]\.name = undefined .*: give a text$/);
  const poor = { miners: [{ name: "A", cash: -1 }], unknown: [] };
  assert.match(refusal(() => api.miners_to_csv(poor), RangeError), /^row 1 \(A\): cash = -1 /);
  const history = { history: [{ date: "2025-12" }], unread: [row] };
  assert.match(refusal(() => api.history_to_csv(history), TypeError), /^history\.unread\[0\]\.cells .* 7 texts$/);
});

test("a history's row is refused by its place and date", () => {
  const refuses = (rows, type, pattern) => {
    for (const call of [api.signals, api.history_to_csv]) {
      assert.match(refusal(() => call(rows), type), pattern);
    }
  };
  refuses([{ date: "2025-12", hashrate: 5 }], RangeError, /row 1 \(2025-12\): hashrate = 5 .*10 to 20000 EH\/s/);
  refuses([{ date: "2025-12", hashrate: "5" }], TypeError, /row 1 .*hashrate = "5" .*10 to 20000 EH\/s/);
  refuses([{ date: "2025-13" }], TypeError, /date = "2025-13" .*YYYY-MM/);
  refuses([{ date: "2025-12" }, { date: "2025-12" }], TypeError, /row 2 .*same date/);
  refuses([{ date: "2025-12", price: 5 }], TypeError, /price = 5 .*btc_price/);
  for (const rows of [undefined, null, {}, "2025-12"]) {
    assert.match(refusal(() => api.history_to_csv(rows), TypeError), /^history = .*: give an array/);
  }
  const refused = (history) => refusal(() => api.signals(history), TypeError);
  for (const history of [null, 5, "2025-12", {}, { simulated_from: "soon" }, { simulated_from: "2025-12", x: 1 }]) {
    assert.match(refused(history), /^history = .*simulated_from/);
  }
});

test("an error that the caller's own object throws comes through", () => {
  const mine = new Error("mine");
  const inputs = {
    get btc_price() {
      throw mine;
    },
  };
  for (const call of Object.values(callers)) assert.throws(() => call(inputs), (error) => error === mine);
});

test("only a plain object's own entries count", () => {
  const preset = api.evaluate();
  const hidden = Object.defineProperty({}, "btc_price", { value: 1, enumerable: false });
  assert.deepEqual(api.evaluate(hidden), preset);
  assert.deepEqual(api.evaluate({ [Symbol("btc_price")]: 1 }), preset);
});

test("nothing that was passed in is changed, frozen objects do", () => {
  const inputs = Object.freeze({ btc_price: 60_000, difficulty: null, tenor: undefined });
  const before = Object.entries(inputs);
  for (const call of Object.values(callers)) call(inputs);
  assert.deepEqual(Object.entries(inputs), before);
});

test("results belong to the caller: changing them changes no later result", () => {
  const first = api.evaluate();
  const expected = structuredClone(first);
  first.pivot.cash_flows.hpc.fill(0);
  first.hashprice.hashprice = 0;
  const row = api.parameters()[0];
  row.key = "mine";
  assert.deepEqual(api.evaluate(), expected);
  assert.equal(api.parameters()[0].key, "btc_price");
});

test("a refusal leaves the module as it was", () => {
  const expected = api.evaluate();
  for (let round = 0; round < 1_000; round += 1) assert.throws(() => api.evaluate({ tenor: 0 }));
  assert.deepEqual(api.evaluate(), expected);
});
