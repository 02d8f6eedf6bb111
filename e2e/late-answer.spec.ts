import type { Report } from "#lib/domain/report/report.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const ifFirewalls = { condition: when("firewalls", "yes") };
const steps = [
  {
    title: "Save what is there",
    subSteps: [
      { number: "1.1", title: "Save the addresses" },
      { number: "1.2", title: "Save the firewall rules", ...ifFirewalls },
    ],
  },
  { title: "Restore the firewalls", ...ifFirewalls },
  { title: "Switch over" },
  { title: "Check" },
];

test("a commander who corrects an answer too late reads so before it is sent, at the steps, and in the record", async ({
  page,
  api,
  axe,
}) => {
  const commander = api("commander");
  const sites = await api("administrator").practiceSites();
  const { id, number } = await commander.smallRun(sites, steps, { facts: { firewalls: "no" } });
  const done = async (step: string) => {
    await commander.send(id, { type: "step.start", step });
    if (step === "1") await commander.send(id, { type: "sub_step.tick", step, subStep: "1.1" });
    await commander.send(id, { type: "step.complete", step });
  };
  await done("1");
  await done("3");
  const run = new RunPage(page);
  await run.open({ number });
  const facts = page.getByRole("region", { name: "Facts" });
  await expect(facts).toContainText(/answered as the run was created, \d\d:\d\d/);
  await page.getByRole("button", { name: "firewalls included: no. Answer again" }).click();
  await page.getByRole("radiogroup", { name: "Are firewalls included?" }).getByText("yes").click();
  const said = page.getByRole("status").filter({ hasText: "Step 2 will apply" });
  await expect(said).toContainText(
    "Step 2 will apply, and step 3, which comes after it, was begun already: the report will tell that as out of order.",
  );
  await expect(said).toContainText(
    "Line 1.2 will be open, and step 1 is completed already. It cannot be reopened, because step 3 has started",
  );
  await lookAt(page, "late-answer", { axe });
  await page.getByRole("button", { name: "Answer “yes”" }).click();
  await expect(facts.getByRole("listitem").filter({ hasText: "firewalls included" })).toContainText(
    /Mei Mori, \d\d:\d\d/,
  );

  await expect(run.step("1").head).toContainText("LEFT OPEN: 1.2");
  await run.step("1").open();
  await expect(run.step("1").card).toContainText("Line 1.2 was left open.");
  await run.step("2").open();
  await expect(run.step("2").card).toContainText(
    "Out of order: step 3, which comes after it, was begun before it was done.",
  );
  await done("2");
  await done("4");
  await expect(page.getByText("Completed with exceptions.")).toBeVisible();
  const listed = page.getByRole("list", { name: "Exceptions" });
  await expect(listed.getByRole("listitem")).toHaveText([/Line 1\.2 was left open: .*Lines left open/, /Out of order/]);
  await lookAt(page, "late-over", { axe });
  const { outcome, because } = await api("auditor").call<Report>("GET", `/api/runs/${id}/report`);
  expect([outcome, because]).toEqual(["passed_with_conditions", ["2 deviations from the procedure."]]);
});
