import { runLabel } from "#lib/domain/run/read-state.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const copy = { action: { argv: ["/bin/true"] } } satisfies StepDraft;

test("an operator asks, an approver says yes from a phone, and the step runs as it was approved", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [
    { title: "Move the address", ...copy, gate: { kind: "approval", lapsesSeconds: 600 } },
    { title: "Tell the users" },
  ]);
  const label = runLabel(started.number);
  const approverPage = await openAs("approver");
  await approverPage.setViewportSize({ width: 360, height: 780 });
  const operator = new RunPage(await openAs("operator"));
  const commander = new RunPage(page);
  await commander.open(started);
  await operator.open(started);

  await operator.step("1").press("Ask for approval of step 1");
  await operator.step("1").is("Awaiting decision");
  await expect(operator.step("1").card).toContainText("0 of 1 approved. Still asked: an approver.");
  await expect(operator.step("1").button("Approve step 1")).toBeHidden();

  await approverPage.goto("/");
  await expect(approverPage).toHaveTitle(/^\(\d+, gate waits\) /);
  await expect(approverPage.locator('link[rel~="icon"]').first()).toHaveAttribute("href", /^data:image\/svg/);
  await expect(page, "a gate of this run is in everybody's tab").toHaveTitle(/^\((\d+, )?gate waits\) LIVE /);
  await expect(page.locator('link[rel~="icon"]').first()).toHaveAttribute("href", /^data:image\/svg/);
  await commander.page.goto("/history");
  await expect(page, "and on every page").toHaveTitle(/^\((\d+, )?gate waits\) History/);
  await expect(commander.page.getByRole("row").filter({ hasText: label })).toContainText("In progress, 1 gate waits");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(label);
  await expect(page.getByRole("option").filter({ hasText: label })).toContainText("In progress, 1 gate waits");
  await page.goto("/sites");
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`${label} .*, 1 gate waits`) })
      .first(),
  ).toBeVisible();
  await commander.open(started);
  const wait = approverPage.getByRole("listitem").filter({ hasText: `LIVE ${label}, step 1: approve or reject` });
  await wait.getByRole("link").click();
  const approver = new RunPage(approverPage);
  await expect(approver.step("1").card).toContainText("/bin/true");
  await expect(approver.step("1").card).toContainText("Asked by Jun Kato");
  expect(await axe(approverPage)).toEqual([]);
  const cannot = approverPage.getByRole("contentinfo").getByRole("button", { name: "I can’t, need help, step 1" });
  await expect(cannot).toBeInViewport({ ratio: 1 });
  await cannot.click();
  await approver.say({ Reason: "I do not know this address" }, "Ask for help");
  await expect(cannot).toHaveCount(0);
  await expect(commander.page.getByText("I do not know this address").first()).toBeVisible();
  await approverPage
    .getByRole("button", { name: /^Approve step 1/ })
    .filter({ visible: true })
    .click();

  await commander.step("1").is("Ready");
  await commander.step("1").open();
  await expect(commander.step("1").card).toContainText("Approved by Ren Okada");
  await operator.step("1").press("Run step 1");
  await operator.step("1").is("Completed");
  await expect(commander.side).toContainText("Ren Okada approved step 1");
});

test("a no stops the gate and not the run, and the commander breaks the glass for all to see", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [
    { title: "Cut the link", gate: { kind: "approval" } },
    { title: "Tell the users", dependsOn: [] },
  ]);
  const label = runLabel(started.number);
  await api("operator").send(started.id, { type: "gate.request", step: "1" });
  await api("approver").send(started.id, { type: "step.reject", step: "1", reason: "The lines are still full" });
  const commander = new RunPage(page);
  const operator = new RunPage(await openAs("operator"));
  await commander.open(started);
  await operator.open(started);
  await commander.step("1").is("Rejected");
  await expect(commander.step("1").card).toContainText("The lines are still full");
  await commander.step("2").is("Ready");

  await commander.step("1").card.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: "Break the glass…" }).click();
  await expect(commander.dialog).toContainText("Everybody sees that you broke the glass, and why");
  await commander.say({ Reason: "Nobody else is left", "Type the run number": label }, "Break the glass");
  const banner = operator.page.getByRole("status").filter({ hasText: "Glass broken for step 1." });
  await expect(banner).toContainText("Mei Mori passed its gate without those it asks");
  await expect(banner).toContainText("Nobody else is left");

  await api("commander").complete(started.id, "1", "2");
  await expect(page.getByRole("status").filter({ hasText: "Completed with exceptions." })).toBeVisible();
  await expect(page.getByRole("list", { name: "Exceptions" })).toContainText("Glass broken");
  const report = commander.side.getByRole("region", { name: "Report" });
  await expect(report).toContainText("Passed with conditions.");
  await expect(report).toContainText("no objective, actual");
  await expect(report.getByRole("listitem").filter({ hasText: "Break-glass" })).toContainText("step 1");
  await expect(report).toContainText("by nobody yet");
  const meaning = report.getByRole("link", { name: "What “Completed with exceptions” means" });
  await expect(meaning).toHaveAttribute("href", "/help#run-completed_with_exceptions");
  await report.getByRole("link", { name: "The whole report" }).click();
  await expect(page).toHaveTitle(new RegExp(`^(\\((\\d+|(\\d+, )?gate waits)\\) )?LIVE ${label}, report`));
  await expect(page.getByRole("table", { name: "Decisions" })).toContainText(/Ren Okada.*The lines are still full/);
  await expect(page.getByRole("table", { name: "Break-glass" })).toContainText(/Mei Mori.*Nobody else is left/);
  await lookAt(page, "report-decisions", { axe });
});

test("past the point of no return the run is not aborted: it ends as failed and is switched back", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const steps = [{ title: "Move the data", ...copy, pointOfNoReturn: true as const }, { title: "Tell the users" }];
  const started = await api("commander").smallRun(sites, steps);
  const label = runLabel(started.number);
  const run = new RunPage(page);
  await run.open(started);
  const more = run.head.getByRole("button", { name: `More for run ${label}` });
  const line = page.getByRole("listitem").filter({ hasText: "once step 1 begins, the way back is the switchback" });
  await expect(line).toHaveText(/^Point of no return/);
  await more.click();
  await expect(page.getByRole("menuitem", { name: "Abort the run…" })).toBeVisible();
  await page.keyboard.press("Escape");

  await run.step("1").press("Run step 1");
  await expect(run.dialog).toContainText("Once it begins the run cannot be aborted: the way back is the switchback.");
  await run.say({ "Type the run number": label }, "Run step 1");
  await run.step("1").is("Completed");
  await expect(run.head).toContainText("Past the point of no return since step 1");
  await more.click();
  await expect(page.getByRole("menuitem", { name: "Abort the run…" })).toBeHidden();
  await page.getByRole("menuitem", { name: "Declare the run failed, then switch back…" }).click();
  await run.say({ Reason: "The data is not complete" }, "Declare the run failed, then switch back");
  await run.head.getByRole("link", { name: "Start the switchback" }).click();
  await expect(page.getByLabel("Source", { exact: true })).toHaveValue(sites.destination.id);
  await expect(page.getByLabel("Destination", { exact: true })).toHaveValue(sites.source.id);
});

test("a go or no-go that is only suggested is left out when the run is created", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const newRun = await NewRunPage.ready(page, api, sites);
  await newRun.preset("Planned");
  await page.getByRole("checkbox", { name: "Go / no-go before step 3" }).uncheck();
  const number = await newRun.start("Start LIVE run");
  const { id } = await api("commander").run(number);
  await api("commander").complete(id, "1", "2");
  const run = new RunPage(page);
  await run.step("3").is("Ready");
  await expect(page.getByRole("button", { name: /^Start step 3/ }).first()).toBeVisible();
});
