// In a browser: computes what Node computed and says where the two differ first. Stands with
// `sample.js` and `reference.json` beside the folder `api/`.

import * as models from "./api/hashpivot.js";
import * as tables from "./api/tables.js";
import { difference, results, text } from "./sample.js";

const api = { ...models, ...tables };

try {
  await Promise.all([models.default(), tables.default()]);
  const samples = await (await fetch("reference.json")).json();
  const all = samples.map((sample) => sample.inputs);
  document.documentElement.dataset.outcome = compare(samples, all);
} catch (error) {
  document.documentElement.dataset.outcome = String(error);
}

function compare(samples, all) {
  for (const [index, sample] of samples.entries()) {
    const here = results(api, all, index);
    if (text(here) !== text(sample.results)) {
      const inputs = text(sample.inputs);
      return `input ${index}, ${difference(here, sample.results)}, for ${inputs}`;
    }
  }
  return `${samples.length} agree`;
}
