import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

const DAY_MS = 86_400_000;

test("a time is told with its date as soon as it is of another day", async ({ page, context, api }) => {
  const sites = await api("administrator").practiceSites();
  const subSteps = [{ number: "2.1", title: "By mail" }];
  const started = await api("commander").smallRun(sites, [{}, { subSteps }], { rtoSeconds: 3_600 });
  await api("operator").complete(started.id, "1");
  await api("operator").begin(started.id, "2");
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.step("2").tick("2.1");
  const { head } = run.step("1");
  const line = run.step("2").card.getByRole("checkbox");
  const events = run.side.locator("[data-event]");
  await expect(head).toContainText(/Jun Kato, \d\d:\d\d to \d\d:\d\d JST/);
  await expect(line).toContainText(/Mei Mori, \d\d:\d\d JST \(\d\d:\d\d UTC\)/);
  await expect(events.filter({ hasText: "2.1" })).toHaveText(/^\d\d:\d\d\d\d:\d\d/);

  // The server cannot say that it is still today.
  await context.setOffline(true);
  await page.clock.fastForward(DAY_MS);
  await expect(head).toContainText(/Jun Kato, \d+ [\w ]+, \d\d:\d\d to \d\d:\d\d JST/);
  await expect(line).toContainText(/Mei Mori, \d+ [\w ]+, \d\d:\d\d JST \((\d+ [\w ]+, )?\d\d:\d\d UTC\)/);
  const bar = run.side.getByRole("link", { name: /^1 .*People worked \d+ [\w ]+, \d\d:\d\d to \d\d:\d\d JST \(/ });
  await expect(bar, "also in the timeline").toBeAttached();
  await expect(events.first()).toHaveText(/^\d+ \w{3} \d{4}\d\d:\d\d\d\d:\d\d/);
  await expect(events.filter({ hasText: /^\d+ \w{3} \d{4}/ }), "a day is told once").toHaveCount(1);
  await page.setViewportSize({ width: 360, height: 780 });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBe(0);
});
