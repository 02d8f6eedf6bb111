import { runLabel } from "#lib/domain/run/read-state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import { expect, test } from "./testing/fixtures.ts";
import { neverEndsEmpty, printsOnBoth } from "./testing/printed.ts";

const WHOSE = /DRILL R-\d+ .+ to .+ v1, commander Mei Mori/;

test("report, record and late entries of a drill say first that it is one, and whose page it is stays in sight", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const { number } = await api("commander").smallRun(sites, [{}, {}, {}], { mode: "drill" });
  await page.setViewportSize({ width: 360, height: 480 });
  const label = runLabel(number);
  const title = page.getByRole("heading", { level: 1 });
  for (const [part, words, short] of [
    ["report", "report", "Report"],
    ["record", "record", "Record"],
    ["afterwards", "enter afterwards", "Enter afterwards"],
  ] as const) {
    await page.goto(`/runs/${label}/${part}`);
    await expect(page).toHaveTitle(new RegExp(`^(\\((\\d+|(\\d+, )?gate waits)\\) )?DRILL ${label}, ${words}`));
    await expect(page.getByRole("heading", { level: 1, name: `DRILL ${label}, ${words}` })).toBeVisible();
    await expect(title).toContainText(short);
    const [whose, what] = [await page.getByText(WHOSE).boundingBox(), await title.boundingBox()];
    expect(whose?.y, "whose page it is comes before what it is").toBeLessThan(what?.y ?? 0);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(page.getByText(WHOSE), part).toBeInViewport();
    const clock = page.getByRole("region", { name: `Run ${label}` }).getByText(/\d\d:\d\d JST.*\d\d:\d\d UTC/);
    await expect(clock, `the clock of the ${part}`).toBeInViewport({ ratio: 1 });
    await printsOnBoth(page, `drill-${part}-page`, { each: [/DRILL/], whole: [new RegExp(label)] });
    if (part === "report") await neverEndsEmpty(page, "drill-report-page");
  }
  await page.emulateMedia({ media: "print" });
  const watermark = await page.evaluate(() => {
    const { position, display, opacity, printColorAdjust, maskImage } = getComputedStyle(document.body, "::after");
    return { position, display, opacity, printColorAdjust, isDrill: maskImage.includes("DRILL") };
  });
  // Fixed, it is on each page; exact, it is there without backgrounds.
  const drawn = { position: "fixed", display: "block", opacity: "0.12", printColorAdjust: "exact", isDrill: true };
  expect(watermark).toEqual(drawn);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1_440, height: 480 });
  await page.goto(`/runs/${label}/report`);
  await expect(page.getByRole("banner").getByText(label, { exact: true }).first()).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(page.getByRole("banner").getByText("v1, commander Mei Mori")).toBeInViewport();
});

test("the title of a new run begins with LIVE or DRILL, as it was opened and as it is changed, in both languages", async ({
  page,
  api,
  context,
}) => {
  await api("administrator").practiceSites();
  const { id } = await api("administrator").publish([{}]);
  const begins = (words: string) => new RegExp(`^(\\((\\d+|(\\d+, )?[^,()]+)\\) )?${words} · `);
  await page.goto(`/new-run?procedure=${id}&mode=drill`);
  await expect(page).toHaveTitle(begins("DRILL: new run"));
  await page.getByRole("radio", { name: "Live" }).check();
  await expect(page).toHaveTitle(begins("LIVE: new run"));
  await context.addCookies([{ name: "locale", value: "ja", url: BASE_URL }]);
  await page.goto(`/new-run?procedure=${id}&mode=drill`);
  await expect(page).toHaveTitle(begins("訓練: 新しい切替実行"));
});
