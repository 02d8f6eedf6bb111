import type { BrowserContext, Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { keptPack } from "./testing/kept-pack.ts";

// Without the server, where no run was opened while it was there.

test.use({ serviceWorkers: "allow" });

const steps = [{ title: "Stop the services" }];
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The page of a run, as it is answered without the network. */
async function withoutNetwork(context: BrowserContext, look: (page: Page) => Promise<void>): Promise<void> {
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto("/runs/R-0001");
  await look(page);
  await page.close();
  await context.setOffline(false);
}

const isInCharge = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");

test("with only the overview opened, a run says offline that it is not connected, in the language that was chosen", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await isInCharge(page);
  await expect.poll(() => told(page)).toBe("en");
  await withoutNetwork(context, async (away) => {
    await expect(heading(away)).toHaveText("Not connected");
    await expect(away.getByText("No run pack is kept here")).toBeVisible();
  });
  for (const [locale, words] of [
    ["ja", "接続されていません"],
    ["en", "Not connected"],
  ] as const) {
    await context.addCookies([{ name: "locale", value: locale, url: BASE_URL }]);
    await page.goto("/history");
    await expect.poll(() => told(page)).toBe(locale);
    await withoutNetwork(context, async (away) => {
      await expect(heading(away)).toHaveText(words);
      expect(await away.locator("html").getAttribute("lang")).toBe(locale);
    });
  }
});

test("what is kept goes with whoever signs in next, on any page, and all of it with signing out", async ({
  page,
  context,
  api,
  accounts,
}) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(page, label)).toContain(`LIVE ${label}`);
  await context.clearCookies();
  await page.goto("/sign-in");
  await signInByForm(page, accounts.operator);
  await expect(page).toHaveURL(/\/$/);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.goto("/account");
  const left = () =>
    page.evaluate(async () => [
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ...(await indexedDB.databases()).map(({ name }) => name),
    ]);
  await expect.poll(left).toEqual([`${BASE_URL}/`, "language"]);
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect.poll(left).toEqual([]);
});

test("a worker that takes over from another is told the chosen language by the page that is open", async ({
  page,
  context,
}) => {
  await context.addCookies([{ name: "locale", value: "ja", url: BASE_URL }]);
  await page.goto("/");
  await isInCharge(page);
  await expect.poll(() => told(page)).toBe("ja");
  await told(page, true);
  expect(await told(page)).toBeUndefined();
  await page.evaluate(() => navigator.serviceWorker.dispatchEvent(new Event("controllerchange")));
  await expect.poll(() => told(page)).toBe("ja");
});

const told = (page: Page, forget = false) => page.evaluate(toldLanguage, forget);

/** In the page: what the worker remembers, as public/sw-language.js keeps it. */
function toldLanguage(forget: boolean): Promise<unknown> {
  const opening = indexedDB.open("language", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("chosen");
  return new Promise((resolve, reject) => {
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction("chosen", "readwrite").objectStore("chosen");
      const asked = forget ? store.delete("here") : store.get("here");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      opening.result.close();
    };
  });
}
