// Hashpivot in Node 20 or later: node node.mjs [bitcoin price]

import init, { attribution, evaluate } from "../../api/hashpivot.js";

const dollars = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});

await init();

const [price] = process.argv.slice(2);
const inputs = price === undefined ? {} : { btc_price: Number(price) };

try {
  const { hashprice, pivot } = evaluate(inputs);
  const change = attribution({}, inputs);
  const usd = (/** @type {number} */ value) => dollars.format(value);
  console.log(`Hashprice      ${usd(hashprice.hashprice)} per EH a day`);
  console.log(`Gross profit   ${usd(hashprice.gross_profit)} per EH a day`);
  console.log(`since December ${usd(change.total)}, by price ${usd(change.price)}`);
  console.log(`HPC pivot      ${usd(pivot.npv_gain)} m gain from converting the site`);
} catch (error) {
  // A refused input: the message names key, value, range and unit.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
