/**
 * Keeps the page at hand: answers for its own files from a cache, so that it opens without a network.
 *
 * `cargo xtask finish` fills in which files those are and a name for this build's set of them. Every
 * other request goes its usual way, as if this were not here.
 */

/** The page's own files, seen from here, each with the digest of its content. */
const FILES = {{files}};

/** Other copies of the page on the same host have caches of their own. */
const OURS = `hashpivot ${registration.scope} `;
const CACHE = `${OURS}{{name}}`;

/** What the page is asked for by, with the address by which it is kept. */
const KEPT = new Map();
/** Folders asked for without the slash at their end. */
const FOLDERS = new Map();

for (const name of Object.keys(FILES)) {
  const { href } = new URL(name, location.href);
  const folder = href.replace(/\/index\.html$/, '/');
  KEPT.set(href, href);
  KEPT.set(folder, href);
  if (folder !== href) FOLDERS.set(folder.slice(0, -1), folder);
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(removeOldCaches()));
// The reader decides when a new version takes over.
addEventListener('message', (event) => event.data === 'take over' && skipWaiting());
addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const [bare] = url.split(/[?#]/);
  if (method !== 'GET') return;
  if (KEPT.has(bare)) event.respondWith(answer(event.request, KEPT.get(bare)));
  if (FOLDERS.has(bare)) event.respondWith(Response.redirect(url.replace(bare, FOLDERS.get(bare))));
});

/** Keeps all of the files or none. */
async function install() {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(Object.keys(FILES).map((name) => keep(cache, name)));
  } catch (error) {
    await caches.delete(CACHE).catch(() => {});
    throw error;
  }
}

async function keep(cache, name) {
  // A name that carries a digest never stands for anything else.
  const mode = /-[0-9a-f]{10}\.\w+$/.test(name) ? 'default' : 'no-cache';
  const address = new URL(name, location.href).href;
  const response = await fetch(address, { cache: mode, integrity: FILES[name] });
  if (!response.ok) throw new Error(`${address}: HTTP status ${response.status}`);
  // Browsers refuse a page that was redirected on its way into the cache.
  await cache.put(address, response.redirected ? new Response(response.body, response) : response);
}

async function removeOldCaches() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** From the cache, unless the page wants to get past it and the network lets it. */
async function answer(request, address) {
  const kept = await find(address);
  const isPast = request.mode !== 'navigate' && /^(reload|no-store)$/.test(request.cache);
  if (kept && !isPast) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** What is kept at an address; nothing where the browser took its storage back. */
async function find(address) {
  try {
    return await (await caches.open(CACHE)).match(address);
  } catch (_) {
    return undefined;
  }
}
