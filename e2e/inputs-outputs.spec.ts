import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { AtRun } from "./testing/at-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const SECRET = "correct-horse-battery";

const asking = {
  title: "Make the snapshot",
  roles: ["source"],
  inputs: [
    { name: "volume", label: "Volume", type: "text" },
    { name: "speed", label: "Speed", type: "choice", choices: ["slow", "fast"] },
    { name: "password", label: "Password of the array", type: "secret" },
  ],
  outputs: [{ name: "snapshot", label: "Snapshot", type: "text", from: { pattern: "snapshot=(.+)$" } }],
  action: {
    argv: [
      "/bin/sh",
      "-c",
      'echo "with $PASSWORD"; echo "snapshot=$1-$2"',
      "make",
      { input: "volume" },
      { input: "speed" },
    ],
    env: { PASSWORD: { secret: "password" } },
  },
} satisfies StepDraft;

const using = {
  title: "Attach the snapshot",
  uses: ["snapshot"],
  action: {
    argv: ["/bin/sh", "-c", 'echo "attached $1, told $SWITCHOVER_OUTPUT_SNAPSHOT"', "attach", { output: "snapshot" }],
  },
} satisfies StepDraft;

const byHand = {
  title: "Count the users",
  outputs: [{ name: "users", label: "Users", type: "integer" }],
} satisfies StepDraft;

test("what a person says reaches the command, a secret reaches nobody else, and what a step gives the next ones know", async ({
  page,
  openAs,
  api,
  accounts,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [asking, using, byHand]);
  const atKeys = await AtRun.alone(await openAs("operator"), started);
  const { keys, dialog } = atKeys;
  const step = atKeys.step("1");
  await atKeys.goTo(step);
  await expect(step.card).toContainText("⟨Volume⟩");
  await expect(step.card).toContainText("entered when it is started, never stored");
  await keys.ask(step.button("Run step 1"));
  const send = dialog.getByRole("button", { name: "Run step 1", exact: true });
  await expect(send).toBeDisabled();
  await expect(dialog, "what is run stands where it is pressed").toContainText("⟨Volume⟩");
  await keys.type(dialog.getByLabel("Volume"), "--force");
  await expect(dialog).toContainText("must not begin with “-”");
  await lookAt(keys.page, "run-inputs-refused", { axe, height: 900 });
  await keys.press("Control+a");
  await expect(dialog).not.toContainText("⟨Volume⟩");
  await keys.say({ Volume: "vol7", Speed: "fast", "Password of the array": SECRET }, "Run step 1");
  await expect(step.card).toHaveAttribute("data-state", "completed");
  await atKeys.staysIn(step);
  await atKeys.goTo(step);
  await expect(step.card).toContainText("vol7-fast");
  await keys.tabTo(step.card.getByRole("button", { name: "Open output of step 1, attempt 1" }));
  await keys.press("Enter");
  await expect(atKeys.drawer).toContainText("with ••••••");

  const run = new RunPage(page);
  await run.open(started);
  await run.step("2").press("Run step 2");
  await run.step("2").is("Completed");
  await expect(await run.step("2").openOutput(1)).toContainText("attached vol7-fast, told vol7-fast");

  await page.goto(`/procedures/${started.procedureId}`);
  await expect(page.locator("#step-2")).toContainText(/Uses\s*Snapshot \(step 1\)/);
  await run.open(started);

  await run.step("3").press("Start step 3");
  await run.step("3").press("Complete step 3");
  await run.dialog.getByLabel("Users").fill("many");
  await expect(run.dialog).toContainText("must be a whole number");
  await run.say({ Users: "1200" }, "Complete step 3");
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();

  const { events } = await api("auditor").call<{ events: unknown[] }>("GET", `/api/runs/${started.id}/log`);
  expect(JSON.stringify(events)).not.toContain(SECRET);
  const logs = path.join(accounts.dataFolder, "logs");
  for (const name of ["web.log", "worker.log"]) {
    const file = path.join(logs, name);
    if (existsSync(file)) expect(readFileSync(file, "utf8")).not.toContain(SECRET);
  }
});

test("what no step has given can be entered by a person", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [asking, using]);
  await api("commander").send(started.id, { type: "step.skip", step: "1", reason: "The array is gone" });
  const run = await AtRun.alone(page, started);
  const step = run.step("2");
  await run.goTo(step);
  await expect(step.card).toContainText('No step has given "snapshot" yet', { ignoreCase: true });
  await expect(step.card).toContainText("not known: step 1 did not give it");
  await expect(step.button("Run step 2")).toBeDisabled();
  await run.keys.ask(step.card.getByRole("button", { name: "Enter Snapshot, step 2" }));
  await lookAt(page, "run-enter-output", { axe, height: 900 });
  await run.keys.say({ Snapshot: "vol7-old" }, "Enter Snapshot");
  await expect(run.dialog).toBeHidden();
  await run.staysIn(step);
  await run.do(step, "Run step 2", "completed");
});
