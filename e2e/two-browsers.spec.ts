import type { Request } from "@playwright/test";
import type { Run } from "#lib/domain/run/state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { press, RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test("a commander and an operator see each other's work without reloading", async ({ page, openAs, api, axe }) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  const commander = new RunPage(page);
  const operator = new RunPage(await openAs("operator"));
  await commander.open(started);
  await operator.open(started);

  await operator.step("1").press("Start step 1");
  await expect(commander.step("1").head).toContainText("In progress");
  await operator.step("1").tick("1.1");
  await expect(commander.step("1").card.getByRole("checkbox", { name: "1.1 " })).toBeChecked();
  await expect(commander.step("1").card).toContainText("Jun Kato");

  await commander.side.getByLabel("Add a note to this run").fill("The bridge is open on channel 4.");
  await commander.side.getByRole("button", { name: "Add note" }).click();
  await expect(operator.side).toContainText("Mei Mori The bridge is open on channel 4.");

  // By keyboard alone.
  const keys = commander.page.keyboard;
  const note = commander.side.getByLabel("Add a note to this run");
  await note.blur();
  await keys.press("n");
  await expect(note).toBeFocused();
  await keys.type("Look at the second array.");
  await keys.press("Tab");
  // By arrow keys, past others: only whom the field shows in the end is meant.
  const meant = commander.side.getByLabel("For somebody in particular");
  await expect(meant).toBeFocused();
  await expect(async () => {
    await keys.press("ArrowDown");
    await expect(meant.locator("option:checked")).toHaveText("Jun Kato, operator", { timeout: 50 });
  }).toPass({ intervals: [0] });
  expect(await axe(commander.page)).toEqual([]);
  await keys.press("Tab");
  await expect(commander.side.getByLabel("And for")).toBeFocused();
  await keys.press("Tab");
  await expect(commander.side.getByRole("button", { name: "Add note" })).toBeFocused();
  await keys.press("Enter");
  const received = operator.side.getByRole("listitem").filter({ hasText: "Look at the second array." });
  await expect(received).toContainText("For you: Mei Mori to Jun Kato: Look at the second array.");
  const polite = operator.page.locator('[role="status"][aria-live="polite"]');
  await expect(polite.filter({ hasText: "Mei Mori wrote: to Jun Kato: Look at the second array." })).toBeAttached();
  await expect(note).toBeFocused();
  await expect(commander.side).toContainText("Mei Mori to Jun Kato: Look at the second array.");
  await expect(commander.side).not.toContainText("For you:");
  await expect(commander.side.getByLabel("For somebody in particular")).toHaveCount(0);

  await keepsHalfALine(operator, started, api("commander"));
  await byMouse(commander, operator, started, api("commander"));

  await commander.page.getByRole("button", { name: "Pause" }).click();
  await commander.say({ Reason: "Waiting for the storage team" }, "Pause");
  const pause = operator.page.getByRole("status").filter({ hasText: "Paused: Waiting for the storage team." });
  await expect(pause).toContainText(/By Mei Mori, \d\d:\d\d JST \(\d\d:\d\d UTC\)\./);
});

test("of two people who press the same button one wins, and the other is told who was first", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  const commander = new RunPage(page);
  const operator = new RunPage(await openAs("operator"));
  await commander.open(started);
  await operator.open(started);

  // The operator's command is a moment longer on its way.
  let letPass = () => {};
  const passed = new Promise<void>((resolve) => {
    letPass = resolve;
  });
  await operator.page.route("**/commands", async (route) => {
    await passed;
    await route.continue();
  });
  await operator.step("1").press("Start step 1");
  await commander.step("1").press("Start step 1");
  await expect(commander.step("1").head).toContainText("In progress");
  letPass();

  const refusal = operator.step("1").card.getByRole("alert");
  await expect(refusal).toContainText("Step 1 is in progress, by Mei Mori at");
  await lookAt(operator.page, "run-refused", { axe, height: 2_400 });
  await expect(operator.step("1").card).toContainText("In progress");
  await expect(operator.step("1").button("Start step 1")).toBeHidden();
  expect((await api("auditor").run(started.id)).steps[0]?.attempts).toHaveLength(1);
});

test("a dialog that is open says when what it is about cannot be done any more, and keeps the words", async ({
  page,
  api,
}) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Skip, step 1");
  const reason = run.dialog.getByLabel("Reason");
  await reason.fill("Not needed today");
  const skip = run.dialog.getByRole("button", { name: "Skip", exact: true });
  await expect(skip).toBeEnabled();
  await api("commander").send(started.id, { type: "step.skip", step: "1", reason: "They know" });
  await expect(run.dialog).toContainText("Step 1 is skipped, by Mei Mori at");
  await expect(skip).toBeDisabled();
  await expect(reason).toHaveValue("Not needed today");
});

test("what a dialog has done itself is no reason against it while the answer is on its way", async ({ page, api }) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Skip, step 1");
  await run.dialog.getByLabel("Reason").fill("Not needed today");
  const held = Promise.withResolvers<void>();
  await page.route("**/commands", async (route) => {
    const response = await route.fetch();
    await held.promise;
    await route.fulfill({ response });
  });
  await run.dialog.getByRole("button", { name: "Skip", exact: true }).click();
  await expect(run.step("1").card, "its event has come").toHaveAttribute("data-state", "skipped");
  await expect(run.dialog.getByRole("button", { name: "Sending…" })).toHaveAttribute("aria-busy", "true");
  await expect(run.dialog).not.toContainText("Step 1 is skipped");
  held.resolve();
  await expect(run.dialog).toBeHidden();
});

test("somebody takes command, and everybody sees who commands now", async ({ page, openAs, api }) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  const before = new RunPage(page);
  const after = new RunPage(await openAs("administrator"));
  await before.open(started);
  await after.open(started);
  await expect(after.page.getByText("Mei Mori commands this run. Become commander first.").first()).toBeVisible();

  await after.head.getByRole("button", { name: "Become commander" }).click();
  await after.say({ Reason: "Shift change" }, "Become commander");

  await expect(after.head).toContainText("Commander Daichi Ueda (you)");
  await expect(before.head).toContainText("Commander Daichi Ueda");
  await expect(before.side).toContainText("Daichi Ueda took command from Mei Mori: Shift change");
  await expect(before.page.getByText("Daichi Ueda commands this run. Become commander first.").first()).toBeVisible();
});

/** What somebody has half written is nobody else's to take away. */
async function keepsHalfALine(operator: RunPage, started: Run, commander: Api): Promise<void> {
  const { card, head } = operator.step("1");
  const line = card.getByLabel("New line of step 1");
  await card.getByRole("button", { name: "Add a line" }).click();
  await line.fill("The third array");
  await commander.send(started.id, { type: "step.fail", step: "1", reason: "No power" });
  await commander.send(started.id, { type: "step.skip", step: "1", reason: "Nothing is there" });
  await expect(head).toContainText("Skipped");
  await expect(line).toHaveValue("The third array");
  await expect(line).toBeFocused();
  await expect(card.getByRole("button", { name: "Add", exact: true })).toHaveAccessibleDescription(/skipped/);
  await head.click();
  await expect(line).toBeHidden();
  await head.click();
  await expect(line).toHaveValue("The third array");
  await card.getByRole("button", { name: "Back" }).click();
  await expect(line).toBeHidden();
  await expect(card).toBeFocused();
}

/** On a desk, a skipped step is reopened and the roll call answered. */
async function byMouse(commander: RunPage, operator: RunPage, started: Run, api: Api): Promise<void> {
  await (await commander.step("1").open()).card.getByRole("button", { name: "More for step 1" }).click();
  await commander.page.getByRole("menuitem", { name: "Reopen step 1…" }).click();
  await commander.say({ Reason: "It is there after all" }, "Reopen step 1");
  await operator.step("1").is("Ready");
  const to = { person: await api.idOf("Jun Kato") };
  await api.send(started.id, { type: "step.assign", step: "1", to });
  await press(operator.page.getByRole("button", { name: "I am here" }));
  await expect(commander.side.getByRole("list", { name: "People of this run" })).toContainText("Jun Kato here");
}

test("a page of who was signed in before does nothing in the name of who is now", async ({ page, api, accounts }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await expect(run.head).toContainText("Mei Mori (you)");
  // A shift changes at one desk: in another window of the browser somebody else has signed in.
  await page.context().addCookies([{ ...accounts.operator.cookie, url: BASE_URL }]);
  const start = run.step("1").button("Start step 1");
  await expect(async () => {
    await start.click({ timeout: 1_000 });
    await expect(run.step("1").card).toContainText("Somebody else is signed in in this browser now.", { timeout: 500 });
  }).toPass({ intervals: [50] });
  expect((await api("auditor").run(started.id)).steps[0]?.status).toBe("ready");

  await page.goto("/history");
  await expect(page.getByRole("button", { name: /^Jun/ })).toBeVisible();
  await page.context().addCookies([{ ...accounts.commander.cookie, url: BASE_URL }]);
  const band = page.getByRole("alert").filter({ hasText: "You are signed out." });
  await expect(band).toBeVisible();
  await band.getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: /^Mei/ })).toBeVisible();
  await expect(band).toBeHidden();
});

test("a window that nobody sees gives its connection back, and knows all when it is seen again", async ({
  page,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  await page.clock.install();
  const run = new RunPage(page);
  const isStream = (request: Request) => request.url().includes("/events?");
  const opened = page.waitForRequest(isStream);
  await run.open(started);
  await opened;
  const turn = (hidden: boolean) =>
    page.evaluate((now) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => now });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await turn(true);
  const ended = page.waitForEvent("requestfailed", isStream);
  await page.clock.fastForward(31_000);
  await ended;
  let streams = 0;
  page.on("request", (request) => {
    if (isStream(request)) streams += 1;
  });
  const polled = page.waitForResponse((answer) => new URL(answer.url()).pathname === `/api/runs/${started.id}`);
  await page.clock.fastForward(20_000);
  await polled;
  expect(streams, "also when it is asked how the run stands").toBe(0);
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  const again = page.waitForRequest(isStream);
  await turn(false);
  await again;
  await run.step("1").is("In progress");
  await expect(run.connection).toHaveText("live");
});
