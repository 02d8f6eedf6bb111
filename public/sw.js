// Keeps the packs of the runs that this reader has opened, for when neither network nor server answers. While they do, it
// answers nothing: of all requests it takes only the opening of a page, and asks the network first. No request that
// changes something ever passes through it. Why it is so: docs/decisions/0036-without-the-network.md

/** Raised with every change of what is kept or how: the caches of other versions are dropped. */
const VERSION = "1";
const ALL_PACKS = `packs-${VERSION}-`;

const EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 10_000;
const DAY_MS = 86_400_000;
/** After it was last confirmed, while the run goes on; after it was paused or ended. */
const KEPT_MS = { open: 7 * DAY_MS, closed: DAY_MS };

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(dropCachesBut(ALL_PACKS).then(() => self.clients.claim())),
);

/** A page of the run says so when it opens, and upon each event: { label, address, reader }. */
self.addEventListener("message", (event) => event.waitUntil(keepFor(event.data)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") return;
  if (request.mode === "navigate" && !pathname.startsWith("/api/")) event.respondWith(openPage(request, pathname));
  // What every page asks every few seconds: so a pack stays fresh also while its run is not looked at.
  else if (pathname === "/api/runs") event.waitUntil(keepAll());
});

async function dropCachesBut(beginning) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => !name.startsWith(beginning)).map((name) => caches.delete(name)));
}

async function keepFor({ label, address, reader }) {
  // Whoever read here before reads here no more.
  await dropCachesBut(ALL_PACKS + reader);
  await keep(ALL_PACKS + reader, label, address);
}

async function keepAll() {
  for (const pack of await allPacks()) {
    if (pack.keptUntil < Date.now()) await drop(pack);
    else if (pack.status === "in_progress" && (await caches.has(pack.cache)))
      await keep(pack.cache, pack.label, pack.address);
  }
}

const checkedAt = new Map();
const waiting = new Set();

/** At most every so often; a change in between is seen by the check that is coming. */
async function keep(name, label, address) {
  const pack = `${name}/${label}`;
  if (waiting.has(pack)) return;
  waiting.add(pack);
  // Opened before it waits: what is dropped meanwhile does not come back.
  const opened = caches.open(name);
  try {
    const early = (checkedAt.get(pack) ?? 0) + EVERY_MS - Date.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  } finally {
    waiting.delete(pack);
  }
  checkedAt.set(pack, Date.now());
  await refresh(await opened, label, address);
}

async function refresh(cache, label, address) {
  const known = await cache.match(keyOf(label));
  const headers = known ? { "if-none-match": known.headers.get("etag") } : {};
  let answer;
  try {
    answer = await fetch(address, { headers, cache: "no-store" });
  } catch {
    return; // Not connected: what is known stays, and grows old visibly.
  }
  if (answer.status === 304 && known) await put(cache, { label, address }, known);
  // Not what something in between answers, such as its own sign-in page.
  else if (answer.ok && answer.headers.has("x-run-status")) await putNew(cache, { label, address }, { answer, known });
  // Signed out, not allowed any more, or gone.
  else if (answer.status >= 400 && answer.status < 500) await cache.delete(keyOf(label));
}

const keyOf = (label) => `/kept-packs/${label}`;
const isGoingOn = (status) => status === "in_progress" || status === "paused";

/** A run that was over when it was first opened is not kept at all. */
async function putNew(cache, about, { answer, known }) {
  if (known || isGoingOn(answer.headers.get("x-run-status"))) await put(cache, about, answer);
}

async function put(cache, { label, address }, pack) {
  const status = pack.headers.get("x-run-status");
  const until = status === "in_progress" ? Date.now() + KEPT_MS.open : Date.now() + KEPT_MS.closed;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    etag: pack.headers.get("etag"),
    "x-run-status": status,
    "x-label": label,
    "x-address": address,
    "x-confirmed-at": String(Date.now()),
    "x-kept-until": String(until),
  };
  await cache.put(keyOf(label), new Response(await pack.text(), { headers }));
}

async function allPacks() {
  const names = (await caches.keys()).filter((name) => name.startsWith(ALL_PACKS));
  const packs = names.map(async (name) => {
    const cache = await caches.open(name);
    const answers = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
    return answers.filter(Boolean).map((answer) => ({
      cache: name,
      answer,
      label: answer.headers.get("x-label"),
      address: answer.headers.get("x-address"),
      status: answer.headers.get("x-run-status"),
      confirmedAt: Number(answer.headers.get("x-confirmed-at")),
      keptUntil: Number(answer.headers.get("x-kept-until")),
    }));
  });
  return (await Promise.all(packs)).flat();
}

const drop = async ({ cache, label }) => (await caches.open(cache)).delete(keyOf(label));

async function openPage(request, pathname) {
  try {
    return await Promise.race([fetch(request), afterLong()]);
  } catch {
    return unconnected(pathname);
  }
}

const afterLong = () =>
  new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), ANSWER_WITHIN_MS));

/** In place of the browser's own error page: the pack of this run, or which packs there are. */
async function unconnected(pathname) {
  const packs = (await allPacks()).filter(({ keptUntil }) => keptUntil >= Date.now());
  const pack = packs.find((one) => isAbout(one, pathname));
  const html = pack ? (await pack.answer.text()).replace("<!--offline-->", banner(pack)) : noSuchPack(packs);
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      "cache-control": "no-store",
    },
  });
}

/** A run is opened by its label, its number or its id. */
function isAbout({ label, address }, pathname) {
  const [, reference] = /^\/runs\/([^/]+)/.exec(pathname) ?? [];
  if (!reference) return false;
  const number = /^(?:R-)?(\d+)$/i.exec(reference)?.[1];
  return number ? Number(number) === Number(label.slice(2)) : address.startsWith(`/api/runs/${reference}/`);
}

function banner({ label, confirmedAt }) {
  const at = `${new Date(confirmedAt).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  return `<aside class="offline" role="alert"><b>Read only: not connected.</b> The server does not answer. This is what this
browser kept of ${label}: it was so ${age(Date.now() - confirmedAt)} before you opened this page, at ${at}, and may have changed since. What is done
meanwhile is <a href="/runs/${label}/afterwards">entered afterwards</a>. <a href="">Try again</a></aside>`;
}

function age(ms) {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3_600)} h`;
}

const noSuchPack = (packs) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not connected</title>
<style>:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:40em;margin:10vh auto;padding:0 16px}</style>
</head><body><main><h1>Not connected</h1><p>The server does not answer, and this page is not kept in this browser. <a href="">Try again</a></p>
${packs.length > 0 ? `<p>Kept here, to read:</p><ul>${packs.map(({ label, confirmedAt }) => `<li><a href="/runs/${label}">${label}</a>, as it was ${age(Date.now() - confirmedAt)} ago</li>`).join("")}</ul>` : "<p>No run pack is kept here: a run that you open while you are connected is.</p>"}
</main></body></html>`;
