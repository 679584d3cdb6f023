// The built package, for the tests in Node.

import { pathToFileURL } from "node:url";

/** The folder of the site, with a slash at its end. */
export const site = pathToFileURL(`${process.env.HASHPIVOT_DIST}/`);

/** The names of the package's modules. */
export const modules = ["hashpivot", "tables"];

/** A module, not started. A `copy` with a name of its own is another one, which starts anew. */
export const load = (module, copy = "") =>
  import(new URL(`api/${module}.js${copy && `?${copy}`}`, site));

/** The functions of all modules, started. */
export async function started() {
  const loaded = await Promise.all(modules.map((name) => load(name)));
  await Promise.all(loaded.map((module) => module.default()));
  const { default: _, ...functions } = Object.assign({}, ...loaded);
  return functions;
}
