import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./fixtures.ts";

test("the overview shows what is live, what is a drill, and what waits for whom", async ({ page, openAs, api }) => {
  const sites = await api("administrator").practiceSites();
  const live = await api("commander").startedRun(sites, { rtoSeconds: 4 * 3_600 });
  const drill = await api("commander").startedRun(sites, { mode: "drill" });
  await page.goto("/");

  const liveCard = page
    .getByRole("region", { name: "Live now" })
    .getByRole("article")
    .filter({ hasText: runLabel(live.number) });
  await expect(liveCard).toHaveText(/^LIVE/);
  await expect(liveCard).toContainText("3 h 59 min");
  await expect(liveCard).toContainText("nothing is in progress");
  const drillCard = page
    .getByRole("region", { name: "Drills" })
    .getByRole("article")
    .filter({ hasText: runLabel(drill.number) });
  await expect(drillCard).toHaveText(/^DRILL/);

  const operators = await openAs("operator");
  await operators.goto("/");
  const waits = operators.getByRole("region", { name: /^Waiting for you/ }).getByRole("listitem");
  await expect(waits.filter({ hasText: runLabel(live.number) })).toContainText("step 1 is ready to be started");
  await expect(operators).toHaveTitle(/^\(\d+\) Overview/);

  const readAgain: string[] = [];
  page.on("request", (request) => readAgain.push(new URL(request.url()).pathname));
  await api("operator").send(live.id, { type: "step.start", step: "1" });
  await expect(liveCard).toContainText("1 Stopping Services and Releasing Resources");
  expect(readAgain).toContain(`/api/runs/${live.id}`);
  expect(readAgain).not.toContain(`/api/runs/${drill.id}`);
  await expect(waits.filter({ hasText: runLabel(live.number) })).toHaveCount(0);
  await liveCard.getByRole("link").click();
  await expect(page).toHaveURL(`/runs/${runLabel(live.number)}`);
});
