import type { Locator } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const sleeps = (seconds: number) => ({ action: { argv: ["/bin/sleep", String(seconds)], timeoutSeconds: 60 } });

test("the finish is projected from what steps took before, and never from nothing", async ({ page, api }) => {
  const commander = api("commander");
  const operator = api("operator");
  const sites = await api("administrator").practiceSites();
  const steps = [{ title: "Copy the images", ...sleeps(1) }, { title: "Tell the users" }];
  const first = await commander.smallRun(sites, steps);

  const run = new RunPage(page);
  await run.open(first);
  const projected = run.head.locator("dl > div").filter({ hasText: "Projected finish" });
  await expect(projected).toContainText("no estimate");
  await expect(run.step("1").card).toContainText("no estimate");
  await operator.complete(first.id, "1", "2");
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();

  const newRun = new NewRunPage(page);
  await newRun.open(first.procedureId);
  const expected = newRun.preview.getByRole("region", { name: "Expected duration" });
  await expect(expected).toContainText(
    /Expected to take\s*\d+\ss.*All 2 steps are estimated.*as in one live run.*no RTO set/,
  );
  await page.getByLabel("Recovery time objective").fill("1 h");
  await expect(expected).toContainText(/59\smin to spare/);

  const second = await commander.smallRun(sites, steps, { procedureId: first.procedureId });
  await run.open(second);
  await expect(run.step("1").card).toContainText(/about \d+\ss, as in one live run/);
  await expect(projected).toContainText(
    /(?:[a-z], \d\d:\d\d JST\s*(?:\d+ [\w ]+, )?|(?<![a-z], )\d\d:\d\d JST\s*)\d\d:\d\d UTC, all 2 estimated/,
  );

  await run.open(first);
  await run.step("1").head.click();
  await expect(run.step("1").card, "it is not measured by itself").toContainText("no estimate");
});

test("a finish is at best while people have to decide before what is left, and says how many are not counted", async ({
  page,
  api,
}) => {
  const commander = api("commander");
  const started = await commander.smallRun(
    await api("administrator").practiceSites(),
    [
      { title: "Tell the users", expectedSeconds: 600 },
      { title: "Close the lines", expectedSeconds: 300, gate: { kind: "hold" } },
      { title: "Open the other lines", expectedSeconds: 300, gate: { kind: "poll", of: [] } },
    ],
    { rtoSeconds: 3_600 },
  );
  const newRun = new NewRunPage(page);
  await newRun.open(started.procedureId);
  await expect(newRun.preview.getByRole("region", { name: "Expected duration" })).toContainText(
    /20\smin.*At best: 2 decisions count as no time.*by the procedure/,
  );
  const run = new RunPage(page);
  await run.open(started);
  const figure = (name: string) => run.head.locator("dl > div").filter({ hasText: name });
  await expect(figure("Projected finish, 2 decisions not counted")).toContainText(/UTC, at best, [34]\d\smin to spare/);
  await commander.complete(started.id, "1");
  await commander.send(started.id, { type: "step.release", step: "2" });
  await expect(figure("Projected finish, 1 decision not counted")).toContainText(/at best, \d\d\smin to spare/);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(run.head.locator("p").filter({ hasText: /^Finish/, visible: true })).toHaveText(
    /UTC, 1 decision not counted, \d\d\smin to spare$/,
  );
  await page.setViewportSize({ width: 1_440, height: 900 });
  await commander.complete(started.id, "2");
  await commander.send(started.id, { type: "gate.decide", step: "3", decision: "go" });
  await expect(figure("Projected finish")).not.toContainText(/at best|decision/);
});

/** In a run that was declared four hours ago, by keyboard: an hour of it, back to the first one, and to now again. */
async function movesAnHour({ side }: RunPage, bar: Locator): Promise<void> {
  const place = async () => Math.round((await bar.boundingBox())?.x ?? 0);
  const earlier = side.getByRole("button", { name: "Earlier" });
  const later = side.getByRole("button", { name: "Later" });
  await expect(earlier, "all of it is shown").toBeHidden();
  await side.getByRole("radio", { name: "1 h" }).check();
  await expect(later).toHaveAccessibleDescription("Nothing later has happened or is expected.");
  const atNow = await place();
  for (let half = 0; half < 7; half++) await earlier.press("Enter");
  await expect(earlier).toHaveAttribute("aria-disabled", "true");
  await expect(earlier).toBeFocused();
  expect(await place(), "what is planned for now is hours away").toBeGreaterThan(atNow + 200);
  for (let half = 0; half < 7; half++) await later.press("Enter");
  await expect(later).toHaveAttribute("aria-disabled", "true");
  expect(Math.abs((await place()) - atNow), "it is about now again").toBeLessThan(5);
  await side.getByRole("radio", { name: "Whole" }).check();
}

test("the timeline tells by keyboard what each step's time went into", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [
    { title: "Tell the users", expectedSeconds: 600 },
    { title: "Close the lines", expectedSeconds: 300 },
    { title: "Open the other lines" },
  ]);
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  const run = new RunPage(page);
  await run.open(started);
  await expect(run.head).toContainText("at best, 1 of 3 not estimated");

  const rows = run.side.getByRole("list", { name: "Timeline of the steps" }).getByRole("link");
  await rows.first().focus();
  await expect(rows.first()).toHaveAccessibleName(/^1 Tell the users: .*People worked .* to now.* Expected to end/);
  const sums = run.side.getByText(/^Commands .* waiting for people .*; added up over the steps, which may overlap\.$/);
  await expect(sums).toBeVisible();
  await expect(sums).toMatchAriaSnapshot(`- paragraph: /^Commands .* added up over the steps, which may overlap\\.$/`);
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await expect(rows.nth(1)).toHaveAccessibleName(/Expected to begin .* and end/);
  await page.keyboard.press("End");
  await expect(rows.last()).toHaveAccessibleName(/nothing is estimated/);
  await rows.first().hover();
  await expect(run.side.locator("p").filter({ hasText: /^1 .*Expected to end/ })).toBeVisible();
  const bars = rows.nth(1).locator(".timeline-bar");
  const width = async () => (await bars.first().boundingBox())?.width ?? 0;
  const whole = await width();
  expect(whole).toBeGreaterThan(0);
  await run.side.getByRole("radio", { name: "1 h" }).check();
  await expect.poll(width, "5 of 60 minutes are less than 5 of 15").toBeLessThan(whole);
  await api("operator").send(started.id, { type: "step.complete", step: "1" });
  await expect(rows.first()).toHaveAccessibleName(/People worked \d\d:\d\d to \d\d:\d\d JST/);
  await expect(run.side.locator("p").filter({ hasText: /^1 / }), "what is said of it goes on with it").toHaveText(
    /^1 .*People worked \d\d:\d\d to \d\d:\d\d JST/,
  );
  await page.keyboard.press("Home");
  await rows.nth(1).press("Enter");
  await expect(run.step("2").card).toBeFocused();
  expect(await axe(page)).toEqual([]);
});

test("the timeline tells a command that failed from one that did its work", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const fails = { argv: ["/bin/sh", "-c", "sleep 1; exit 1"], timeoutSeconds: 60 };
  const started = await api("commander").smallRun(sites, [
    { title: "Copy the images", dependsOn: [], action: fails },
    { title: "Close the lines", dependsOn: [], ...sleeps(1) },
  ]);
  for (const step of ["1", "2"]) await api("operator").send(started.id, { type: "step.start", step });
  const run = new RunPage(page);
  await run.open(started);
  const rows = run.side.getByRole("list", { name: "Timeline of the steps" }).getByRole("link");
  await expect(rows.first()).toHaveAccessibleName(/ A command ran \S+ to .*, \d+\ss, and failed\./);
  await expect(rows.nth(1)).toHaveAccessibleName(/ A command ran \S+ to [^.]*, \d+\ss\.$/);
  const barOf = (row: number, kind: string) => rows.nth(row).locator(`[data-bar=${kind}]`);
  await expect(barOf(0, "failed")).toHaveAttribute("data-tone", "bad");
  await expect(barOf(0, "command")).toHaveCount(0);
  await expect(barOf(1, "command"), "that it has ended is no success").not.toHaveAttribute("data-tone", "done");
  const key = run.side.getByRole("list", { name: "Bars of the timeline" });
  await expect(key.getByRole("listitem").filter({ hasText: /^failed$/ })).toBeVisible();
  await lookAt(page, "timeline-failed", { axe });
});

test("the timeline keeps what was planned as the run began, beside what came of it, also when the run is over", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const operator = api("operator");
  const declaredAt = new Date(Date.now() - 4 * 3_600_000).toISOString();
  const steps = [
    { title: "Tell the users", expectedSeconds: 600 },
    { title: "Close the lines", expectedSeconds: 300 },
    { title: "Open the other lines" },
  ];
  const started = await api("commander").smallRun(sites, steps, { declaredAt });
  const run = new RunPage(page);
  await run.open(started);
  const rows = run.side.getByRole("list", { name: "Timeline of the steps" }).getByRole("link");
  const bars = (row: number) =>
    rows
      .nth(row)
      .locator("[data-bar]")
      .evaluateAll((all) => all.map((bar) => bar.getAttribute("data-bar")));
  const planned = /Planned as the run began: \d\d:\d\d to \d\d:\d\d JST .*, by the procedure\.$/;
  await expect(rows.nth(1)).toHaveAccessibleName(planned);
  expect(await bars(1)).toEqual(["planned", "expected"]);
  const key = run.side.getByRole("list", { name: "Bars of the timeline" });
  await expect(key.getByRole("listitem").filter({ hasText: "planned" })).toBeVisible();

  await movesAnHour(run, rows.first().locator("[data-bar=planned]"));
  const widthOf = async (row: number) => (await rows.nth(row).locator("[data-bar=planned]").boundingBox())?.width ?? 0;
  const zoom = (name: string) => run.side.getByRole("radio", { name });
  await zoom("10 min").check();
  await page.setViewportSize({ width: 360, height: 900 });
  await page.getByRole("contentinfo").getByRole("button", { name: "Notes" }).click();
  await lookAt(page, "run-timeline-zoomed", { axe, height: 2_400 });
  await expect(zoom("10 min")).toBeChecked();
  await zoom("Whole").check();
  await operator.complete(started.id, "1", "2", "3");
  await expect(run.head).toContainText("From declaration to end");
  await expect(rows.first()).toHaveAccessibleName(planned);
  expect(await bars(0)).toEqual(["planned", "waiting", "people"]);
  expect((await widthOf(0)) / (await widthOf(1)), "ten minutes were planned, and five").toBeCloseTo(2, 1);
  await expect(rows.last()).not.toHaveAccessibleName(planned);
  expect(await bars(2)).not.toContain("planned");
});
