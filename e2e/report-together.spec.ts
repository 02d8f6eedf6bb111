import { randomUUID } from "node:crypto";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";

test("what somebody else adds to a report is shown, and read, before it is signed off", async ({ openAs, api }) => {
  const commander = api("commander");
  const run = await commander.smallRun(await api("administrator").practiceSites(), [{ title: "Open the service" }]);
  await commander.complete(run.id, "1");
  const page = await openAs("auditor");
  await page.goto(`/runs/${runLabel(run.number)}/report`);
  const signing = page.getByRole("form", { name: "Sign off" });
  const field = signing.getByLabel("You sign as");
  await field.fill("Auditor");
  const news = signing.getByRole("status");
  await expect(news, "a region that is there before is heard").toHaveText("");
  const place = () =>
    signing.evaluate((form) => {
      const top = form.getBoundingClientRect().y;
      return [...form.querySelectorAll("input, [type=submit]")].map((each) => each.getBoundingClientRect().y - top);
    });
  const before = await place();
  await commander.send(run.id, { type: "report.state", stated: { rpoSeconds: 900, rpaSeconds: 3_600 } });
  await expect(news).toContainText("1 event came since you opened this report, by Mei Mori.");
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText("The recovery point objective was missed.");
  const sign = signing.getByRole("button", { name: "Sign off" });
  await expect(sign).toHaveAccessibleDescription("The report has changed since you opened it.");
  expect(await place(), "nothing moves under who types or presses").toEqual(before);
  await signing.getByRole("button", { name: "I have read it as it is now" }).click();
  await expect(field).toBeFocused();
  await expect(news).toHaveText("");
  await sign.click();
  await expect(page.getByRole("region", { name: "Sign-offs" })).toContainText("all events");
});

test("what was stated by mistake is withdrawn in the report", async ({ openAs, api }) => {
  const commander = api("commander");
  const run = await commander.smallRun(await api("administrator").practiceSites(), [{ title: "Open the service" }]);
  await commander.complete(run.id, "1");
  await commander.send(run.id, { type: "report.state", stated: { rpoSeconds: 900, rpaSeconds: 3_600 } });
  const page = await openAs("auditor");
  await page.goto(`/runs/${runLabel(run.number)}/report`);
  const outcome = page.getByRole("region", { name: "Outcome" });
  await expect(outcome).toContainText("The recovery point objective was missed.");
  const form = page.getByRole("form", { name: "What only people know" });
  const objective = form.getByLabel("Recovery point objective", { exact: true });
  await objective.fill("20 min");
  await form.getByRole("checkbox", { name: "Withdraw: Recovery point objective, 15 min" }).check();
  await expect(objective, "it is withdrawn or stated anew").toBeDisabled();
  await expect(objective).toHaveValue("");
  await form.getByRole("button", { name: "State it" }).click();
  await expect(outcome).not.toContainText("objective was missed");
  await expect(form.getByRole("checkbox")).toHaveCount(1);
  await page.goto(`/runs/${runLabel(run.number)}`);
  await expect(page.getByText("withdrew what was stated of lost data or interruption")).toBeVisible();
});

test("what is written of a finding closes no other when somebody else was first", async ({ openAs, api }) => {
  const commander = api("commander");
  const run = await commander.smallRun(await api("administrator").practiceSites(), [{ title: "Open the service" }]);
  await commander.complete(run.id, "1");
  const [tapes, list] = [randomUUID(), randomUUID()];
  for (const [finding, text] of [
    [tapes, "Tapes are missing"],
    [list, "The list was old"],
  ] as const)
    await commander.send(run.id, { type: "finding.add", finding, text, owner: "Service desk" });
  const page = await openAs("auditor");
  await page.goto(`/runs/${runLabel(run.number)}/report`);
  const closing = page.getByRole("form", { name: "Close a finding" });
  await closing.getByLabel("Finding").selectOption(list);
  await closing.getByLabel("How").fill("The list was printed anew");
  await commander.send(run.id, { type: "finding.close", finding: list, how: "Done" });
  await expect(closing.getByLabel("Finding")).toHaveValue("");
  await expect(closing.getByRole("button", { name: "Close finding" })).toHaveAccessibleDescription(
    "Choose the finding.",
  );
});
