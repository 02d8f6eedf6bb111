import type { BrowserContext, Page } from "@playwright/test";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { untilPressesAreHeard } from "./testing/presses-heard.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: "operator" });

/** Writes down what the browser is asked to play and to show, and lets it do so. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const Shown = Notification;
    globalThis.Notification = class extends Shown {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        heard.push(title);
      }
    };
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      heard.push("a sound");
      start.call(this, when);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

const box = (page: Page, name: string) => page.getByRole("checkbox", { name });

/** Nothing can be begun in a run that is paused: what is ready begins to wait anew. */
async function waitsAnew({ page }: RunPage, commander: Api, runId: string): Promise<void> {
  const paused = page.getByText("Paused: Waiting for power").first();
  await commander.send(runId, { type: "run.pause", reason: "Waiting for power" });
  await expect(paused).toBeVisible();
  await commander.send(runId, { type: "run.resume" });
  await expect(paused).toBeHidden();
}

/** Again, should the page not have been listening yet. */
async function waitsUntil(heard: () => Promise<string[]>, what: string, again: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await again();
    await expect.poll(heard, { timeout: 2_000 }).toContain(what);
  }).toPass({ timeout: 40_000 });
}

/** Who watches these tabs is called for this run alone, whatever the tests beside this one begin. */
async function onlyOf(context: BrowserContext, id: string): Promise<void> {
  await context.route(/\/api\/runs\?.*over=no/, async (route) => {
    const response = await route.fetch();
    const { runs, next } = (await response.json()) as { runs: RunSummary[]; next: string | null };
    await route.fulfill({ response, json: { runs: runs.filter((run) => run.id === id), next } });
  });
}

const ready = ({ number }: { number: number }) => `LIVE ${runLabel(number)}: step 1 is ready to be started`;

test("who asked for it is called by sound and desktop notification when a step is ready", async ({ page, api }) => {
  await page.context().grantPermissions(["notifications"]);
  const heard = await listen(page);
  await page.goto("/account");
  await box(page, "Play a sound").click();
  await box(page, "Show a desktop notification").click();
  await expect(box(page, "Show a desktop notification")).toBeChecked();
  await expect.poll(heard).toEqual(["This is how it looks"]);

  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
  const run = new RunPage(page);
  await run.open(started);
  await page.mouse.click(5, 5);
  await waitsUntil(heard, ready(started), () => waitsAnew(run, api("commander"), started.id));
  await expect.poll(heard).toContain("a sound");
});

test("who asked for a sound alone gets no notification, and who takes it back hears nothing more", async ({
  page,
  api,
}) => {
  await page.context().grantPermissions(["notifications"]);
  const account = await page.context().newPage();
  await account.goto("/account");
  await untilPressesAreHeard(account);
  await box(account, "Play a sound").click();
  await expect(box(account, "Play a sound")).toBeChecked();
  const heard = await listen(page);
  const run = new RunPage(page);
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const again = () => waitsAnew(run, api("commander"), started.id);
  await run.open(started);
  await page.mouse.click(5, 5);
  await waitsUntil(heard, "a sound", again);
  expect(new Set(await heard())).toEqual(new Set(["a sound"]));

  await box(account, "Play a sound").click();
  await expect(box(account, "Play a sound")).not.toBeChecked();
  const before = await heard();
  for (let i = 0; i < 2; i++) await again();
  expect(await heard()).toEqual(before);
  // What shows that the page was listening all the time.
  await box(account, "Show a desktop notification").click();
  await expect(box(account, "Show a desktop notification")).toBeChecked();
  await waitsUntil(heard, ready(started), again);
  expect((await heard()).slice(before.length)).not.toContain("a sound");
});

test("of two tabs one calls, once for each thing, and one's own press calls in neither", async ({ page, api }) => {
  await page.context().grantPermissions(["notifications"]);
  await page.goto("/account");
  await box(page, "Play a sound").click();
  await box(page, "Show a desktop notification").click();
  await expect(box(page, "Show a desktop notification")).toBeChecked();
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{}, {}, {}]);
  await onlyOf(page.context(), started.id);
  const other = await page.context().newPage();
  const tabs = [page, other];
  const heard = await Promise.all(tabs.map(listen));
  const runs = tabs.map((tab) => new RunPage(tab));
  for (const run of runs) {
    await run.open(started);
    await run.page.mouse.click(5, 5);
  }
  const all = async () => (await Promise.all(heard.map((of) => of()))).flat();
  const count = async (what: string) => (await all()).filter((one) => one === what).length;
  const again = async () => {
    await api("commander").send(started.id, { type: "run.pause", reason: "Waiting for power" });
    for (const { page: tab } of runs) await expect(tab.getByText("Paused: Waiting for power").first()).toBeVisible();
    await api("commander").send(started.id, { type: "run.resume" });
    for (const { page: tab } of runs) await expect(tab.getByText("Paused: Waiting for power").first()).toBeHidden();
  };
  const ofRun = async () => (await all()).filter((one) => one.includes(runLabel(started.number)));
  const twoNotesForEach = async () => {
    const notesTooMany = async () => (await count("a sound")) - 2 * ((await all()).length - (await count("a sound")));
    await expect.poll(notesTooMany, "two notes for each notification").toBe(0);
  };
  await waitsUntil(all, ready(started), again);
  await twoNotesForEach();
  // From now on every tab listens; what one of them was late with would be heard with the next.
  for (let times = 0; times < 3; times++) {
    const before = await count(ready(started));
    await again();
    await expect.poll(() => count(ready(started))).toBe(before + 1);
    await twoNotesForEach();
  }
  const before = await ofRun();
  const [mine] = runs;
  await page.bringToFront();
  await mine?.step("1").press("Start step 1");
  await mine?.step("1").press("Complete step 1");
  for (const run of runs) await run.step("2").is("Ready");
  // What shows that both would have been heard by now.
  await api("commander").complete(started.id, "2");
  const third = `LIVE ${runLabel(started.number)}: step 3 is ready to be started`;
  await expect.poll(() => count(third)).toBe(1);
  await twoNotesForEach();
  expect((await ofRun()).toSorted(), "not step 2, which was one's own").toEqual([...before, third].toSorted());
  await page.context().unrouteAll({ behavior: "ignoreErrors" });
});

test("a browser that refuses says so, and calls nobody", async ({ page, axe }) => {
  await page.goto("/account");
  await box(page, "Show a desktop notification").click();
  await expect(page.getByText("This browser refuses notifications from this address.")).toBeVisible();
  await expect(box(page, "Show a desktop notification")).not.toBeChecked();
  await expect(box(page, "Play a sound")).not.toBeChecked();
  await lookAt(page, "account-no-notices", { axe });
});
