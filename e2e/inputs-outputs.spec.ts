import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./fixtures.ts";
import { RunPage } from "./run-page.ts";

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
  api,
  accounts,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [asking, using, byHand]);
  const run = new RunPage(page);
  await run.open(started);

  const step = run.step("1");
  await step.open();
  await expect(step.card).toContainText("⟨Volume⟩");
  await expect(step.card).toContainText("entered when it is started, never stored");
  await step.press("Run step 1");
  const send = run.dialog.getByRole("button", { name: "Run step 1", exact: true });
  await expect(send).toBeDisabled();
  await run.dialog.getByLabel("Volume").fill("--force");
  await expect(run.dialog).toContainText("must not begin with -");
  await run.dialog.getByLabel("Volume").fill("vol7");
  await run.dialog.getByLabel("Speed").selectOption("fast");
  await run.dialog.getByLabel("Password of the array").fill(SECRET);
  await send.click();
  await step.is("Completed");
  await step.open();
  await expect(step.card).toContainText("vol7-fast");
  await expect(await step.openOutput(1)).toContainText("with ••••••");

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

test("what no step has given can be entered by a person", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [asking, using]);
  await api("commander").send(started.id, { type: "step.skip", step: "1", reason: "The array is gone" });
  const run = new RunPage(page);
  await run.open(started);
  const step = run.step("2");
  await step.open();
  await expect(step.card).toContainText('No step has given "snapshot" yet', { ignoreCase: true });
  await expect(step.button("Run step 2")).toBeDisabled();
  await step.card.getByRole("button", { name: "Enter Snapshot, step 2" }).click();
  await run.say({ Snapshot: "vol7-old" }, "Enter Snapshot");
  await step.press("Run step 2");
  await step.is("Completed");
});
