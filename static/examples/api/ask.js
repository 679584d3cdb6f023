// The page's side of the worker: sends inputs, writes down what comes back.

const form = /** @type {HTMLFormElement} */ (document.querySelector("#inputs"));
const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const error = /** @type {HTMLElement} */ (document.querySelector("#error"));
const epochs = /** @type {HTMLElement} */ (document.querySelector("#epochs"));

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

worker.addEventListener("message", ({ data }) => {
  error.textContent = data.error ?? "";
  if (data.path) show(data.path);
});
form.addEventListener("input", ask);
form.addEventListener("submit", (event) => event.preventDefault());
ask();

function ask() {
  worker.postMessage({ btc_price: field.valueAsNumber, horizon_epochs: 10 });
}

/** @param {import("../../api/hashpivot.js").Simulation} path */
function show(path) {
  const rows = path.day.map((day, epoch) => {
    const row = document.createElement("tr");
    for (const value of [day, path.hashrate[epoch], path.hashprice[epoch]]) {
      const cell = document.createElement("td");
      cell.textContent = number.format(value);
      row.append(cell);
    }
    return row;
  });
  epochs.replaceChildren(...rows);
}
