import type { Locator, Page } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { beIdle, holdBack, neverIdle } from "./testing/idle.ts";
import { press, RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";
import { turnServerToo } from "./testing/server-clock.ts";

/** Where each step of the list stands, and whether it is open. */
const places = (page: Page): Promise<Record<string, { top: number; open: boolean }>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("[data-step]")].map((card) => [
        card.dataset.step,
        {
          top: Math.round(card.getBoundingClientRect().top),
          open: card.querySelector("h3 > button")?.getAttribute("aria-expanded") === "true",
        },
      ]),
    ),
  );

const heightOf = (card: Locator): Promise<number> => card.evaluate((one) => one.getBoundingClientRect().height);

const steps = [
  { title: "Tell the users", expectedSeconds: 600 },
  { title: "Close the lines", dependsOn: ["1"] },
  { title: "Switch the replication", dependsOn: ["2"] },
];

test.use({ role: "operator" });

test("nothing in sight opens, folds or moves by what others do, until one does something oneself", async ({
  page,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await expect(run.step("1").button("Start step 1")).toBeEnabled();
  const before = await places(page);
  expect(before["1"]?.open).toBe(true);

  const other = api("commander");
  for (const [type, told] of [
    ["step.start", "In progress"],
    ["step.complete", "Completed"],
  ] as const) {
    await other.send(started.id, { type, step: "1" });
    await run.step("1").is(told);
    expect(await places(page)).toEqual(before);
  }
  await run.step("2").is("Ready");
  await expect(run.step("1").card).toContainText(/DoneMei Mori, /);

  // In the way of what stands below nothing comes either: it is told at the foot of the window.
  await other.send(started.id, { type: "step.start", step: "2" });
  await other.send(started.id, { type: "step.fail", step: "2", reason: "It did not answer" });
  await expect(page.getByText("Step 2: failed.")).toBeInViewport();
  expect(await places(page)).toEqual(before);

  await other.send(started.id, { type: "step.retry", step: "2" });
  await run.step("2").press("Complete step 2");
  await expect(run.step("3").head).toHaveAttribute("aria-expanded", "true");
  await expect(run.step("1").head).toHaveAttribute("aria-expanded", "false");
});

test("what others do with the whole run is told where it moves nothing, until one is away", async ({
  page,
  api,
  axe,
}) => {
  const beside = { dependsOn: [] };
  const parts: StepDraft[] = [
    { title: "Cut the link", gate: { kind: "approval" }, ...beside },
    { title: "Tell the users", ...beside },
    { title: "Close the lines", ...beside },
  ];
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), parts);
  const label = runLabel(started.number);
  await api("operator").send(started.id, { type: "gate.request", step: "1" });
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await expect(run.step("2").button("Start step 2")).toBeEnabled();
  const before = await places(page);
  const other = api("commander");
  const band = (words: string) => page.locator("[role=status]:not(.sr-only)").filter({ hasText: words });

  await other.send(started.id, { type: "run.pause", reason: "The storm" });
  await expect(band("Paused: The storm.")).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("heading", { name: "Now Paused" })).toBeVisible();
  expect(await places(page)).toEqual(before);
  await other.send(started.id, { type: "run.resume" });
  await expect(band("Paused")).toHaveCount(0);
  expect(await places(page)).toEqual(before);

  // What stands in the head itself covers what was read already.
  await other.send(started.id, { type: "run.automate", on: true });
  await expect(page.getByText("Automatic.")).toBeInViewport();
  expect(await places(page)).toEqual(before);
  await other.send(started.id, { type: "run.automate", on: false });
  await expect(page.getByText("Automatic.")).toHaveCount(0);
  expect(await places(page)).toEqual(before);

  await other.send(started.id, { type: "gate.break", step: "1", reason: "Nobody else is left", confirmation: label });
  await expect(band("Glass broken for step 1.")).toBeInViewport({ ratio: 1 });
  expect((await places(page))["1"]).toEqual(before["1"]);
  await lookAt(page, "run-glass-broken-meanwhile", { axe, height: 900 });
  await page.setViewportSize({ width: 1_440, height: 900 });

  const { 1: first, 2: second } = await places(page);
  await other.send(started.id, { type: "run.fail", reason: "It cannot go on" });
  await expect(band("Failed: It cannot go on.")).toBeInViewport({ ratio: 1 });
  expect(await places(page)).toMatchObject({ 1: first, 2: second });
  const strip = page.getByRole("heading", { name: "Next", exact: true });
  await expect(strip).toBeVisible();
  await lookAt(page, "run-over-meanwhile", { axe, height: 900 });
  await page.setViewportSize({ width: 1_440, height: 900 });
  await page.clock.fastForward(75_000);
  await expect(strip, "the page is that of a record now").toHaveCount(0);
  await expect(page.getByRole("main").getByText("Failed: It cannot go on.")).toBeInViewport();
  await expect(page.getByRole("list", { name: "Exceptions" })).toContainText("“Nobody else is left”");
});

test("a long list keeps its place while others work above it, and when one comes back", async ({ page, api }) => {
  const many = Array.from({ length: 40 }, (_, i) => ({ title: `Step number ${i + 1}`, dependsOn: [] }));
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await expect(run.step("1").button("Start step 1")).toBeEnabled();
  const { card } = run.step("30");
  await card.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const topOf = () => card.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const before = await topOf();
  for (const step of ["1", "2", "3"]) {
    for (const type of ["step.start", "step.complete"] as const) {
      await api("commander").send(started.id, { type, step });
    }
    await run.step(step).is("Completed");
  }
  await expect(run.step("4").head).toHaveAttribute("aria-expanded", "true");
  await expect.poll(async () => Math.abs((await topOf()) - before)).toBeLessThanOrEqual(1);
  const scrolled = () => page.evaluate(() => Math.round(window.scrollY));
  const place = await scrolled();
  expect(place).toBeGreaterThan(500);
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
  await page.goBack();
  await expect(card).toBeInViewport();
  // An address leads to its step also where the page is open already.
  await page.evaluate(() => {
    location.hash = "#step-12";
  });
  await expect(run.step("12").head).toHaveAttribute("aria-expanded", "true");
  await expect(run.step("12").card).toBeFocused();
});

test("what is worked on stays while the parts of the page come, with what has happened meanwhile", async ({
  page,
  api,
}) => {
  const beside = { dependsOn: [] };
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [beside, beside]);
  await neverIdle(page);
  const run = new RunPage(page);
  await run.open(started);
  const start = run.step("2").button("Start step 2");
  await expect(start).toBeEnabled();
  const other = api("commander");
  await other.send(started.id, { type: "step.start", step: "1" });
  await other.send(started.id, { type: "step.fail", step: "1", reason: "It did not answer" });
  await other.send(started.id, { type: "step.retry", step: "1" });
  await run.step("1").is("In progress");
  await start.focus();
  const topOf = () => start.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const [before, height] = [await topOf(), await heightOf(run.step("1").card)];
  await beIdle(page);
  await run.hasAllParts();
  await expect.poll(() => heightOf(run.step("1").card), "there is more to read in it").toBeGreaterThan(height);
  expect(await topOf()).toBe(before);
});

/** Many notes, of which one is read while others write more. */
async function readsOn(page: Page, api: (role: Role) => Api, toNotes: (run: RunPage) => Promise<void>): Promise<void> {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const write = (text: string) => api("commander").send(started.id, { type: "note.add", text });
  for (let i = 1; i <= 40; i++) await write(`Word ${i}. ${"It goes on. ".repeat(12)}`);
  const arrive = await holdBack(page, "**/timeline");
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await toNotes(run);
  const line = (words: string) => run.side.getByRole("listitem").filter({ hasText: words });
  await expect(line("Word 40.")).toBeVisible();
  await line("Word 25.").evaluate((one) => one.scrollIntoView({ block: "center" }));
  const topOf = () => line("Word 25.").evaluate((one) => Math.round(one.getBoundingClientRect().top));
  await expect(line("Word 40.")).not.toBeInViewport();
  const before = await topOf();
  await expect(run.side).toContainText("The timeline is loading.");
  arrive();
  await expect(run.side).toContainText("added up over the steps, which may overlap.");
  for (const words of ["Late one.", "Later one."]) await write(words);
  const toNew = run.side.getByRole("button", { name: "2 new" });
  await expect(toNew).toBeInViewport({ ratio: 1 });
  expect(await topOf()).toBe(before);
  await toNew.click();
  await expect(line("Later one.")).toBeInViewport();
  await expect(toNew).toHaveCount(0);
}

test("the entry that is read stays while others write, with a way to what is new", async ({ page, api, axe }) => {
  await readsOn(page, api, async () => {});
  expect(await axe(page)).toEqual([]);
});

test("a page that nobody has touched for a while follows the run", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await expect(run.step("1").button("Start step 1")).toBeEnabled();
  await page.clock.fastForward(61_000);
  await expect(run.connection).toHaveAttribute("data-connection", "live");
  for (const type of ["step.start", "step.complete"] as const) {
    await api("commander").send(started.id, { type, step: "1" });
  }
  await expect(run.step("2").head).toHaveAttribute("aria-expanded", "true");
  await expect(run.step("1").head).toHaveAttribute("aria-expanded", "false");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the entry that is read stays, also behind the tab of a phone", async ({ page, api, axe }) => {
    await readsOn(page, api, async () => page.getByRole("button", { name: "Notes", exact: true }).click());
    expect(await axe(page)).toEqual([]);
  });

  test("the step that is shown stays when others are done with it, and a press goes on", async ({ page, api }) => {
    // Its objective is missed while it is looked at.
    const missed = { rtoSeconds: 60, declaredAt: new Date(Date.now() - 40_000).toISOString() };
    const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps, missed);
    await turnServerToo(page);
    await page.clock.install();
    const run = new RunPage(page);
    await run.open(started);
    await run.hasAllParts();
    const foot = page.getByRole("contentinfo");
    await expect(foot.getByRole("button", { name: "Start step 1" })).toBeEnabled();
    const topOf = () => run.step("1").card.evaluate((card) => Math.round(card.getBoundingClientRect().top));
    const before = await topOf();
    const rto = (words: string) => run.head.getByText(words, { exact: true }).filter({ visible: true });
    await expect(rto("RTO left")).toBeVisible();
    await page.clock.fastForward(21_000);
    await expect(rto("Over RTO by")).toBeVisible();
    expect(await topOf()).toBe(before);
    await api("commander").send(started.id, { type: "run.pause", reason: "The storm" });
    await expect(foot.getByText("The run is paused. It has to be resumed first.")).toBeVisible();
    await expect(page.getByText("Paused: The storm.").filter({ visible: true }).first()).toBeVisible();
    expect(await topOf()).toBe(before);
    await api("commander").send(started.id, { type: "run.resume" });
    for (const type of ["step.start", "step.complete"] as const) {
      await api("commander").send(started.id, { type, step: "1" });
    }
    await run.step("1").is("Completed");
    await expect(run.step("1").card).toContainText(/DoneMei Mori, /);
    await expect(foot.getByRole("button", { name: "Start step 2" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^2 Ready/ }), "what else goes on").toBeVisible();
    expect(await topOf()).toBe(before);
    await foot.getByRole("button", { name: "Continue to step 2" }).click();
    await press(foot.getByRole("button", { name: "Start step 2" }));
    await press(foot.getByRole("button", { name: "Complete step 2" }));
    await expect(foot.getByRole("button", { name: "Start step 3" })).toBeVisible();
  });
});
