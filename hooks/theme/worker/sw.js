// The site without the internet. Installed only when a reader asks for it on the page "Take the course with
// you"; from then on every page comes from the copy, so that what one reads is always of one edition.
//
// The build writes the list of files and hashes before this. A new build has another list: the browser then
// installs a second worker beside this one, which takes over once it has every file, and else is thrown away.
(function () {
  "use strict";

  /**
   * @typedef {{build: string, instead: string, files: Record<string, string>, extra: Record<string, string>}} Course
   */
  const worker = /** @type {ServiceWorkerGlobalScope & {course: Course}} */ (/** @type {unknown} */ (self));
  const course = worker.course;
  const scope = worker.registration.scope;
  const withExtra = new URL(worker.location.href).searchParams.has("extra");
  const wanted = new Map(Object.entries(withExtra ? { ...course.files, ...course.extra } : course.files));

  // Another centre's site may stand on the same host, in another folder.
  const ours = "ms-course " + new URL(scope).pathname + " ";
  const name = ours + course.build + (withExtra ? " extra" : "");
  // Kept last of all: a copy without it was never finished.
  const whole = scope + "?whole";
  const AT_ONCE = 6;
  const WAITS = [0, 500, 1500];

  worker.addEventListener("install", function (event) { event.waitUntil(save()); });
  worker.addEventListener("activate", function (event) { event.waitUntil(takeOver()); });
  worker.addEventListener("message", function (event) {
    if (event.data === "take over") worker.skipWaiting();
    if (event.data === "forget") event.waitUntil(forget());
  });
  worker.addEventListener("fetch", function (event) {
    const uri = event.request.method === "GET" ? wantedAt(event.request.url) : undefined;
    if (uri !== undefined) event.respondWith(fromCopy(uri, event.request));
    else if (event.request.mode === "navigate") event.respondWith(fetch(event.request).catch(explain));
  });

  /** All files or none. */
  async function save() {
    await clear(async function (cache) { return !await cache.match(whole); });
    const cache = await caches.open(name);
    if (await cache.match(whole)) return;
    const left = Array.from(wanted.keys());
    const all = left.length;
    let done = 0;
    const work = async function () {
      for (let uri = left.pop(); uri !== undefined; uri = left.pop()) {
        await keep(cache, uri);
        tell({ done: ++done, all });
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      await cache.put(whole, new Response(course.build));
    } catch (error) {
      left.length = 0;
      await caches.delete(name);
      await tell({ failed: reason(error) });
      throw error;
    }
  }

  /** A file that did not change comes from an older copy: its hash says so. @param {Cache} cache @param {string} uri */
  async function keep(cache, uri) {
    const address = scope + encodeURI(uri);
    const older = await caches.match(address);
    if (older && await isRight(older.clone(), uri)) return cache.put(address, older);
    let last = /** @type {unknown} */ (null);
    for (const wait of WAITS) {
      await new Promise(function (go) { setTimeout(go, wait); });
      try {
        return await cache.put(address, await fetched(address, uri, wait ? "reload" : "no-cache"));
      } catch (error) {
        if (reason(error) === "full") throw error;
        last = error;
      }
    }
    throw last;
  }

  /**
   * Made anew, because a browser does not take a redirected answer for a page.
   * @param {string} address @param {string} uri @param {RequestCache} how
   */
  async function fetched(address, uri, how) {
    const answer = await fetch(address, { cache: how });
    if (!answer.ok || !await isRight(answer.clone(), uri)) throw new Error("changed");
    const headers = new Headers(answer.headers);
    ["content-encoding", "content-length"].forEach(function (header) { headers.delete(header); });
    return new Response(await answer.arrayBuffer(), { headers });
  }

  /** A page for signing in to a network, or a site that is just being renewed, is not it. @param {Response} answer @param {string} uri */
  async function isRight(answer, uri) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
    const hash = Array.from(digest, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
    return hash.startsWith(wanted.get(uri) || "-");
  }

  /** @param {unknown} error */
  function reason(error) {
    if (!(error instanceof Error)) return "network";
    return error.name === "QuotaExceededError" ? "full" : error.message === "changed" ? "changed" : "network";
  }

  /** @param {{done: number, all: number} | {failed: string} | {forgotten: true}} news */
  async function tell(news) {
    const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
    pages.filter(function (page) { return page.url.startsWith(scope); }).forEach(function (page) { page.postMessage(news); });
  }

  async function takeOver() {
    await clear(async function (_, other) { return other !== name; });
    await worker.clients.claim();
  }

  async function forget() {
    await worker.registration.unregister();
    await clear(async function () { return true; });
    tell({ forgotten: true });
  }

  /** @param {(cache: Cache, name: string) => Promise<boolean>} which of our copies to delete */
  async function clear(which) {
    for (const one of await caches.keys()) {
      if (one.startsWith(ours) && await which(await caches.open(one), one)) await caches.delete(one);
    }
  }

  /** The file that an address stands for, with or without what hosts leave out of it. @param {string} address */
  function wantedAt(address) {
    const path = address.split(/[?#]/)[0];
    if (!path.startsWith(scope)) return undefined;
    const uri = decoded(path.slice(scope.length));
    return [uri, uri + ".html", uri + "index.html"].find(function (one) { return wanted.has(one); });
  }

  /** @param {string} path */
  function decoded(path) {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  /** @param {string} uri @param {Request} request */
  async function fromCopy(uri, request) {
    return await caches.match(scope + encodeURI(uri), { cacheName: name }) || fetch(request);
  }

  function explain() {
    return Response.redirect(scope + course.instead);
  }
})();
