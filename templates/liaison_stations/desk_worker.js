// Keeps the desk of a station at hand for a morning without a network: the page as it was last seen, and its files.
// Pages are asked of the network first; nothing that is sent passes through here.
const SHELF = "reception-desk";
const DESK = /^\/stations\/\d+\/desk\/$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => Promise.all(event.data.map((url) => shelf.add(url).catch(() => null)))));
});

async function fromNetwork(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) (await caches.open(SHELF)).put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (DESK.test(pathname) || pathname.startsWith("/static/")) event.respondWith(fromNetwork(event.request));
});
