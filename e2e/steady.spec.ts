import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { press, RunPage } from "./run-page.ts";

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

  test("the step that is shown stays when others are done with it, and a press goes on", async ({ page, api }) => {
    const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
    const run = new RunPage(page);
    await run.open(started);
    await run.hasAllParts();
    const foot = page.getByRole("contentinfo");
    await expect(foot.getByRole("button", { name: "Start step 1" })).toBeEnabled();
    for (const type of ["step.start", "step.complete"] as const) {
      await api("commander").send(started.id, { type, step: "1" });
    }
    await run.step("1").is("Completed");
    await expect(run.step("1").card).toContainText(/DoneMei Mori, /);
    await expect(foot.getByRole("button", { name: "Start step 2" })).toHaveCount(0);

    await foot.getByRole("button", { name: "Continue to step 2" }).click();
    await press(foot.getByRole("button", { name: "Start step 2" }));
    await press(foot.getByRole("button", { name: "Complete step 2" }));
    await expect(foot.getByRole("button", { name: "Start step 3" })).toBeVisible();
  });
});
