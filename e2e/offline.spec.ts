import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { keptPack } from "./testing/kept-pack.ts";
import { lookAtFile } from "./testing/look-at-file.ts";
import { printsOnBoth } from "./testing/printed.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ serviceWorkers: "allow" });

const steps = [{ title: "Stop the services" }, { title: "Tell the users" }];

/** A page opened as people do, by its address; nothing of the console may be behind it. */
async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test("without the server, a run that was opened before shows its pack, read only and with its age", async ({
  page,
  context,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, steps);
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}`);
  await expect(page.getByText("This browser keeps it up to date.")).toBeVisible();
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  await api("operator").complete(run.id, "1");
  const fresh = { timeout: 60_000, message: "the pack follows the run" };
  await expect.poll(() => keptPack(page, label), fresh).toMatch(/Completed, Jun Kato/);

  await context.setOffline(true);
  const offline = await opened(context, `/runs/${label}`);
  await expect(offline).toHaveTitle(new RegExp(`^LIVE ${label}, run pack`));
  const banner = offline.getByRole("alert");
  await expect(banner).toContainText("Read only: not connected.");
  await expect(banner).toContainText(/it was so \d+\ss before you opened this page, at .* UTC \(.* JST\)/);
  await expect(offline.getByText(/^Completed, Jun Kato/)).toBeVisible();
  await expect(offline.getByRole("button")).toHaveCount(0);
  await lookAtFile(offline, "kept-pack", { axe });

  const elsewhere = await opened(context, "/history");
  await expect(elsewhere.getByRole("heading", { name: "Not connected" })).toBeVisible();
  const { source, destination } = sites;
  await expect(elsewhere.getByRole("listitem")).toHaveText(
    new RegExp(`^LIVE ${label}, ${source.name} → ${destination.name}, An example v1 as it was .* UTC \\(.* JST\\)$`),
  );
  await lookAtFile(elsewhere, "not-connected", { axe });
  await elsewhere.getByRole("link", { name: label }).click();
  await expect(elsewhere.getByRole("alert")).toContainText("Read only: not connected.");
  const changing = page.evaluate(() => fetch("/api/session", { method: "DELETE" }).then(() => "sent"));
  await expect(changing).rejects.toThrow("Failed to fetch");

  await context.setOffline(false);
  await offline.getByRole("link", { name: "Try again" }).click();
  await expect(offline.getByRole("button", { name: "Start step 2" }).first()).toBeVisible();

  // What a proxy answers for a console that is gone.
  await context.route(`**/runs/${label}`, (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await offline.reload();
  await expect(banner).toContainText("Read only: not connected. The server does not answer.");
});

test("without the server, the pack is saved as this browser kept it, says its age, and is given to no other reader", async ({
  page,
  context,
  browser,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(started.number);
  const run = new RunPage(page);
  await run.open(started);
  const save = run.side.getByRole("link", { name: "Save the run pack" });
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  const saving = () => Promise.all([page.waitForEvent("download"), save.click()]);
  const [fresh] = await saving();
  await expect(run.side.getByText("Saved.", { exact: true })).toBeVisible();

  const packs = "**/api/runs/*/pack?*";
  const unable = { status: 500, headers: { "x-answered-by": "console" } };
  for (const [answer, told] of [
    [{ status: 504, body: "Gateway timeout" }, "Saved: what"],
    [unable, "The server could not make the run pack. Saved: what"],
  ] as const) {
    await context.route(packs, (route) => route.fulfill(answer));
    await saving();
    await expect(run.side.getByText(`${told} this browser kept of ${label}, as it was`)).toHaveText(
      new RegExp(`^${told}`),
    );
    if (answer !== unable) await context.unroute(packs);
  }
  const failing = await opened(
    context,
    (await run.side.getByRole("link", { name: "Open it to print" }).getAttribute("href")) ?? "",
  );
  await expect(failing.getByRole("alert")).toHaveText(
    /^Read only\. The server could not make the run pack\. This is what/,
  );
  await failing.close();
  await context.unroute(packs);
  await saving();
  await expect(run.side.getByText("Saved.", { exact: true })).toBeVisible();

  await context.setOffline(true);
  const [file] = await saving();
  await expect(run.side.getByText(`this browser kept of ${label}, as it was`)).toHaveText(
    / as it was \d+\s(s|min) ago\.$/,
  );
  expect(file.suggestedFilename()).toMatch(new RegExp(`^LIVE-${label}-pack-.*Z\\.html$`));
  const kept = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(kept);
  const text = readFileSync(kept, "utf8");
  expect(text).not.toMatch(/<script|\ssrc="|\shref="(?!tel:)/);
  expect(readFileSync(await fresh.path(), "utf8"), "what the server gave is not old").not.toContain('class="offline"');
  const fromDisk = await browser.newPage();
  await fromDisk.goto(pathToFileURL(kept).href);
  await expect(fromDisk).toHaveTitle(new RegExp(`^LIVE ${label}, run pack`));
  await expect(fromDisk.getByRole("alert")).toContainText(/it was so \d+\s(s|min) before, at .* UTC \(.* JST\)/);
  await fromDisk.close();

  const [print] = await Promise.all([
    context.waitForEvent("page"),
    run.side.getByRole("link", { name: "Open it to print" }).click(),
  ]);
  await expect(print.getByRole("alert")).toContainText(/it was so \d+\s(s|min) before you opened this page/);

  await page.evaluate(giveToAnother);
  const [ofPage] = await saving();
  await expect(run.side.getByText(`Saved: what this page knows of ${label}, as it was`)).toBeVisible();
  expect(readFileSync(await ofPage.path(), "utf8")).toContain("The server did not answer when this was saved.");
});

/** In the page: as if what is kept were of another reader. */
async function giveToAnother(): Promise<void> {
  const [name = ""] = await caches.keys();
  const [mine, other] = [await caches.open(name), await caches.open(name.replace(/[^-]+$/, "another"))];
  for (const key of await mine.keys()) {
    const pack = await mine.match(key);
    if (pack) await other.put(key, pack);
  }
  await caches.delete(name);
}

test("signing out takes the kept packs with it, and what was visited", async ({ page, context, api, accounts }) => {
  // A session of its own: the others go on.
  await context.clearCookies();
  await page.goto("/sign-in");
  await signInByForm(page, accounts.operator);
  await expect(page).toHaveURL(/\/$/);
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  const visits = () => page.evaluate(() => localStorage.getItem("visits"));
  expect(await visits()).toContain(`/runs/${label}`);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await visits()).toBeNull();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("who opens a run next in the same browser has the packs of nobody else", async ({
  page,
  context,
  api,
  accounts,
}) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  const before = await page.evaluate(() => caches.keys());
  // The page asks for a fresh pack, and that waits its time.
  await api("operator").complete(run.id, "1");
  await expect(page.locator('[data-step="1"]')).toHaveAttribute("data-state", "completed");
  await context.addCookies([{ ...accounts.operator.cookie, url: BASE_URL }]);
  await page.goto(`/runs/${label}`);
  // Said by a part of the page that is fetched when the browser is idle.
  await expect.poll(() => page.evaluate(() => caches.keys())).not.toEqual(before);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
});

const WIDTHS = [1_440, 1_024, 720, 360];

/** How high the head is, where the steps begin, and where a phone has its tabs, at each width of the window. */
async function places({ page, head }: RunPage): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => window.scrollTo(0, 0));
    const tabs = page.getByRole("contentinfo").getByRole("navigation");
    found[width] = {
      head: (await head.boundingBox())?.height,
      steps: await Promise.all(["1", "2"].map(async (step) => (await boxOf(page, step))?.y)),
      tabs: (await tabs.isVisible()) && (await tabs.boundingBox())?.y,
    };
  }
  return found;
}

const boxOf = (page: Page, step: string) => page.locator(`[data-step="${step}"]`).boundingBox();

test("an open page keeps the last state with its age, is read only, and comes back without loss", async ({
  page,
  context,
  api,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(started.number);
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  // What is fetched when the browser is idle has to be there before the network is not.
  await expect(page.locator("main [inert]")).toHaveCount(0);
  await expect(run.side.getByLabel("Add a note to this run")).toBeVisible();
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  const big = page.getByRole("contentinfo").getByRole("button", { name: "Start step 1" });
  const phone = { width: 360, height: 780 };
  await page.setViewportSize(phone);
  const wide = (await big.boundingBox())?.width;
  expect(wide).toBeGreaterThan(200);
  await page.setViewportSize({ width: 1_440, height: 900 });
  const before = await places(run);
  await context.setOffline(true);
  await page.clock.fastForward(23_500);
  await expect(run.connection).toHaveText(/^reconnecting, \d[\w\s]* old$/);
  expect(await places(run), "nothing moves when the connection is lost").toEqual(before);
  await page.clock.fastForward(6_000);
  await expect(run.connection).toHaveText(/^stale, \d[\w\s]* old$/);
  expect(await places(run), "nothing moves when the page becomes stale").toEqual(before);
  await page.setViewportSize({ width: 1_440, height: 900 });
  await expect(page.getByText("Stale. The server does not answer")).toBeVisible();
  await expect(run.step("1").button("Start step 1")).toBeDisabled();
  await expect(run.step("1").card).toContainText("Read only: the server does not answer.");
  const stated = /The server did not answer when this was printed\. What stands here may have changed since \d/;
  await printsOnBoth(page, "live-run-page", {
    each: [new RegExp(`LIVE ${label}`)],
    whole: [stated, /Tell the users/],
  });
  await page.setViewportSize(phone);
  expect((await big.boundingBox())?.width, "the big button of a phone is as wide when it is blocked").toBe(wide);
  const stale = page.getByRole("alert").filter({ hasText: "Stale." });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    stale.getByRole("button", { name: "Save the run pack" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^LIVE-${label}-pack-.*Z\\.html$`));
  await expect(stale).toContainText(`Saved: what this browser kept of ${label}, as it was`);
  await lookAt(page, "run-stale-saved", { axe, height: 900 });
  await page.setViewportSize({ width: 1_440, height: 900 });

  await api("operator").complete(started.id, "1");
  await context.setOffline(false);
  await page.clock.fastForward(6_000);
  await expect(run.connection).toHaveText("live");
  await expect(page.getByRole("status").filter({ hasText: "The server answers again." })).toBeAttached();
  await run.step("1").is("Completed");
  await run.step("2").doByHand();
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();
});

test("who goes back to a run without the network reads how old it is, and presses nothing", async ({
  page,
  context,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await expect(run.connection).toHaveText("live");
  await expect(run.step("1").button("Start step 1")).toBeEnabled();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await context.setOffline(true);
  await page.clock.fastForward(5 * 60_000);
  await page.goBack();
  await expect(run.connection).toHaveText(/^stale, 5\smin.* old$/);
  await expect(run.step("1").button("Start step 1")).toBeDisabled();
  await context.setOffline(false);
  await page.clock.fastForward(10_000);
  await expect(run.connection).toHaveText("live");
  await expect(run.step("1").button("Start step 1")).toBeEnabled();
});
