import { existsSync } from "node:fs";
import path from "node:path";
import { lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { sshSites } from "./testing/ssh.ts";

test("the commands of the built-in procedure run over ssh, with the export folder known to the steps after it", async ({
  page,
  api,
  accounts,
}) => {
  const { sshd, sites } = await sshSites(api("administrator"), accounts.dataFolder);
  try {
    const started = await api("commander").startedRun(sites);
    const run = new RunPage(page);
    await run.open(started);
    await api("operator").complete(started.id, "1");
    await run.step("2").open();
    await expect(run.step("2").card).toContainText(`@127.0.0.1, port ${sshd.port}`);
    await run.step("2").press("Run step 2");
    await run.step("2").is("Completed");
    const folder = path.join(sites.source.folder, "information-folder");
    expect(existsSync(folder)).toBe(true);
    await run.step("5").open();
    await expect(run.step("5").card).toContainText(folder);
    await api("operator").complete(
      started.id,
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
      "12",
      "13",
      "14",
      "15",
      "16",
      "17",
    );
    await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();
    const done = await api("auditor").run(started.id);
    const automated = ["2", "4", "5", "6", "8", "10", "11", "12", "16", "17"];
    for (const number of automated) {
      const state = stepState(done, number);
      expect([number, state && lastAttempt(state)?.command?.way]).toEqual([number, "ssh"]);
    }
  } finally {
    await sshd.stop();
  }
});
