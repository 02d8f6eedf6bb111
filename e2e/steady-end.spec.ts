import type { Page } from "@playwright/test";
import type { Command } from "#lib/domain/run/command.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test.use({ role: "operator" });

/** What holds a place does so with the frame after the change. */
const untilDrawn = (page: Page) =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

for (const { where, viewport } of [
  { where: "at a desk", viewport: { width: 1_440, height: 900 } },
  { where: "on a phone", viewport: { width: 360, height: 740 } },
]) {
  test(`what is read under the end of a card stays while others are done with that, ${where}`, async ({
    page,
    api,
  }) => {
    await page.setViewportSize(viewport);
    const instructions = "Call the desk and wait until they answer. ".repeat(12);
    const apart = { dependsOn: [], remarks: "As agreed with the users.", instructions };
    const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
      { title: "Tell the users", ...apart },
      { title: "Close the lines", ...apart },
      { title: "Move the address", ...apart },
    ]);
    const run = new RunPage(page);
    await run.open(started);
    await run.hasAllParts();
    if (viewport.width < 768) await page.getByRole("contentinfo").getByRole("button", { name: /^All/ }).click();
    const head = (await run.head.boundingBox())?.height ?? 0;
    const topOf = async (step: string) => {
      await untilDrawn(page);
      return Math.round((await run.step(step).card.boundingBox())?.y ?? Number.NaN);
    };
    await page.evaluate((px) => window.scrollBy(0, px), (await topOf("2")) - head - 60);
    await page.mouse.move(1, 1);
    const before = await topOf("2");
    expect(before - head, "only the end of the first is in sight").toBeLessThan(100);
    const other = api("commander");
    for (const [type, told] of [
      ["step.start", "in_progress"],
      ["step.fail", "failed"],
      ["step.retry", "in_progress"],
      ["step.complete", "completed"],
    ] as const) {
      const reason = type === "step.fail" || type === "step.retry" ? { reason: "It did not answer" } : {};
      await other.send(started.id, { type, step: "1", ...reason } as Command);
      await expect(run.step("1").card).toHaveAttribute("data-state", told);
      expect(await topOf("2"), type).toBe(before);
    }
  });
}

test("a card that became smaller gives its room back when the window becomes wider", async ({ page, api }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const instructions = "Call the desk and wait until they answer. ".repeat(12);
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{ instructions }]);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const kept = () => run.step("1").card.evaluate((card) => (card as HTMLElement).style.minHeight);
  for (const [type, told] of [
    ["step.start", "in_progress"],
    ["step.complete", "completed"],
  ] as const) {
    await api("commander").send(started.id, { type, step: "1" });
    await expect(run.step("1").card).toHaveAttribute("data-state", told);
  }
  await expect.poll(kept, "nothing below it comes up").not.toBe("");
  await page.setViewportSize({ width: 1_440, height: 900 });
  await expect.poll(kept).toBe("");
});

test("a phase that is done folds when the page is left alone, and stands in one line when it comes", async ({
  page,
  api,
}) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const done = page.getByRole("heading", { level: 2, name: "Free the destination" });
  await api("operator").complete(started.id, "1");
  await expect(page.getByRole("button", { name: "Free the destination: fold its steps" })).toBeVisible();
  await expect(run.step("1").head, "not under a hand").toBeVisible();
  await page.clock.fastForward(75_000);
  const line = done.getByRole("button", { expanded: false });
  await expect(line).toContainText("1 of 1 settled");
  await expect(run.step("1").head).toHaveCount(0);
  await page.reload();
  await expect(line).toContainText("1 of 1 settled");
});

test("a link to a step opens its phase for as long as it is read, and keeps none from folding", async ({
  page,
  api,
}) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const done = page.getByRole("heading", { level: 2, name: "Free the destination" });
  const line = done.getByRole("button", { expanded: false });
  const strip = page.locator("main section").filter({ hasText: /^(Now|Next|Waiting)/ });
  await strip.getByRole("link", { name: /step 1$/ }).click();
  await expect(run.step("1").card).toBeFocused();
  await api("operator").complete(started.id, "1");
  await expect(run.step("1").head, "not under a hand").toContainText("Completed");
  await page.clock.fastForward(75_000);
  await expect(line).toContainText("1 of 1 settled");

  await run.side.getByRole("list", { name: "Timeline of the steps" }).getByRole("link").first().click();
  await expect(run.step("1").card).toBeFocused();
  await expect(line).toHaveCount(0);
  await strip.getByRole("link", { name: /step 2$/ }).click();
  await expect(run.step("2").card).toBeFocused();
  await expect(line).toContainText("1 of 1 settled");
});
