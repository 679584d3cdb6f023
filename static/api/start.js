// How a module of the JavaScript API starts: loads the WebAssembly that stands beside it, in a page,
// a worker or Node, and guards its functions until then.

/**
 * `start` is what wasm-bindgen makes, `address` where the WebAssembly is. Gives `init`, and `once`,
 * which makes a function that throws before the start.
 */
export function module(start, address) {
  /** The start that is under way or done. */
  let starting;
  let isReady = false;

  async function begin(source = address) {
    await start({ module_or_path: await content(source) });
    isReady = true;
  }

  function init(source) {
    starting ??= begin(source).catch((error) => {
      // What failed may be tried again, a download for example.
      starting = undefined;
      throw error;
    });
    return starting;
  }

  const once = (call) => (...values) => {
    if (!isReady) throw new Error("hashpivot has not started: call `await init()` first");
    return call(...values);
  };

  return { init, once };
}

/** What there is to compile. Node does not fetch files, so there they are read. */
async function content(source) {
  const isAddress = typeof source === "string" || source instanceof URL;
  if (!isAddress) return source;
  if (String(source).startsWith("file:") && globalThis.process?.versions?.node) {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:fs/promises");
    return readFile(new URL(source));
  }
  return fetch(source);
}
