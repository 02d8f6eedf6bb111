import { readFileSync } from "node:fs";
import type { Page, Request } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { beIdle, neverIdle } from "./testing/idle.ts";
import { textOfPages } from "./testing/pdf-text.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ anew: true });

/** Under the 220 that are promised, so that what grows is noticed before. */
const MOST_KB = 219;
/** Every schema of zod carries it. */
const MARK_OF_ZOD = "._zod";

type Script = { kb: number; name: string; text: string };

async function weigh(request: Request): Promise<Script> {
  const answer = await request.response();
  const { responseBodySize } = await request.sizes();
  return { kb: responseBodySize / 1_000, name: request.url(), text: (await answer?.text()) ?? "" };
}

/** Weighs every script that comes, until it is asked for them: what comes later may find the page closed. */
function weighScripts(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  const take = (request: Request) => {
    if (request.resourceType() === "script") scripts.push(weigh(request));
  };
  page.on("requestfinished", take);
  return () => {
    page.off("requestfinished", take);
    return Promise.all(scripts);
  };
}

/** A run with two steps that are open and wait. */
const aRun = async (api: (role: Role) => Api) =>
  api("commander").smallRun(await api("administrator").practiceSites(), [{ dependsOn: [] }, { dependsOn: [] }]);

const withSchema = (scripts: readonly Script[]): string[] =>
  scripts.filter(({ text }) => text.includes(MARK_OF_ZOD)).map(({ name }) => name);

test("the run page loads little JavaScript first, and no schema", async ({ page, api }) => {
  expect(readFileSync("node_modules/zod/v4/core/core.js", "utf8")).toContain(MARK_OF_ZOD);
  await neverIdle(page);
  const allScripts = weighScripts(page);
  const run = new RunPage(page);
  await run.open(await aRun(api));
  await expect(run.connection).toContainText("live");
  await expect(run.step("1").button("Start step 1")).toBeEnabled();
  const loaded = await allScripts();
  expect(withSchema(loaded)).toEqual([]);
  const kb = loaded.reduce((sum, each) => sum + each.kb, 0);
  console.log(`JavaScript of the first load of the run page: ${kb.toFixed(1)} KB in ${loaded.length} files`);
  expect(loaded.length).toBeGreaterThan(5);
  expect(kb).toBeLessThanOrEqual(MOST_KB);
});

test("what a press calls is there when the network is not, and brings no schema either", async ({ page, api, axe }) => {
  const allScripts = weighScripts(page);
  const onTheWay = new Set<Request>();
  page.on("request", (request) => request.resourceType() === "script" && onTheWay.add(request));
  page.on("requestfinished", (request) => onTheWay.delete(request));
  const run = new RunPage(page);
  await run.open(await aRun(api));
  // What is fetched last is named in what is fetched before.
  for (const _ of ["the page", "its parts", "their parts"]) {
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => idle(null))));
    await expect.poll(() => onTheWay.size).toBe(0);
  }
  expect(withSchema(await allScripts())).toEqual([]);
  await page.route("**/_next/static/**", (route) => route.abort());
  const menu = run.head.getByRole("button", { name: /^More for run/ });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await page.getByRole("button", { name: /, theme and sign-out$/ }).click();
  await expect(page.getByRole("dialog", { name: "You" })).toBeVisible();
  await lookAt(page, "person", { axe, height: 900, only: 1_440 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
});

test("what cannot be fetched says so, and is fetched again", async ({ page, api, axe }) => {
  await neverIdle(page);
  const run = new RunPage(page);
  await run.open(await aRun(api));
  await page.route("**/_next/static/**", (route) => route.abort());
  const menu = run.head.getByRole("button", { name: /^More for run/ });
  await menu.click();
  const alert = page.getByRole("alert").filter({ hasText: "This could not be fetched" });
  await expect(alert).toBeVisible();
  await expect(run.head).toContainText("R-");
  await lookAt(page, "run-part-not-fetched", { axe, height: 900, only: 1_440 });
  await alert.getByRole("button", { name: "Close" }).click();
  // A phone has a button of its own, and at the foot of its window another that must not take the press.
  await page.setViewportSize({ width: 360, height: 740 });
  await menu.click();
  await expect(alert).toBeVisible();
  for (const name of ["Start step 1", "Now 2"]) {
    const { y } = (await page.getByRole("contentinfo").getByRole("button", { name }).boundingBox()) ?? { y: 0 };
    const box = await alert.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), `it stands above ${name}`).toBeLessThanOrEqual(y);
  }
  await lookAt(page, "run-part-not-fetched", { axe, height: 740, only: 360 });
  await page.unroute("**/_next/static/**");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expect(alert).toBeHidden();
  await expect(page.getByText(/could not be fetched/), "trying one again tries all").toHaveCount(0);
  await lookAt(page, "run-menu", { axe, height: 740, only: 360 });
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1_440, height: 900 });
  await menu.click();
  await lookAt(page, "run-menu", { axe, height: 900, only: 1_440 });
});

test("a page whose parts cannot be fetched says so once, and fetches them all again", async ({ page, api, axe }) => {
  await neverIdle(page);
  const run = new RunPage(page);
  await run.open(await aRun(api));
  await page.route("**/_next/static/**", (route) => route.abort());
  await beIdle(page);
  const alert = page.getByRole("alert").filter({ hasText: "Not all of this page could be fetched" });
  await expect(alert).toHaveCount(1);
  // It may stand at the foot of the window, over what is read.
  await expect(alert).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  await expect(page.locator("[inert] button").first()).toBeAttached();
  for (const button of await page.locator("[inert] button").all()) {
    await expect(button, "looks as dead as it is").toHaveCSS("border-style", "dashed");
  }
  await lookAt(page, "run-parts-not-fetched", { axe, height: 900 });
  expect(textOfPages(await page.pdf())[0], "also on paper").toContain("Not the whole checklist");
  await page.unroute("**/_next/static/**");
  // What was still on its way when the network came back fails only now.
  await expect(async () => {
    if (await alert.isVisible()) await alert.getByRole("button", { name: "Try again" }).click({ timeout: 1_000 });
    await expect(page.locator("[inert]")).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await expect(alert).toHaveCount(0);
});

test("who is signed out before all of the page could be fetched is told so, and signs in again", async ({
  openAs,
  api,
}) => {
  const page = await openAs("commander");
  await page.clock.install();
  await neverIdle(page);
  const started = await aRun(api);
  const run = new RunPage(page);
  await run.open(started);
  await expect(run.connection).toContainText("live");
  await page.route("**/_next/static/**", (route) => route.abort());
  await page.context().clearCookies();
  await page.context().setOffline(true);
  await page.clock.fastForward(31_000);
  await expect(page.getByText("Stale. The server does not answer")).toBeVisible();
  await page.context().setOffline(false);
  await page.clock.fastForward(31_000);
  const alert = page.getByRole("alert").filter({ hasText: "Read only until you sign in again." });
  const back = `/sign-in?return=/runs/${runLabel(started.number)}`;
  await expect(alert.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", back);
});

test("no page is asked for before its link is pressed, and what goes on is asked for at once", async ({
  page,
  api,
}) => {
  for (const _ of ["one", "another", "a third"]) await aRun(api);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search));
  await page.goto("/history");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sites" }).hover();
  // The later parts ask once they are there, on a slow machine after a pause that looks like the end.
  for (const several of ["/api/runs/several?ids=", "/api/procedures/several?ids="]) {
    await expect.poll(() => asked).toContainEqual(expect.stringContaining(several));
  }
  await page.waitForLoadState("networkidle");
  expect(asked.filter((address) => address.includes("_rsc="))).toEqual([]);
  const whole = (address: string) => /^\/api\/(runs|procedures)\/[0-9a-f-]{36}$/.test(address);
  // What changes meanwhile may be asked for by itself.
  expect(asked.filter(whole).length).toBeLessThan(3);
});
