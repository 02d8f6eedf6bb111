import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { holdBack } from "./testing/idle.ts";
import { press, RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const move = {
  title: "Move the address",
  action: { argv: ["/bin/echo", { input: "host" }] },
  inputs: [{ name: "host", label: "Host", type: "text" }],
  gate: { kind: "approval" },
} satisfies StepDraft;

const request = { type: "gate.request", step: "1" } as const;

test("a yes to what was read opens nothing for what was asked for since", async ({ page, openAs, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [move]);
  await api("operator").send(started.id, { ...request, inputs: { host: "alpha-standby" } });
  const approver = new RunPage(await openAs("approver"));
  await approver.open(started);
  const { card } = approver.step("1");
  const foot = approver.page.getByRole("contentinfo");
  for (const { width, place, host, next } of [
    { width: 1_440, place: card, host: "alpha-standby", next: "omega-production" },
    { width: 360, place: foot, host: "omega-production", next: "alpha-standby" },
  ] as const) {
    await approver.page.setViewportSize({ width, height: 1_200 });
    await expect(card).toContainText(`/bin/echo ${host}`);
    const arrive = await holdBack(approver.page, "**/commands");
    const sent = approver.page.waitForRequest("**/commands");
    await press(place.getByRole("button", { name: "Approve step 1" }));
    await sent;

    await api("administrator").send(started.id, { type: "step.reject", step: "1", reason: "Not this one" });
    await expect(place.getByRole("button", { name: "Approve step 1" })).toHaveCount(0);
    await api("operator").send(started.id, { type: "step.retry", step: "1" });
    await api("operator").send(started.id, { ...request, inputs: { host: next } });
    // What a step is refused is told until something else happens to it.
    await expect(card).toContainText(`/bin/echo ${next}`);
    arrive();
    await expect(place).toContainText("Step 1 was asked for anew at");
    expect((await api("auditor").run(started.id)).steps[0]?.gate).toMatchObject({ votes: [] });
    await lookAt(approver.page, "run-asked-anew", { axe, height: 1_200, only: width });
  }

  await api("approver").send(started.id, { type: "step.approve", step: "1" });
  const commander = new RunPage(page);
  await commander.open(started);
  await commander.hasAllParts();
  await expect(commander.step("1").card).toContainText("/bin/echo alpha-standby");
  await expect(commander.step("1").card).not.toContainText("Will ask for");
});

test("what was approved may be asked for otherwise, and the card says what the press will do", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [move]);
  await api("operator").send(started.id, { ...request, inputs: { host: "alpha-standby" } });
  await api("approver").send(started.id, { type: "step.approve", step: "1" });
  const operator = new RunPage(await openAs("operator"));
  await operator.open(started);
  const { card } = operator.step("1");
  await expect(card).toContainText("Will run at");
  await card.getByRole("button", { name: "More for step 1" }).click();
  await operator.page.getByRole("menuitem", { name: "Ask to do it by hand" }).click();
  await operator.say({}, "Ask to do it by hand");
  await operator.step("1").is("Awaiting decision");
  await expect(card).toContainText("To be done by hand at");
  await expect(card).not.toContainText("Will run at");

  await api("approver").send(started.id, { type: "step.approve", step: "1" });
  await operator.step("1").is("Ready");
  await expect(card).toContainText("To be done by hand at");
  await expect(card).toContainText("The command below is not run");
  await expect(card).toContainText("/bin/echo '⟨Host⟩'");
  await expect(card).not.toContainText("Will run at");
  await lookAt(operator.page, "run-approved-by-hand", { axe, height: 1_200 });
  await operator.page.setViewportSize({ width: 1_440, height: 900 });
  await operator.step("1").press("Start step 1");
  await operator.step("1").is("In progress");
  const commander = new RunPage(page);
  await commander.open(started);
  await expect(commander.step("1").card).toContainText("By Jun Kato");
});

test("by hand a precheck is still shown, and in a drill no command that is only shown is to be done", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const precheck: StepDraft["precheck"] = {
    that: { look: "command", argv: ["/bin/test", "-d", "/"] },
    timeoutSeconds: 5,
  };
  const steps: StepDraft[] = [{ ...move, inputs: [], action: { argv: ["/bin/echo", "moved"] }, precheck }];
  const told = "The command below is not run";
  const run = new RunPage(page);
  for (const mode of ["live", "drill"] as const) {
    const started = await api("commander").smallRun(sites, steps, { mode });
    await api("operator").send(started.id, { ...request, byHand: true });
    await run.open(started);
    await run.hasAllParts();
    const { card } = run.step("1");
    await expect(card).toContainText("To be done by hand at");
    await expect(card.getByRole("button", { name: "Check now, step 1" })).toBeVisible();
    if (mode === "live")
      await expect(card).toContainText(`${told}: it says what there is to do.Command/bin/echo moved`);
    else await expect(card).not.toContainText(told);
  }
});
