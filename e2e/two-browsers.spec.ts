import type { Run } from "#lib/domain/run/state.ts";
import type { Api } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { press, RunPage } from "./run-page.ts";
import { lookAt } from "./screens.ts";

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

test("somebody takes command, and everybody sees who commands now", async ({ page, openAs, api }) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  const before = new RunPage(page);
  const after = new RunPage(await openAs("administrator"));
  await before.open(started);
  await after.open(started);
  await expect(after.page.getByText("Mei Mori commands this run. Take command first.").first()).toBeVisible();

  await after.head.getByRole("button", { name: "Take command" }).click();
  await after.say({ Reason: "Shift change" }, "Take command");

  await expect(after.head).toContainText("Commander Daichi Ueda (you)");
  await expect(before.head).toContainText("Commander Daichi Ueda");
  await expect(before.side).toContainText("Daichi Ueda took command from Mei Mori: Shift change");
  await expect(before.page.getByText("Daichi Ueda commands this run. Take command first.").first()).toBeVisible();
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
