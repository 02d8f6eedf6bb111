import type { Locator } from "@playwright/test";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { expect, test } from "./testing/fixtures.ts";
import { openDialog, RunPage } from "./testing/run-page.ts";

type Log = { events: LoggedEvent[] };

const LAST_WORDS = "do not start step 9";
/** 27 characters more than fit. */
const pasted = "It went on and on. ".repeat(200).slice(0, 2_027 - LAST_WORDS.length) + LAST_WORDS;
const fits = pasted.slice(27).replace(/^ /, "x");

/** Nothing of it is lost, nothing is sent, and the press leads to the field and to what is wrong with it. */
async function refuses(field: Locator, button: Locator): Promise<void> {
  await field.fill(pasted);
  await expect(field).toHaveValue(pasted);
  await expect(field).toHaveAccessibleDescription(/27 characters too long: at most 2000\./);
  await button.click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(pasted);
}

test("what is pasted is never cut: it is said how much too long it is, and the press leads to the field", async ({
  page,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const note = run.side.getByLabel("Add a note to this run");
  const add = run.side.getByRole("button", { name: "Add note" });
  await note.fill("x");
  await refuses(note, add);
  await expect(run.side.getByRole("alert").filter({ hasText: "27 characters too long" })).toBeVisible();

  await run.step("1").open();
  await openDialog(run.step("1").button("Skip, step 1"), run.dialog);
  const reason = run.dialog.getByLabel("Reason");
  const skip = run.dialog.getByRole("button", { name: "Skip", exact: true });
  await refuses(reason, skip);
  expect((await api("auditor").run(started.id)).steps.map(({ status }) => status)).not.toContain("skipped");
  await reason.fill(fits);
  await skip.click();
  await expect(run.dialog).toBeHidden();

  await note.fill(fits);
  await add.click();
  await expect(note).toHaveValue("");
  const log = await api("auditor").call<Log>("GET", `/api/runs/${started.id}/log?limit=200`);
  const said = log.events.flatMap(({ event }) =>
    event.type === "note.added" ? [event.text] : event.type === "step.skipped" ? [event.reason] : [],
  );
  expect(said).toEqual([fits, fits]);
});
