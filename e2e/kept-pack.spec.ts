import type { Page } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { hurryWorker, keptPack, serveWorker } from "./testing/kept-pack.ts";

test.use({ serviceWorkers: "allow" });

const DAY_MS = 86_400_000;
const steps = [{ title: "Stop the services" }, { title: "Tell the users" }];
/** The worker asks for a pack at most every 15 s. */
const asked = { timeout: 40_000 };

/** What the page has asked of the worker that is active: its format, by the caches there are. */
const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

test("an older worker is replaced while the page is open, and what it kept is still there without the server", async ({
  page,
  context,
  api,
}) => {
  const serveNewest = await serveWorker(context, /const FORMAT = "\d+"/, 'const FORMAT = "0"');
  const run = await runOf(api);
  const label = runLabel(run.number);
  await page.clock.install();
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  expect(await cacheNames(page)).toEqual([expect.stringMatching(/^packs-0-/)]);
  await page.evaluate(keepAnother, [label, "R-9999"] as const);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));

  await serveNewest();
  await page.clock.fastForward(600_000);
  await expect
    .poll(() => page.evaluate(packsOfNewest), asked)
    .toEqual([`/kept-packs/${label}`, "/kept-packs/R-9999"].sort());
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);

  await api("operator").complete(run.id, "1");
  await expect.poll(() => keptPack(page, label), asked).toMatch(/Completed, Jun Kato/);
  await context.setOffline(true);
  const offline = await context.newPage();
  await offline.goto(`/runs/${label}`);
  await expect(offline).toHaveTitle(new RegExp(`^LIVE ${label}, run pack`));
  await expect(offline.getByRole("alert")).toContainText("Read only: not connected.");
});

test("where this browser has no room, the page does not say that the run is kept, and says so once there is some", async ({
  page,
  context,
  api,
}) => {
  const noLonger = await hurryWorker(context);
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(run.number);
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    navigator.serviceWorker.addEventListener("message", ({ data }) => told.push(data));
  });
  await page.goto("/help");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await noLonger();
  const browser = await context.newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin: BASE_URL, quotaSize: 2_000 });
  await page.goto(`/runs/${label}`);
  const isKept = page.getByText("This browser keeps it up to date.");
  const isNot = page.getByText("This browser does not keep a copy by itself: save one.");
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: unknown[] }).told))
    .toContainEqual({ label, kept: false });
  await expect(isNot).toBeVisible();
  await expect(isKept).toHaveCount(0);
  expect(await keptPack(page, label)).toBe("");

  await browser.send("Storage.overrideQuotaForOrigin", { origin: BASE_URL });
  await api("operator").complete(run.id, "1");
  await expect(isKept).toBeVisible();
  expect(await keptPack(page, label)).toMatch(/Completed, Jun Kato/);

  await browser.send("Storage.overrideQuotaForOrigin", { origin: BASE_URL, quotaSize: 2_000 });
  await api("operator").complete(run.id, "2");
  await expect(isNot, "what is kept grows old").toBeVisible();
});

test("where this computer's clock is wrong, what is kept tells when it was so by the server's, and its age is right", async ({
  page,
  context,
  api,
}) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(run.number);
  const fast = `const now = Date.now; Date.now = () => now() + 7_200_000; importScripts("/sw-words.js"`;
  const served = await serveWorker(context, 'importScripts("/sw-words.js"', fast);
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  await served();
  await context.setOffline(true);
  const offline = await context.newPage();
  await offline.goto(`/runs/${label}`);
  const banner = offline.getByRole("alert");
  await expect(banner).toContainText(/it was so \d+\ss before you opened this page, at \d/);
  const [, at = ""] = /, at (\S+ \S+) UTC/.exec((await banner.textContent()) ?? "") ?? [];
  expect(Math.abs(Date.parse(`${at}Z`) - Date.now())).toBeLessThan(60_000);
});

test("a pack whose time is over is not shown, and is dropped; that of a paused run gets no more time", async ({
  page,
  context,
  api,
}) => {
  const noLonger = await hurryWorker(context);
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  await api("commander").send(run.id, { type: "run.pause", reason: "We wait for the night" });
  await expect.poll(() => keptPack(page, label)).toContain("We wait for the night");
  const until = await keptUntil(page, label);
  const day = Date.now() + 86_400_000;
  expect(until).toBeGreaterThan(day - 60_000);
  expect(until).toBeLessThanOrEqual(day);
  const confirmed = await keptHeader(page, label, "x-confirmed-at");
  await expect.poll(() => keptHeader(page, label, "x-confirmed-at")).not.toBe(confirmed);
  expect(await keptUntil(page, label)).toBe(until);

  // Some proxies say so of everything behind them when it is gone: they know nothing of who may read the run.
  let refused = 0;
  await context.route("**/api/runs/*/pack?*", (route) => {
    refused++;
    return route.fulfill({ status: 404, body: "404 page not found" });
  });
  await expect(async () => {
    await page.evaluate(() => fetch("/api/runs"));
    expect(refused).toBeGreaterThan(1);
  }).toPass();
  expect(await keptPack(page, label)).toContain("We wait for the night");
  await context.unroute("**/api/runs/*/pack?*");

  await page.goto("/help");
  await noLonger();
  await context.setOffline(true);
  const offline = await context.newPage();
  // Again, where the worker was writing down just then what it had heard last.
  await expect(async () => {
    await page.evaluate(endTime, `/kept-packs/${label}`);
    await offline.goto(`/runs/${label}`);
    await expect(offline.getByRole("heading", { name: "Not connected" })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(offline.getByText("We wait for the night")).toHaveCount(0);
  await context.setOffline(false);
  await expect.poll(() => keptPack(page, label)).toBe("");
});

test("a planned run is kept from the evening before, for as long as it was opened not too long ago", async ({
  page,
  context,
  api,
}) => {
  const noLonger = await hurryWorker(context);
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, steps, { start: false });
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  let until = 0;
  // A page that is just being opened may say so twice.
  await expect(async () => {
    until = await keptUntil(page, label);
    const confirmed = await keptHeader(page, label, "x-confirmed-at");
    await expect.poll(() => keptHeader(page, label, "x-confirmed-at")).not.toBe(confirmed);
    expect(await keptUntil(page, label), "one that nobody opens any more goes").toBe(until);
  }).toPass();
  const week = Date.now() + 7 * 86_400_000;
  expect(until).toBeGreaterThan(week - 60_000);
  expect(until).toBeLessThanOrEqual(week);
  await page.reload();
  await expect.poll(() => keptUntil(page, label)).toBeGreaterThan(until);

  await noLonger();
  await context.setOffline(true);
  const offline = await context.newPage();
  await offline.goto(`/runs/${label}`);
  await expect(offline.getByRole("alert")).toContainText("Read only: not connected.");
  await expect(offline.getByRole("heading", { level: 3 })).toHaveCount(steps.length);
});

test("a session whose time is over takes no pack with it: it stays for a day after it was last confirmed", async ({
  page,
  context,
  api,
}) => {
  const noLonger = await hurryWorker(context);
  const { number } = await runOf(api);
  const label = runLabel(number);
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(label);
  const confirmedAt = async () => Number(await keptHeader(page, label, "x-confirmed-at"));
  expect((await keptUntil(page, label)) - (await confirmedAt())).toBeGreaterThan(6 * DAY_MS);
  // As a browser does, once the time of the cookie is over.
  await context.clearCookies();
  await expect.poll(async () => (await keptUntil(page, label)) - (await confirmedAt())).toBe(DAY_MS);
  await noLonger();
  await context.setOffline(true);
  const offline = await context.newPage();
  await offline.goto(`/runs/${label}`);
  await expect(offline.getByRole("alert")).toContainText("Read only: not connected.");
});

test("who is signed out by the server keeps no pack, also none of a paused run", async ({
  page,
  context,
  api,
  accounts,
}) => {
  const noLonger = await hurryWorker(context);
  // A session of its own: the others go on.
  await context.clearCookies();
  const answer = await context.request.post("/api/session", {
    data: { email: accounts.operator.email, password: accounts.operator.password },
  });
  expect(answer.ok()).toBe(true);
  const [paused, open] = [await runOf(api), await runOf(api)];
  await api("commander").send(paused.id, { type: "run.pause", reason: "We wait for the night" });
  for (const { number } of [paused, open]) {
    await page.goto(`/runs/${runLabel(number)}`);
    await expect.poll(() => keptPack(page, runLabel(number))).toContain(runLabel(number));
  }
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ended = await fetch(`${BASE_URL}/api/session`, { method: "DELETE", headers: { cookie, origin: BASE_URL } });
  expect(ended.ok).toBe(true);
  await expect.poll(() => cacheNames(page)).toEqual([]);
  await noLonger();
  await context.setOffline(true);
  const offline = await context.newPage();
  await offline.goto(`/runs/${runLabel(paused.number)}`);
  await expect(offline.getByText("No run pack is kept here")).toBeVisible();
});

/** Each at sites of its own, which a live run holds. */
const runOf = async (api: (role: Role) => Api) =>
  api("commander").smallRun(await api("administrator").practiceSites(), steps);

const keptHeader = (page: Page, label: string, header: string): Promise<string | null | undefined> =>
  page.evaluate(async ([key, name]) => (await caches.match(key))?.headers.get(name), [
    `/kept-packs/${label}`,
    header,
  ] as const);

const keptUntil = async (page: Page, label: string): Promise<number> =>
  Number(await keptHeader(page, label, "x-kept-until"));

/** In the page: a pack of another run beside this one, as if that had been opened, too. */
async function keepAnother([label, other]: readonly [string, string]): Promise<void> {
  const [name = ""] = await caches.keys();
  const cache = await caches.open(name);
  const pack = await cache.match(`/kept-packs/${label}`);
  if (!pack) throw new Error("there is no such pack");
  const headers = new Headers(pack.headers);
  headers.set("x-label", other);
  await cache.put(`/kept-packs/${other}`, new Response(await pack.text(), { headers }));
}

/** In the page: what a worker that is not the older one keeps. */
async function packsOfNewest(): Promise<string[]> {
  const name = (await caches.keys()).find((one) => !one.startsWith("packs-0-"));
  if (name === undefined) return [];
  const requests = await (await caches.open(name)).keys();
  return requests.map(({ url }) => new URL(url).pathname).sort();
}

/** In the page: as if the pack had been kept for longer than it may be. */
async function endTime(key: string): Promise<void> {
  const [name = ""] = await caches.keys();
  const cache = await caches.open(name);
  const pack = await cache.match(key);
  if (!pack) throw new Error("there is no such pack");
  const headers = new Headers(pack.headers);
  headers.set("x-kept-until", String(Date.now() - 1));
  await cache.put(key, new Response(await pack.text(), { headers }));
}
