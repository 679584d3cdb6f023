// Hashpivot in a worker: simulates what it is sent and answers with the path of the network.

import init, { simulate } from "../../api/hashpivot.js";

const started = init();

self.addEventListener("message", async ({ data: inputs }) => {
  await started;
  try {
    self.postMessage({ path: simulate(inputs) });
  } catch (problem) {
    self.postMessage({ error: problem instanceof Error ? problem.message : String(problem) });
  }
});
