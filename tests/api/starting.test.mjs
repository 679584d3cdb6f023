// How the module starts in Node.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { load, modules, site } from "./built.mjs";

const address = new URL("api/hashpivot_bg.wasm", site);
const HASHPRICE = "38698.357177";

const works = (api) => assert.equal(api.evaluate().hashprice.hashprice.toFixed(6), HASHPRICE);

test("a call before the start throws an error that says what to do", async () => {
  for (const module of modules) {
    const { default: init, ...functions } = await load(module, "early");
    assert.ok(Object.keys(functions).length >= 4);
    const early = { name: "Error", message: /has not started.*await init\(\)/ };
    const first = functions.evaluate ?? (() => functions.history_to_csv([]));
    for (const [name, call] of Object.entries(functions)) assert.throws(() => call(), early, name);
    const starting = init();
    assert.throws(() => first(), early);
    await starting;
    first();
  }
});

test("it starts without arguments, with bytes, a module, a response, a file's address", async () => {
  const bytes = await readFile(address);
  const type = { headers: { "Content-Type": "application/wasm" } };
  const sources = {
    nothing: undefined,
    bytes,
    buffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    module: await WebAssembly.compile(bytes),
    response: new Response(bytes, type),
    promise: Promise.resolve(new Response(bytes, type)),
    url: address,
    text: String(address),
    data: `data:application/wasm;base64,${bytes.toString("base64")}`,
  };
  for (const [name, source] of Object.entries(sources)) {
    const api = await load("hashpivot", name);
    assert.equal(await api.default(source), undefined, name);
    works(api);
  }
});

test("starting twice is starting once", async () => {
  const api = await load("hashpivot", "twice");
  const first = api.default();
  assert.equal(api.default(), first);
  await first;
  await api.default(new Uint8Array(3));
  works(api);
});

test("a start that failed can be tried again", async () => {
  const api = await load("hashpivot", "again");
  await assert.rejects(api.default(new URL("nothing.wasm", site)), { code: "ENOENT" });
  await assert.rejects(api.default(new Response("gone", { status: 404 })), /404/);
  await assert.rejects(api.default(new Uint8Array(3)), WebAssembly.CompileError);
  await assert.rejects(api.default(8));
  assert.throws(() => api.evaluate(), /has not started/);
  await api.default();
  works(api);
});
