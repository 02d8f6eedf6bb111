import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { RunPage } from "./testing/run-page.ts";

/** Every file of a folder with its content, in one word. */
function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.join(folder, name);
    hash.update(name);
    if (statSync(file).isFile()) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

test("a drill cannot be mistaken for a live run, and sends nothing", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const before = [sites.source, sites.destination].map(({ folder }) => fingerprint(folder));
  const newRun = new NewRunPage(page);
  await newRun.open("disaster-recovery-switchover");
  await page.getByRole("radio", { name: /^Drill/ }).check();
  await newRun.chooseSites(sites);
  await newRun.preset("Planned");
  await newRun.answer("Do the configuration files of both sites match?", "no");
  await newRun.answer("Is this a virtual L-Server switchover (VM guest)?", "no");
  for (const question of [/physical L-Servers/, /firewalls/, /Single Sign-On/]) await newRun.answer(question, "no");
  await expect(newRun.preview).toContainText("Nothing acts in this drill");
  const number = await newRun.start("Start DRILL");
  const run = new RunPage(page);
  const label = runLabel(number);

  await expect(page).toHaveTitle(new RegExp(`^(\\((\\d+|(\\d+, )?gate waits)\\) )?DRILL .*${label}`));
  await expect(run.head).toHaveText(/^DRILL/);
  await expect(page.getByText("DRILL. Nobody’s service is moved.")).toBeVisible();
  const drawn = (pseudo: string, property: string) =>
    page.evaluate(([which, name]) => getComputedStyle(document.body, which).getPropertyValue(name), [
      pseudo,
      property,
    ] as const);
  expect(await drawn("::before", "border-top-style")).toBe("dashed");
  expect(await drawn("::after", "mask-image")).toContain("DRILL");

  await run.step("1").doByHand("1.1", "1.3");
  await run.step("2").open();
  await expect(run.step("2").card).toContainText("Simulate: the command is shown and recorded, nothing is sent");
  await expect(run.step("2").card).toContainText("export-configuration.js");
  await run.step("2").press("Simulate step 2");
  await run.step("2").is("Completed");
  await run.step("2").open();
  await expect(run.step("2").card).toContainText("SIMULATED: nothing was sent");
  await run.step("3").press("Go for step 3");
  await run.step("3").doByHand();
  const commander = api("commander");
  const { id } = await commander.run(label);
  await commander.complete(id, "4", "5", "8", "9", "10");
  // It cannot be undone when it is real; a drill does nothing that would have to be undone.
  await run.step("12").press("Go for step 12");
  await run.step("12").press("Simulate step 12");
  await run.step("12").is("Completed");
  await commander.complete(id, "14", "15", "16");
  await commander.send(id, { type: "gate.decide", step: "17", decision: "go" });
  await commander.complete(id, "17");

  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();
  const { events } = await commander.call<{ events: LoggedEvent[] }>("GET", `/api/runs/${id}/log`);
  expect(events.map(({ event }) => event.type)).not.toContain("attempt.started");
  expect([sites.source, sites.destination].map(({ folder }) => fingerprint(folder))).toEqual(before);
  await page.goto("/history");
  await expect(page.getByRole("row").filter({ hasText: label })).toHaveText(/^DRILL/);
});
