'use strict';

// Serves the client when there is no network. Every file but the first page carries its content's hash in its name, so
// a cached one is never stale; a new build is a new list, hence a new worker and a new cache.
const version = 'VERSION';
const files = [/* FILES */];
const cacheName = 'tianbao-' + version;

self.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(cacheName);
    await cache.addAll(files.map((file) => new Request(file, {cache: 'no-cache'})));
    // Nothing is loaded later than at the start (the core's second part behind its first), so an open page of the old build goes on undisturbed.
    await self.skipWaiting();
  };
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('tianbao-') && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const request = event.request;
  const address = new URL(request.url);
  const folder = new URL('./', self.location).pathname;
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  const path = address.pathname.startsWith(folder) ? address.pathname.slice(folder.length) : null;
  if (path === null || !(path === '' || files.includes(path))) return;
  const answer = async () => {
    const cached = await caches.match(path === '' ? './' : path, {cacheName, ignoreSearch: true});
    return cached || fetch(request);
  };
  event.respondWith(answer());
});
