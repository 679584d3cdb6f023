/** A static server for our page, the peers' pages and their libraries. */

import http from 'node:http';
import path from 'node:path';
import { readFile } from 'node:fs/promises';

const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const HEADERS = {
  // Each load is a first visit.
  'cache-control': 'no-store',
  // An isolated page has a clock that is right to 5 µs; others have one of 100 µs.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * Serves folders on this machine until `close` is called.
 *
 * @param {Object<string, string>} folders the folder for each beginning of an address, `/dist/`
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve(folders) {
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const mount = Object.keys(folders).find(mount => pathname.startsWith(mount));
    try {
      const file = path.join(folders[mount], pathname.slice(mount.length));
      const body = await readFile(file);
      response.writeHead(200, { ...HEADERS, 'content-type': TYPES[path.extname(file)] ?? 'text/plain' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
