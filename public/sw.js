// Keeps the packs of the runs that this reader has opened, for when neither network nor server answers. While they do, it
// answers nothing: of all requests it takes only the opening of a page and what asks for a pack, and asks the network first.
// No request that changes something ever passes through it. Why it is so: docs/decisions/0036-without-the-network.md

importScripts("/sw-words.js", "/sw-language.js", "/sw-answers.js", "/sw-told.js");
// Under names that those files do not have: what they declare at their top is declared here as well.
const { said, chosenLanguage, answers, told } = self;

/** Raised when what is kept is kept otherwise. A newer worker takes over what the one before it kept. */
const FORMAT = "2";
const ALL_PACKS = `packs-${FORMAT}-`;
/** What a page asks for to open a pack, or to save it: then it names its reader. */
const PACK = /^\/api\/runs\/[^/]+\/pack$/;
/** Where a page that the server could not prepare leads to what is kept. */
const KEPT = /^\/kept-packs\/[^/]+$/;
/** The reader is named last. */
const PACKS_OF_ANY_FORMAT = /^packs-[^-]+-(.+)$/;

const EVERY_MS = 15_000;
const DAY_MS = 86_400_000;
/** After it was last confirmed while the run goes on, or last opened before it starts; after it was paused or ended. */
const KEPT_MS = { open: 7 * DAY_MS, closed: DAY_MS };

self.addEventListener("install", () => self.skipWaiting());
let takenOver = Promise.resolve();
self.addEventListener("activate", (event) => {
  takenOver = takeOver();
  event.waitUntil(takenOver.then(() => self.clients.claim()));
});

/** A page of the run says so when it opens, and upon each event: { label, address, reader }. Every page: { language, reader }. */
self.addEventListener("message", (event) =>
  event.waitUntil("language" in event.data ? meet(event.data) : keepFor(event.data)),
);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") return;
  const isPack = PACK.test(pathname);
  if (request.mode === "navigate" && KEPT.test(pathname)) event.respondWith(openKept(request, pathname));
  else if (request.mode === "navigate" && (isPack || !pathname.startsWith("/api/")))
    event.respondWith(openPage(request, pathname));
  else if (isPack && request.headers.has("x-reader")) event.respondWith(savePack(request, pathname));
  // What every page asks every few seconds: so a pack stays fresh also while its run is not looked at.
  else if (pathname === "/api/runs") event.waitUntil(keepAll());
});

/** What an older worker kept is still the last that is known: only what cannot be read any more is dropped. */
async function takeOver() {
  for (const name of await caches.keys()) {
    const [, reader] = PACKS_OF_ANY_FORMAT.exec(name) ?? [];
    if (name.startsWith(ALL_PACKS)) continue;
    if (reader) await moveAll(await caches.open(name), await caches.open(ALL_PACKS + reader));
    await caches.delete(name);
  }
}

async function moveAll(from, to) {
  for (const key of await from.keys()) {
    const answer = await from.match(key);
    const readable = answer && KEPT_HEADERS.every((header) => answer.headers.has(header));
    if (readable && !(await to.match(key))) await to.put(key, answer);
  }
}

/** Whoever read here before reads here no more. A newer worker's packs of the same reader are left to it. */
async function dropOthers(reader) {
  const names = await caches.keys();
  const others = names.filter((name) => PACKS_OF_ANY_FORMAT.exec(name)?.[1] !== reader);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function meet({ language, reader }) {
  await takenOver;
  await Promise.all([dropOthers(reader), chosenLanguage.remember(language)]);
}

async function keepFor({ label, address, reader }) {
  await takenOver;
  await dropOthers(reader);
  const cache = ALL_PACKS + reader;
  // A page that was opened soon after another is told before the next look what came of the last.
  if (isEarly({ cache, label })) await told.tell({ cache, label, key: keyOf(label) });
  await keep(cache, { label, address, isOpened: true });
}

async function keepAll() {
  await takenOver;
  for (const pack of await allPacks()) {
    if (pack.keptUntil < Date.now()) await drop(pack);
    // Also of a run that is paused or over: it may go on, and this reader may not be allowed any more.
    // It is asked again soon, so it does not wait: a worker that is never idle is not replaced by a newer one for minutes.
    else if (!isEarly(pack) && (await caches.has(pack.cache)))
      await keep(pack.cache, { label: pack.label, address: pack.address, isOpened: false });
  }
}

const checkedAt = new Map();
const waiting = new Set();

const isEarly = ({ cache, label }) => (checkedAt.get(`${cache}/${label}`) ?? 0) + EVERY_MS > Date.now();

/** At most every so often; a change in between is seen by the check that is coming. */
async function keep(name, about) {
  const pack = `${name}/${about.label}`;
  if (waiting.has(pack)) return;
  waiting.add(pack);
  // Opened before it waits: what is dropped meanwhile does not come back.
  const cache = caches.open(name);
  try {
    const early = (checkedAt.get(pack) ?? 0) + EVERY_MS - Date.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  } finally {
    waiting.delete(pack);
  }
  checkedAt.set(pack, Date.now());
  const refreshing = refresh({ name, cache: await cache }, about);
  await told.tellAfter(refreshing, { cache: name, label: about.label, key: keyOf(about.label) });
}

async function refresh({ name, cache }, about) {
  const { label, address } = about;
  const known = await cache.match(keyOf(label));
  const headers = {
    "x-reader": name.slice(ALL_PACKS.length),
    ...(known && { "if-none-match": known.headers.get("etag") }),
  };
  // Not connected: what is known stays, and grows old visibly.
  const answer = await fetch(address, { headers, cache: "no-store" }).catch(() => null);
  // Not what something in between answers, such as its own sign-in page: it knows nothing of who may read the run.
  if (answer === null || !answers.isFromConsole(answer)) return;
  if (answer.status === 304 && known) await put(cache, about, { pack: known, known, answer });
  else if (answer.ok) await putNew(cache, about, { answer, known });
  else if (answer.status === 401) await signedOut({ name, cache }, { label, known, answer });
  // Not allowed any more, or gone.
  else if (answer.status >= 400 && answer.status < 500) await cache.delete(keyOf(label));
}

/** Nothing is read here any more of somebody who was signed out. A night may be longer than a session: that one is no such word. */
async function signedOut({ name, cache }, { label, known, answer }) {
  const { ranOut } = await answer.json().catch(() => ({}));
  if (!ranOut) return void (await caches.delete(name));
  if (!known) return;
  const headers = new Headers(known.headers);
  const until = Number(headers.get("x-confirmed-at")) + DAY_MS;
  headers.set("x-kept-until", String(Math.min(until, Number(headers.get("x-kept-until")))));
  await cache.put(keyOf(label), new Response(await known.text(), { headers }));
}

const keyOf = (label) => `/kept-packs/${label}`;
const isToCome = (status) => status === "draft" || status === "in_progress" || status === "paused";

/** A run that was over when it was first opened is not kept at all. One that is planned may start without the network. */
async function putNew(cache, about, { answer, known }) {
  if (known || isToCome(answer.headers.get("x-run-status"))) await put(cache, about, { pack: answer, known, answer });
}

const KEPT_HEADERS = ["etag", "x-run-status", "x-label", "x-address", "x-confirmed-at", "x-kept-until"];

async function put(cache, { label, address, isOpened }, { pack, known, answer }) {
  const status = pack.headers.get("x-run-status");
  const headers = {
    "content-type": "text/html; charset=utf-8",
    etag: pack.headers.get("etag"),
    "x-run-status": status,
    "x-label": label,
    "x-address": address,
    "x-confirmed-at": String(Date.now()),
    // What the pack says is by the server's clock, so is when it was so; how long ago that was, this browser has measured.
    "x-server-at": String(Date.parse(answer.headers.get("date")) || Date.now()),
    "x-kept-until": String(keptUntil(status, { known, isOpened })),
    "content-disposition": pack.headers.get("content-disposition") ?? `inline; filename="${label}-pack.html"`,
  };
  await cache.put(keyOf(label), new Response(await pack.text(), { headers }));
}

/** What was planned, paused or over when it was last confirmed is not kept longer because it still is. */
function keptUntil(status, { known, isOpened }) {
  const until = Date.now() + (status === "in_progress" || status === "draft" ? KEPT_MS.open : KEPT_MS.closed);
  if (status === "in_progress" || (status === "draft" && isOpened)) return until;
  const wasClosed = known && known.headers.get("x-run-status") !== "in_progress";
  return wasClosed ? Math.min(until, Number(known.headers.get("x-kept-until"))) : until;
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
      serverAt: Number(answer.headers.get("x-server-at") ?? answer.headers.get("x-confirmed-at")),
      keptUntil: Number(answer.headers.get("x-kept-until")),
    }));
  });
  return (await Promise.all(packs)).flat();
}

const readablePacks = async () => (await allPacks()).filter(({ keptUntil }) => keptUntil >= Date.now());

const drop = async ({ cache, label }) => (await caches.open(cache)).delete(keyOf(label));

async function openPage(request, pathname) {
  try {
    const answer = await answers.answerTo(request);
    // A page says itself what failed. A pack that the console cannot make is one that is needed.
    return answers.hasFailed(answer) && PACK.test(pathname) ? ((await openKeptInstead(pathname)) ?? answer) : answer;
  } catch {
    return unconnected(pathname);
  }
}

/** Only to the reader whose pack it is. Also while the console cannot make one, as when its database is away. */
async function savePack(request, pathname) {
  const answer = await answers.answerTo(request).catch(() => null);
  const failed = answer !== null && answers.isFromConsole(answer) && answers.hasFailed(answer);
  if (answer && answers.isFromConsole(answer) && !failed) return answer;
  const name = ALL_PACKS + request.headers.get("x-reader");
  const pack = (await readablePacks()).find((one) => one.cache === name && isAbout(one, pathname));
  if (!pack) return answer ?? Response.error();
  const text = await pack.answer.text();
  const words = said.WORDS[languageOf(text)];
  // Its age is in it for whoever opens the file, and in the headers for the page that saves it.
  const headers = new Headers(pack.answer.headers);
  if (failed) headers.set("x-server-failed", "yes");
  const banner = failed
    ? withBanner(words.readOnly, text, words.savedFailed(said.asOf(words, pack)))
    : withBanner(words.readOnlyAway, text, words.saved(said.asOf(words, pack)));
  return new Response(banner, { headers });
}

/** In place of the browser's or a proxy's own error page: the pack of this run, or which packs there are. */
async function unconnected(pathname) {
  const packs = await readablePacks();
  const pack = packs.find((one) => isAbout(one, pathname));
  if (pack) return asPage(await opened(pack, { connected: false }), 503);
  const kept = await Promise.all(packs.map(async (one) => ({ ...one, text: await one.answer.text() })));
  const words = said.WORDS[await chosenLanguage.known()] ?? said.WORDS[languageOf(kept[0]?.text)];
  return asPage(said.noSuchPack(words, kept), 503);
}

/** The same where the console answered, and could not make the pack. */
async function openKeptInstead(pathname) {
  const pack = (await readablePacks()).find((one) => isAbout(one, pathname));
  return pack && asPage(await opened(pack, { connected: true, failed: true }), 200);
}

/** As it was kept, whether the server answers or not. */
async function openKept(request, pathname) {
  const pack = (await readablePacks()).find((one) => isAbout(one, pathname));
  return pack ? asPage(await opened(pack, { connected: true }), 200) : fetch(request);
}

const asPage = (html, status) =>
  new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      "cache-control": "no-store",
    },
  });

/** A pack is in the language of its reader; where there is none, and none was chosen, the browser's. */
const languageOf = (pack) =>
  (pack === undefined ? /^ja\b/.test(self.navigator.language) : pack.includes('<html lang="ja">')) ? "ja" : "en";

/** A run is opened by its label, its number or its id. */
function isAbout({ label, address }, pathname) {
  const [, reference] = /^(?:\/api\/runs|\/runs|\/kept-packs)\/([^/]+)/.exec(pathname) ?? [];
  if (!reference) return false;
  const number = /^(?:R-)?(\d+)$/i.exec(reference)?.[1];
  return number ? Number(number) === Number(label.slice(2)) : address.startsWith(`/api/runs/${reference}/`);
}

const withBanner = (title, pack, sentence) =>
  pack.replace("<!--offline-->", `<div class="offline" role="alert"><b>${title}</b> ${sentence}</div>`);

async function opened(pack, { connected, failed = false }) {
  const text = await pack.answer.text();
  const words = said.WORDS[languageOf(text)];
  const run = `/runs/${pack.label}`;
  const afterwards = words.afterwards((link) => `<a href="${run}/afterwards">${link}</a>`);
  const again = `<a href="${connected ? run : ""}">${words.again}</a>`;
  const sentence = `${words.thisIs(said.asOf(words, pack))} ${afterwards} ${again}`;
  return connected
    ? withBanner(words.readOnly, text, failed ? `${words.failed} ${sentence}` : sentence)
    : withBanner(words.readOnlyAway, text, `${words.noAnswer} ${sentence}`);
}
