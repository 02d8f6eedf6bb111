import { runLabel } from "#lib/domain/run/read-state.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { AtRun } from "./testing/at-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import type { StepCard } from "./testing/run-page.ts";

// Every decision in a run, without a mouse; a whole run from start to end is in keyboard.spec.ts.

const apart = (step: StepDraft): StepDraft => ({ dependsOn: [], ...step });

test("a run is taken over, paused, resumed and aborted by keyboard alone", async ({ page, api }) => {
  const started = await api("administrator").smallRun(await api("administrator").practiceSites(), [{}]);
  const label = runLabel(started.number);
  const run = await AtRun.alone(page, started);
  const { keys } = run;
  const button = (name: string) => run.head.getByRole("button", { name: `${name} ${label}` });
  await keys.ask(button("Become commander…"));
  await keys.say({ Reason: "No network" }, "Become commander");
  await expect(run.head).toContainText("Commander Mei Mori (you)");
  await keys.sees(button("Pause…"));
  await keys.ask(button("Pause…"));
  await keys.type(keys.dialog.getByLabel("Reason"), "The storm");
  await keys.press("Control+Enter");
  await expect(page.getByText("Paused: The storm.")).toBeVisible();
  const waiting = page.locator("main section", { has: page.getByRole("heading", { name: "Waiting for people, 1" }) });
  await expect(waiting.getByRole("listitem"), "what cannot be begun waits for nobody").toHaveText(
    /^< 1\smin You: resume or abort$/,
  );
  await keys.sees(button("Resume"));
  await keys.press("Enter");
  await expect(page.getByText("Paused: The storm.")).toBeHidden();
  await keys.sees(button("Pause…"));
  await run.chooseOfRun("Abort the run", { Reason: "It is back" }, true);
  await expect(page.getByText("Aborted: It is back.")).toBeVisible();
  await expect(page.getByText(/Ended .* by Mei Mori\./)).toBeVisible();
});

test("trouble with steps is dealt with by keyboard alone, and the focus stays in the card", async ({ page, api }) => {
  const steps: StepDraft[] = [
    { title: "Tell the users" },
    { title: "Stop the array", action: { argv: ["/bin/sleep", "240"] }, irreversible: true },
    { title: "Close the lines" },
  ];
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, steps.map(apart));
  const label = runLabel(started.number);
  const run = await AtRun.alone(page, started);
  const { keys } = run;

  await test.step("skip", () =>
    run.answer(run.step("1"), "Skip, step 1", { Reason: "They know" }, { state: "skipped" }));

  await test.step("start what cannot be undone, cancel it, read what it wrote, override it", async () => {
    const step = run.step("2");
    const typed = { [`Type the run number, ${label}`]: label, Reason: "The array is dark" };
    await run.answer(step, "Run step 2", typed, { state: "in_progress", says: "Why: “The array is dark”" });
    await keys.ask(step.button("Cancel the command, step 2"));
    await keys.sees(keys.dialog.getByLabel("Reason (may be left empty)"));
    await keys.press("Enter");
    await expect(step.card).toHaveAttribute("data-state", "canceled");
    await run.staysIn(step);
    await readOutput(run);
    const byHand = { Reason: "At the array", Evidence: "Ticket 7" };
    await run.answer(step, "Done by hand, step 2", byHand, { state: "overridden" });
  });

  await test.step("fail, be led there, retry, complete", async () => {
    const step = run.step("3");
    await run.do(step, "Start step 3", "in_progress");
    await run.answer(step, "It failed, step 3", { Reason: "Nobody answers" }, { state: "failed" });
    await run.isLedTo(step);
    await run.do(step, "Retry step 3", "in_progress");
    await keys.press("c");
    await expect(step.card).toHaveAttribute("data-state", "completed");
    await run.staysIn(step);
  });

  await test.step("attach evidence, and open it", () => attach(run, run.step("3")));
});

test("a step is reopened and assigned, and help with it asked for and settled, by keyboard alone", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ title: "Stop the array" }, apart({})]);
  await api("commander").complete(started.id, "1");
  const run = await AtRun.alone(page, started);
  const step = run.step("1");
  const Reason = "The password is refused";
  await run.choose(step, "Reopen step 1", { Reason: "Too early" }, { state: "ready" });
  await run.choose(step, "I can’t, need help", { Reason }, { says: Reason, sentBy: "Ask for help" });
  await run.choose(step, "Help is settled", { Note: "It is in the envelope" }, { state: "ready" });
  await expect(step.card).not.toContainText(Reason);
  await run.choose(step, "Assign", { To: "Jun Kato, operator" }, { says: "Jun Kato" });
  await run.chooseOfRun("Declare the run failed", { Reason: "It was too late" }, true);
  await expect(page.getByText("Failed: It was too late.", { exact: true })).toBeVisible();
});

async function readOutput(run: AtRun): Promise<void> {
  const { keys, page, drawer } = run;
  const output = page.getByRole("button", { name: "Open output of step 2, attempt 1" });
  await keys.tabTo(output);
  await keys.press("Enter");
  await keys.sees(keys.focusIn(drawer));
  await keys.press("Escape");
  await expect(drawer).toBeHidden();
  await keys.sees(output);
  await keys.press("Enter");
  await expect(drawer).toBeVisible();
  await page.setViewportSize({ width: 1_440, height: 480 });
  // What it leaves of the page is enough to go on in; asked for again, it has the focus again.
  await keys.press("k", "j");
  await keys.sees(run.step("3").head);
  await keys.press("t", "End");
  await keys.sees(run.side.getByRole("list", { name: "Timeline of the steps" }).getByRole("link").last());
  await page.setViewportSize({ width: 1_440, height: 900 });
  await run.goTo(run.step("2"));
  await keys.tabTo(output);
  await keys.press("Enter");
  await keys.sees(keys.focusIn(drawer));
  await keys.press("k", "Escape");
  await expect(drawer).toBeHidden();
}

async function attach(run: AtRun, step: StepCard): Promise<void> {
  const { keys, page } = run;
  await run.goTo(step);
  const button = step.card.getByRole("button", { name: "Attach a file to step" });
  await keys.tabTo(button);
  await expect(async () => {
    const choosing = page.waitForEvent("filechooser", { timeout: 2_000 });
    await keys.press("Enter");
    await (await choosing).setFiles({ name: "array.txt", mimeType: "text/plain", buffer: Buffer.from("It runs.") });
  }).toPass();
  const file = step.card.getByRole("link", { name: "array.txt" });
  await expect(file).toBeVisible();
  await keys.sees(button);
  const more = step.card.getByRole("button", { name: "More for step" });
  await keys.tabTo(more, "Shift+Tab");
  await keys.choose(more, "Attach a link…");
  await keys.say({ Address: "http://a.example/7", Name: "Ticket 7" }, "Attach a link");
  await expect(step.card.getByRole("link", { name: "Ticket 7" })).toBeVisible();
  await keys.sees(more);
  await keys.tabTo(file);
  const opening = page.waitForEvent("popup");
  await keys.press("Enter");
  await expect((await opening).getByText("It runs.")).toBeVisible();
}

test("gates are voted on, decided, released and broken by keyboard alone", async ({ page, openAs, api }) => {
  const steps: StepDraft[] = [
    { title: "Cut over", gate: { kind: "poll", of: ["lead"] } },
    { title: "Move the address", gate: { kind: "approval" } },
    { title: "Cut the link", gate: { kind: "approval" } },
    { title: "Open the lines", gate: { kind: "hold" } },
  ];
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, steps.map(apart));
  const label = runLabel(started.number);
  await api("operator").send(started.id, { type: "gate.request", step: "3" });
  const run = await AtRun.alone(page, started);
  const { keys } = run;

  await test.step("fill a position", async () => {
    // The timeline is the way into what stands beside the steps.
    await keys.press("t");
    await keys.sees(keys.focusIn(run.side));
    const fill = run.side.getByRole("button", { name: "Fill Lead" });
    await keys.ask(fill);
    await keys.select(run.dialog.getByLabel("Person"), "Mei Mori, commander");
    await keys.say({}, "Fill Lead");
    await expect(run.dialog).toBeHidden();
    await keys.sees(fill);
  });

  await test.step("vote, no go, ask again, vote, go", async () => {
    const step = run.step("1");
    const vote = (what: string, Reason: string) =>
      run.answer(step, `Vote ${what} as Lead, step 1`, { Reason }, { says: Reason });
    await vote("no go", "Too early");
    await run.answer(step, "No go, step 1", { Reason: "The storm" }, { state: "rejected" });
    await run.do(step, "Ask again for step 1", "awaiting_approval");
    await vote("go", "It is over");
    await run.do(step, "Go for step 1", "ready");
  });

  await test.step("ask for approval, reject with a reason, approve", async () => {
    await run.do(run.step("2"), "Ask for approval of step 2", "awaiting_approval");
    const approver = await AtRun.alone(await openAs("approver"), started);
    await approver.answer(approver.step("3"), "Reject, step 3", { Reason: "Not before noon" }, { state: "rejected" });
    await approver.do(approver.step("2"), "Approve step 2", "ready");
  });

  await test.step("release, break the glass", async () => {
    await run.do(run.step("4"), "Release step 4", "ready");
    const step = run.step("3");
    await run.goTo(step);
    await keys.choose(step.card.getByRole("button", { name: "More for step 3" }), "Break the glass…");
    await keys.say({ Reason: "Nobody is left", [`Type the run number, ${label}`]: label }, "Break the glass");
    await expect(page.getByText("Glass broken for step 3.")).toBeVisible();
    await run.staysIn(step);
  });
});
