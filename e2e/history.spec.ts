import { runLabel } from "#lib/domain/run/state.ts";
import { expect, test } from "./fixtures.ts";

test("the history is filtered by its address, so that a view can be sent to somebody", async ({
  page,
  openAs,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const live = await api("commander").smallRun(sites, [{}]);
  const drill = await api("commander").smallRun(sites, [{}], { mode: "drill" });
  await api("commander").send(live.id, { type: "run.abort", reason: "Only a test of the history" });

  await page.goto("/history");
  const rows = page.getByRole("table", { name: "Runs, the latest first" }).getByRole("row");
  await page.getByLabel("Site", { exact: true }).selectOption(sites.source.id);
  await expect(rows).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(`site=${sites.source.id}`));
  await page.getByLabel("Mode").selectOption("Drills only");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(`DRILL ${runLabel(drill.number)}`);

  const others = await openAs("auditor");
  await others.goto(page.url());
  await expect(others.getByLabel("Mode")).toHaveValue("drill");
  await expect(others.getByRole("row")).toHaveCount(2);

  await page.goBack();
  await expect(rows).toHaveCount(3);
  await page.getByLabel("Outcome").selectOption("Aborted");
  await expect(rows.nth(1)).toContainText(runLabel(live.number));
  await page.getByLabel("Number, site, person").fill("nobody has this name");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No run matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(page).toHaveURL("/history");
});

test("older runs are on the pages after the first, and the way back is there", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const { id: procedureId, key } = await api("commander").publish([{}]);
  const places = { source: sites.source.id, destination: sites.destination.id };
  // Over at once, so that they are not among the runs that other tests watch going on.
  const abortedRun = async () => {
    const run = await api("commander").startedRun(sites, { procedureId, sites: places, facts: {}, mode: "drill" });
    await api("commander").send(run.id, { type: "run.abort", reason: "Only a test of the history" });
    return run.number;
  };
  const numbers = await Promise.all(Array.from({ length: 51 }, abortedRun));

  await page.goto(`/history?procedure=${key}`);
  const rows = page.getByRole("table", { name: "Runs, the latest first" }).getByRole("row");
  await expect(rows).toHaveCount(51);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(runLabel(Math.min(...numbers)));
  await expect(page.getByText("These are the oldest.")).toBeVisible();
  await page.getByRole("link", { name: "Newer" }).click();
  await expect(rows).toHaveCount(51);
  await page.getByRole("link", { name: "Older" }).click();
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(page).toHaveURL(`/history?procedure=${key}`);
});
