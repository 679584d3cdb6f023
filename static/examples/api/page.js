// Hashpivot in a page: fields for a few inputs, figures that follow them.

import init, { evaluate, parameters } from "../../api/hashpivot.js";

/** The inputs to show. @type {import("../../api/hashpivot.js").ParameterKey[]} */
const shown = ["btc_price", "network_hashrate", "efficiency", "power_price"];

const form = /** @type {HTMLFormElement} */ (document.querySelector("#inputs"));
const error = /** @type {HTMLElement} */ (document.querySelector("#error"));
const results = /** @type {HTMLElement} */ (document.querySelector("#results"));

const dollars = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});

await init();

// Names, units, ranges and presets come from the table of inputs.
for (const row of parameters().filter((row) => shown.includes(row.key))) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.name = row.key;
  field.type = "number";
  field.step = "any";
  field.value = String(row.default);
  label.append(`${row.label}, ${row.unit}`, field);
  form.append(label);
}

form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();

/** Evaluates what the fields say and writes the results down. */
function show() {
  const fields = [...form.querySelectorAll("input")];
  const inputs = Object.fromEntries(fields.map((field) => [field.name, field.valueAsNumber]));
  try {
    const { hashprice, pivot } = evaluate(inputs);
    error.textContent = "";
    results.replaceChildren(
      ...figure("hashprice", "Hashprice", hashprice.hashprice, "per EH a day"),
      ...figure("gross_profit", "Gross profit", hashprice.gross_profit, "per EH a day"),
      ...figure("breakeven_btc_price", "Break-even", hashprice.breakeven_btc_price, "per BTC"),
      ...figure("npv_gain", "Gain from converting the site", pivot.npv_gain, "m"),
    );
  } catch (problem) {
    // A refused input: the message names key, value, range and unit.
    error.textContent = problem instanceof Error ? problem.message : String(problem);
  }
}

/**
 * @param {string} id
 * @param {string} name
 * @param {number} amount
 * @param {string} unit
 */
function figure(id, name, amount, unit) {
  const term = document.createElement("dt");
  const value = document.createElement("dd");
  term.textContent = name;
  value.textContent = `${dollars.format(amount)} ${unit}`;
  value.id = id;
  return [term, value];
}
