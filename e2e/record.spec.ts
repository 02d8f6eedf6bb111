import { spawnSync } from "node:child_process";
import path from "node:path";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { ownerUrl, sql } from "./testing/owner-sql.ts";
import { printsOnBoth } from "./testing/printed.ts";
import { lookAt } from "./testing/screens.ts";
import type { People } from "./testing/state-looks.ts";

test.use({ role: "auditor" });

async function completedRun({ api }: People): Promise<Run> {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
  await api("commander").complete(run.id, "1");
  return run;
}

test("an auditor finds a signed record in the history, verifies it, and verifies it again offline", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const run = await completedRun({ api });
  const label = runLabel(run.number);
  await page.goto("/history");
  const row = page.getByRole("row").filter({ hasText: label });
  await expect(async () => {
    await page.reload();
    await expect(row.getByRole("link", { name: "signed" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await row.getByRole("link", { name: "signed" }).click();
  await expect(page.getByText("The record holds.")).toBeVisible();
  await expect(page.getByText(/^up to event \d+/)).toBeVisible();
  expect(await axe(page)).toEqual([]);

  const save = async (name: string): Promise<string> => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return file.path();
  };
  const [bundle, verifier] = [await save("The record, one file"), await save("The verifier")];
  const command = await page.locator("code", { hasText: "verify.mjs" }).textContent();
  const fingerprint = /--key\s*([0-9a-f]{64})/.exec(command ?? "")?.[1] ?? "none";
  const module = path.join(path.dirname(verifier), `${run.id}.mjs`);
  spawnSync("cp", [verifier, module]);
  const { status, stdout } = spawnSync(process.execPath, [module, bundle, "--key", fingerprint], { encoding: "utf8" });
  expect([status, stdout]).toEqual([0, expect.stringContaining(`${label}: `)]);
  expect(stdout).toContain("the record HOLDS");

  // As in the seconds before it is signed; a worker does not come back to what was refused once.
  const unsigned = `delete from run_seal where run_id = '${run.id}'; update run set sealed_seq = 0, seal_refused = 'by a test' where id = '${run.id}'`;
  await sql(await ownerUrl(accounts.dataFolder), `set session_replication_role = replica; ${unsigned}`);
  await page.getByRole("button", { name: "Verify again" }).click();
  await expect(page.getByText("Not signed yet.")).toBeVisible();
  await expect(page.getByText(/The run ended \d+\s(s|min) ago, and nothing of it is signed\./)).toBeVisible();
  await lookAt(page, "record-unsigned", { axe, height: 900 });
  await page.goto(`/runs/${label}/report`);
  await expect(page.getByRole("complementary").getByText("Not signed yet.")).toBeVisible();
  await lookAt(page, "report-unsigned", { axe });
});

test("whoever owns the database and changes an event is found out, on the record's page and on the report's", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const run = await completedRun({ api });
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}/record`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(label);
  const change = 'update run_event set actor = actor || \'{"name": "Somebody else"}\'';
  const owner = await ownerUrl(accounts.dataFolder);
  // No trigger stops an owner who switches them off.
  await sql(owner, `set session_replication_role = replica; ${change} where run_id = '${run.id}' and seq = 2`);
  await page.getByRole("button", { name: "Verify again" }).click();
  await expect(page.getByText("The record does not hold.")).toBeVisible();
  await expect(page.getByRole("list", { name: "What is wrong" }).getByRole("listitem").first()).toContainText(
    "Event 2",
  );
  await expect(page.getByRole("heading", { name: "What that does not prove" }), "it proves nothing").toBeHidden();
  await lookAt(page, "record-spoilt", { axe });
  await page.goto(`/runs/${label}/report`);
  await expect(page.getByRole("alert").filter({ hasText: "The record does not hold." })).toBeInViewport();
  for (const part of [page.getByRole("region", { name: "Outcome" }), page.getByRole("form", { name: "Sign off" })])
    await expect(part).toContainText("The record this is drafted from does not hold.");
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText(/In doubt.*The record says: Passed\./);
  await page.getByLabel("You sign as").fill("Auditor");
  await expect(page.getByRole("button", { name: "Sign off" })).toHaveAccessibleDescription(/Add a finding instead/);
  await lookAt(page, "report-spoilt", { axe });
  await page.getByRole("link", { name: "What is wrong" }).click();
  await expect(page).toHaveURL(`/runs/${label}/record`);
});

test("the record of a run that goes on holds, and says that it is not signed yet", async ({ page, api, axe }) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
  ]);
  await page.goto(`/runs/${runLabel(run.number)}/record`);
  await expect(page.getByText("It is signed when the run is over.")).toBeVisible();
  await expect(page.getByText("the run is not over, so nothing is signed yet")).toBeVisible();
  await lookAt(page, "record-not-signed", { axe });
  await printsOnBoth(page, "record-page", {
    each: [/LIVE/],
    whole: [new RegExp(runLabel(run.number)), /It is signed when the run is over\./],
  });
  // As it is started, the console itself could not change it.
  await expect(page.getByText("it connects to the database as the owner")).toHaveCount(0);
  expect(await (await page.request.get("/api/health")).json()).toMatchObject({ database: { separateRole: true } });
});
