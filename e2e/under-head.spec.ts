import type { Locator } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { Keyboard } from "./testing/keyboard.ts";
import { isOnTop } from "./testing/on-top.ts";
import { RunPage } from "./testing/run-page.ts";

// Below 1440 px the clocks of a run have a row of their own: its head is twice as high there as above that.

const TWO_ROWS = { width: 1_280, height: 800 };

const many = Array.from({ length: 40 }, (_, i) => ({ title: `Step number ${i + 1}`, dependsOn: [] }));

const topOf = (what: Locator): Promise<number> => what.evaluate((one) => Math.round(one.getBoundingClientRect().top));

/** Where what hangs from the head ends. */
const headBottom = ({ head }: RunPage): Promise<number> =>
  head.evaluate((one) =>
    Math.max(...[one, one.lastElementChild ?? one].map((part) => part.getBoundingClientRect().bottom)),
  );

test.use({ viewport: TWO_ROWS });

test("what stands beside the steps stays clear of the head", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await page.evaluate(() => window.scrollTo(0, 600));
  await expect(run.head, "with the line that hangs from it").toContainText(/Now.*Next/);
  expect(await page.evaluate(() => window.scrollY)).toBe(600);
  const { side } = run;
  for (const part of [
    side.getByRole("heading", { name: "Timeline" }),
    side.locator("label").filter({ hasText: "1 h" }),
  ])
    expect(await isOnTop(part), `${part}`).toBe(true);
  expect(await topOf(side)).toBeGreaterThanOrEqual(await headBottom(run));
});

test("the line that stands for the strip is there as soon as nothing of the strip is seen", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const strip = page.getByRole("main").getByRole("heading", { name: /^Now/ }).locator("xpath=../..");
  const bottom = () => strip.evaluate((one) => one.getBoundingClientRect().bottom);
  const head = await headBottom(run);
  await page.evaluate((by) => window.scrollTo(0, by), Math.ceil((await bottom()) - head));
  expect(Math.round((await bottom()) - head)).toBe(0);
  await expect(run.head).toContainText(/Now.*Next/);
});

test("what the keyboard comes back to stays clear of the head", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
  const keyboard = await Keyboard.alone(page);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await run.step("40").head.focus();
  for (let number = 39; number > 0; number--) await keyboard.tabTo(run.step(`${number}`).head, "Shift+Tab");
});

test("what is seen stays where it is when what lies under the head grows", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const { card } = await run.step("1").open();
  const next = run.step("2").head;
  await card.evaluate((one) => window.scrollBy(0, one.getBoundingClientRect().bottom - 150));
  await expect(run.head).toContainText(/Now.*Next/);
  expect(await headBottom(run)).toBeGreaterThan(150);
  const [before, height] = [await topOf(run.step("5").head), (await card.boundingBox())?.height ?? 0];
  await api("operator").send(started.id, { type: "help.ask", step: "1", reason: "Nobody answers there" });
  await expect(card).toContainText("Nobody answers there");
  expect((await card.boundingBox())?.height).toBeGreaterThan(height);
  expect(await topOf(run.step("5").head)).toBe(before);
  await expect(next).toBeVisible();
});

for (const [width, does] of [
  [800, "clear of a head of several lines"],
  [360, "at the top where the head does not stay in sight"],
] as const) {
  test(`what a page is brought to stands ${does}`, async ({ page, api }) => {
    await page.setViewportSize({ width, height: 800 });
    const { id } = await api("commander").publish(many, { title: "Switch the services over. ".repeat(7).trim() });
    await page.goto(`/procedures/${id}`);
    const high = await page.getByRole("banner").evaluate((one) => one.getBoundingClientRect().height);
    expect(high, "more than is taken for granted").toBeGreaterThan(120);
    const step = page.getByText("Step number 9", { exact: true });
    const top = async () => {
      await step.evaluate((one) => one.scrollIntoView({ block: "start" }));
      return topOf(step);
    };
    if (width === 800) await expect.poll(top).toBeGreaterThan(high);
    await expect.poll(top, "no lower than it has to").toBeLessThan((width === 800 ? high : 0) + 60);
  });
}

for (const [where, width, tab] of [
  ["under the steps", 800, null],
  ["behind a tab of a phone", 360, "Notes"],
] as const) {
  test(`the way to what is new stands clear of the head, ${where}`, async ({ page, api }) => {
    await page.setViewportSize({ width, height: 800 });
    const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
    const write = (text: string) => api("commander").send(started.id, { type: "note.add", text });
    for (let i = 1; i <= 30; i++) await write(`Word ${i}. ${"It goes on. ".repeat(12)}`);
    const run = new RunPage(page);
    await run.open(started);
    await run.hasAllParts();
    if (tab) await page.getByRole("contentinfo").getByRole("button", { name: tab }).click();
    const line = (words: string) => run.side.getByRole("listitem").filter({ hasText: words });
    await line("Word 15.").evaluate((one) => one.scrollIntoView({ block: "center" }));
    await expect(line("Word 30.")).not.toBeInViewport();
    await write("Late one.");
    const toNew = run.side.getByRole("button", { name: "1 new" });
    await expect(toNew).toBeInViewport({ ratio: 1 });
    expect(await topOf(toNew)).toBeGreaterThanOrEqual(await headBottom(run));
    expect(await isOnTop(toNew)).toBe(true);
  });
}
