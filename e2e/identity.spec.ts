import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./fixtures.ts";

const WHOSE = /DRILL R-\d+ .+ to .+ v1, commander Mei Mori/;

test("report, record and late entries of a drill say first that it is one, and whose page it is stays in sight", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const { number } = await api("commander").smallRun(sites, [{}, {}, {}], { mode: "drill" });
  await page.setViewportSize({ width: 360, height: 480 });
  const label = runLabel(number);
  for (const [part, words] of [
    ["report", "report"],
    ["record", "record"],
    ["afterwards", "enter afterwards"],
  ]) {
    await page.goto(`/runs/${label}/${part}`);
    await expect(page).toHaveTitle(new RegExp(`^(\\(\\d+\\) )?DRILL ${label}, ${words}`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`DRILL ${label}, ${words}`);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(page.getByText(WHOSE), part).toBeInViewport();
  }
  await page.setViewportSize({ width: 1_440, height: 480 });
  await page.goto(`/runs/${label}/report`);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(page.getByRole("banner").getByText("v1, commander Mei Mori")).toBeInViewport();
});
