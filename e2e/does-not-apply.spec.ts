import { runLabel } from "#lib/domain/run/read-state.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: "commander" });

test("the card of what does not apply says why: a line by its answer, a step that only cleans up after drills by that", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const line = { number: "1.1", title: "The firewall", condition: when("firewalls", "yes") };
  const started = await api("commander").smallRun(
    sites,
    [{ subSteps: [line] }, { title: "Remove the copies", cleanUp: true, inDrill: "run" }],
    { facts: { firewalls: "no" } },
  );
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").open();
  await expect(run.step("1").card).toContainText("The firewall (does not apply, firewalls included: no)");
  await run.step("2").open();
  await expect(run.step("2").card).toContainText("Cleans up after drills only");
  await lookAt(page, "does-not-apply", { axe });
});

test("two runs compared say until when the one is told that goes on", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const over = await api("commander").smallRun(sites, [{}]);
  await api("commander").complete(over.id, "1");
  const going = await api("commander").smallRun(sites, [{}]);
  await page.goto(`/history/compare?a=${runLabel(over.number)}&b=${runLabel(going.number)}`);
  const ended = page
    .getByRole("table", { name: "As a whole" })
    .getByRole("row")
    .filter({ hasText: /^Ended/ });
  await expect(ended).toHaveText(/\d\d:\d\d.*not over, as of .*\d\d:\d\d/);
  await expect(ended.locator("b"), "what differs is bold").toHaveText(/^not over/);
  await lookAt(page, "compare-open", { axe, height: 900 });
});
