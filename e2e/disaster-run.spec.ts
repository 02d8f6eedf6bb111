import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test("in a disaster the steps of the lost site drop out, and what is unknown holds the switchover back", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const newRun = await NewRunPage.ready(page, api, sites);
  await newRun.preset("Disaster, source down");
  const outOf = {
    "2": "Source site operating: no",
    "4": "Stopped by a disaster: yes",
    "17": "Source site operating: no",
  };
  await expect(newRun.line("Locking the Resources")).toContainText(outOf["2"]);
  await expect(newRun.line("Stopping Storage Replication")).toContainText(outOf["4"]);
  await expect(newRun.line("Cleaning Up the Switchover Source Site")).toContainText(outOf["17"]);
  await expect(newRun.preview).toContainText("4 do not apply");
  const number = await newRun.start("Start LIVE run");
  const run = new RunPage(page);

  for (const [step, reason] of Object.entries(outOf)) {
    await run.step(step).is("Not applicable");
    await run.step(step).is(reason);
  }
  await run.step("3").is("Not applicable");

  await run.step("1").press("Start step 1");
  await run.step("1").tick("1.1", "1.3");
  await expect(run.step("1").button("Complete step 1")).toHaveAccessibleDescription(
    "Tick 1.2 first, or answer what that depends on: VM guest switchover.",
  );
  await run.answerAgain("VM guest switchover", "no", () =>
    lookAt(page, "run-fact", { axe, height: 1_000, underFoot: true }),
  );
  await run.step("1").press("Complete step 1");
  await run.step("5").is("Ready");
  await run.step("5").runCommand();

  for (const step of ["6", "7", "8"]) await run.step(step).is("Undecided");
  await run.step("9").doByHand();
  await run.step("10").runCommand();
  await run.step("11").is("Not applicable");
  await run.step("12").open();
  await expect(run.step("12").button("Run step 12")).toHaveAccessibleDescription("Step 12 waits for steps 6, 7, 8.");
  await run.step("6").press("No");
  await run.step("7").press("No");
  await run.step("8").press("Yes");
  for (const step of ["6", "7", "8"]) await run.step(step).is("Not applicable");
  await run.step("12").press("Go for step 12");
  await run.step("12").press("Run step 12");
  await run.say({ "Type the run number": runLabel(number) }, "Run step 12");
  await run.step("12").is("Completed");

  const commander = api("commander");
  const { id } = await commander.run(number);
  await commander.complete(id, "14", "15", "16");
  await run.step("13").press("No");
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();
});
