import { expect, test } from "./testing/fixtures.ts";
import { remember } from "./testing/restored.ts";
import { RunPage } from "./testing/run-page.ts";

const MEANWHILE = { timeout: 60_000 };

test("a page that has seen what a restored database does not know shows what is known now, and goes on from there", async ({
  page,
  context,
  api,
  accounts,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  await api("commander").send(started.id, { type: "step.start", step: "1" });
  const restore = await remember(accounts.dataFolder, started.id);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await api("commander").send(started.id, { type: "step.complete", step: "1" });
  await api("commander").send(started.id, { type: "note.add", text: "This is lost" });
  await run.step("1").is("Completed");
  await expect(run.side).toContainText("This is lost");

  await context.setOffline(true);
  await restore();
  await context.setOffline(false);
  await expect(run.step("1").head).toContainText("In progress", MEANWHILE);
  await expect(run.side).not.toContainText("This is lost");
  await expect(run.connection).toHaveText("live", MEANWHILE);

  await api("commander").send(started.id, { type: "step.fail", step: "1", reason: "It was not done" });
  await run.step("1").is("Failed");
  await expect(run.side).toContainText("It was not done");
});
