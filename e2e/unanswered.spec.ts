import type { Page } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

/** The server does what is sent once, and its answer is lost on the way back. */
async function loseOneAnswer(page: Page): Promise<void> {
  await page.route(
    "**/commands",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}

test("what is tried again and done is over: the dialog closes, and the note is written once", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await loseOneAnswer(page);
  const note = run.side.getByLabel("Add a note to this run");
  await note.fill("The bridge is open");
  await run.side.getByRole("button", { name: "Add note" }).click();
  await expect(run.side.getByRole("alert").filter({ hasText: "No answer" })).toBeVisible();
  await run.side.getByRole("button", { name: "Try again" }).click();
  await expect(note).toHaveValue("");
  await expect(run.side.getByRole("alert").filter({ hasText: "No answer" })).toHaveCount(0);

  await loseOneAnswer(page);
  await run.step("1").press("Skip, step 1");
  await run.dialog.getByLabel("Reason").fill("It is done already");
  await run.dialog.getByRole("button", { name: "Skip", exact: true }).click();
  await run.dialog.getByRole("button", { name: "Try again" }).click();
  await expect(run.dialog).toBeHidden();
  await run.step("1").is("Skipped");
  const log = await api("auditor").call<{ events: { event: { type: string } }[] }>(
    "GET",
    `/api/runs/${started.id}/log`,
  );
  const types = log.events.map(({ event }) => event.type);
  expect(types.filter((type) => type === "note.added" || type === "step.skipped")).toHaveLength(2);
});

test("an answer that never came is not asked for again once the step stands otherwise", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await page.route("**/commands", (route) => route.abort(), { times: 1 });
  const { card } = run.step("1");
  const complete = run.step("1").button("Complete step 1");
  await expect(async () => {
    await complete.click({ timeout: 1_000 });
    await expect(card.getByRole("alert").filter({ hasText: "No answer" })).toBeVisible({ timeout: 500 });
  }).toPass({ intervals: [50] });
  const other = api("operator");
  await other.send(started.id, { type: "step.fail", step: "1", reason: "It did not answer" });
  await run.step("1").is("Failed");
  await expect(card.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await other.send(started.id, { type: "step.retry", step: "1" });
  await run.step("1").is("In progress");
  await expect(card.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await expect(run.step("1").button("Complete step 1")).toBeEnabled();
});
