import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";

test.use({ timezoneId: "America/New_York" });

test("in the hour that comes twice it is said which of the two it was, and saved so", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const how = { declaredAt: "2025-11-02T06:10:00.000Z" };
  const run = await api("commander").smallRun(sites, [{ title: "Stop the services" }], how);
  await page.goto(`/runs/${runLabel(run.number)}/afterwards`);
  const row = page.getByRole("group", { name: /^Step 1: / });
  await row.getByRole("radio", { name: "Done", exact: true }).check();
  await row.getByLabel("Done by").fill("Jun Kato");
  await row.getByLabel("What was done").fill("All stopped");
  const which = row.getByLabel("The clock shows this time twice");
  await row.getByLabel(/^When, /).fill("2025-11-02T02:30:00");
  await expect(which).toBeHidden();
  await row.getByLabel(/^When, /).fill("2025-11-02T01:30:00");
  await expect(row.getByLabel("When, UTC-4")).toHaveValue(/T01:30/);
  await which.selectOption("the second time, UTC-5");
  await expect(row.getByLabel("When, UTC-5")).toHaveValue(/T01:30/);
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Save 1 step" }).click();
  await expect(row).toContainText("Saved");
  expect((await api("auditor").run(run.id)).steps[0]?.recorded?.at).toBe("2025-11-02T06:30:00.000Z");
});
