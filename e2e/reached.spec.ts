import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const agoAt = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

test("a run whose last step was done on paper in time has met its objective, and says when it was closed", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const [declaredAt, reached] = [agoAt(600), agoAt(420)];
  const objective = { declaredAt, rtoSeconds: 4 * 3_600 };
  const { id, number } = await api("commander").smallRun(sites, [{ title: "Switch over" }], objective);
  const done = { by: "Jun Kato", note: "By hand" };
  await api("commander").send(id, { type: "step.record", step: "1", happenedAt: reached, ...done });
  const { endedAt, reachedAt } = await api("auditor").run(id);
  expect(reachedAt).toBe(reached);
  const run = new RunPage(page);
  await run.open({ number });
  const head = page.locator("header").filter({ hasText: "From declaration to end" });
  await expect(head).toContainText(/3\sh.*reached .*, entered afterwards; closed /);
  await expect(head).toContainText(/RTO 4\sh.*, met in3\sh/);
  for (const at of [reached, endedAt ?? ""])
    await expect(head.locator(`time[datetime="${at}"]`).filter({ visible: true })).toHaveCount(1);
  await lookAt(page, "run-reached", { axe });

  await page.goto(`/runs/${runLabel(number)}/report`);
  await expect(page.getByText("Declared to reached", { exact: true })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("was missed");
  await expect(page.getByRole("row", { name: /^Recovery time/ })).toContainText("Met");
  await page.goto(`/history?text=${runLabel(number)}`);
  const row = page.getByRole("row").filter({ hasText: runLabel(number) });
  await expect(row).toContainText(/took 3\sh.*, entered afterwards/);
  await expect(row).toContainText(/met, 3\sh.* of 4\sh/);
});
