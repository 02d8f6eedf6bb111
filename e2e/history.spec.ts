import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { dayOf } from "#lib/words/time.ts";
import { expect, test } from "./testing/fixtures.ts";
import { beyond, lookAt } from "./testing/screens.ts";

test("the history is filtered by its address, so that a view can be sent to somebody", async ({
  page,
  openAs,
  api,
  axe,
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
  await expect(rows.nth(1)).toContainText("Aborted at step 1");
  await page.getByLabel("Number, site, person").fill("nobody has this name");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No run matches")).toBeVisible();
  await lookAt(page, "history-no-match", { axe });
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(page).toHaveURL("/history");
});

test("older runs are on the pages after the first, and the way back is there", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const { id: procedureId, key } = await api("commander").publish([{}]);
  const places = { source: sites.source.id, destination: sites.destination.id };
  // Over at once, so that they are not among the runs that other tests watch going on.
  const abortedRun = async () => {
    const run = await api("commander").startedRun(sites, { procedureId, sites: places, facts: {}, mode: "drill" });
    await api("commander").send(run.id, { type: "run.abort", reason: "Only a test of the history" });
    return run.number;
  };
  const numbers = await Promise.all(Array.from({ length: 50 }, abortedRun));

  await page.clock.install();
  await page.goto(`/history?procedure=${key}`);
  const rows = page.getByRole("table", { name: "Runs, the latest first" }).getByRole("row");
  await expect(rows).toHaveCount(51);
  await expect(rows.nth(1), "as high as it stays").toContainText("JST");
  await test.step("which keep their place while a new one comes", async () => {
    const read = rows.filter({ hasText: runLabel(numbers.toSorted((a, b) => a - b)[20] ?? 0) });
    await read.evaluate((one) => one.scrollIntoView({ block: "center" }));
    const top = () => read.evaluate((one) => Math.round(one.getBoundingClientRect().top));
    const before = await top();
    numbers.push(await abortedRun());
    await page.clock.fastForward(8_000);
    await expect(rows.nth(1)).toContainText(runLabel(Math.max(...numbers)));
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  });
  await page.getByRole("link", { name: "Older" }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(runLabel(Math.min(...numbers)));
  await expect(page.getByText("These are the oldest.")).toBeVisible();
  await lookAt(page, "history-second-page", { axe, height: 900 });
  await page.getByRole("link", { name: "Newer" }).click();
  await expect(rows).toHaveCount(51);
  await page.getByRole("link", { name: "Older" }).click();
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(page).toHaveURL(`/history?procedure=${key}`);
});

test("a run in the history says whose it is, how long it goes on and, by a sign too, that its time is over", async ({
  page,
  api,
  accounts,
}) => {
  const sites = await api("administrator").practiceSites();
  const declaredAt = new Date(Date.now() - 100 * 60_000).toISOString();
  const late = await api("commander").smallRun(sites, [{}], { rtoSeconds: 600, declaredAt });
  await page.goto(`/history?site=${sites.source.id}`);
  const row = page.getByRole("row").filter({ hasText: runLabel(late.number) });
  await expect(row).toContainText(`Commander ${accounts.commander.name}`);
  await expect(row).toContainText(/\d+\s(s|min) so far/);
  const over = row.getByText("over RTO by 1 h 30 min");
  await expect(over.locator("..").locator("svg")).toBeVisible();
  for (const width of [768, 800, 1_184]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await beyond(page), `at ${width} px`).toBe(0);
    const lines = await over.evaluate((words) => {
      const figure = document.createRange();
      const [text] = words.childNodes;
      const from = text?.textContent?.indexOf("1") ?? 0;
      if (text) figure.setStart(text, from);
      if (text) figure.setEnd(text, text.textContent?.length ?? 0);
      // Where a line ends before the figure, its place at that end is one, too, with nothing on it.
      return [...figure.getClientRects()].filter((line) => line.width > 0).length;
    });
    expect(lines, `at ${width} px its figure stands on one line`).toBe(1);
  }
});

test("the history shows that a step of a run that goes on has failed", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, [{}, {}]);
  await api("operator").send(run.id, { type: "step.start", step: "1" });
  await api("operator").send(run.id, { type: "step.fail", step: "1", reason: "The disk is full" });
  await page.goto(`/history?site=${sites.source.id}`);
  const outcome = page
    .getByRole("row")
    .filter({ hasText: runLabel(run.number) })
    .locator("[data-tone=bad]");
  await expect(outcome).toHaveText("In progress, 1\u00a0step in trouble");
  await lookAt(page, "history-trouble", { axe, only: 1_440 });
  await api("commander").send(run.id, { type: "run.abort", reason: "Seen" });
});

test("what is chosen while the server has not answered yet adds to what was chosen before", async ({ page, api }) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  await page.goto("/history");
  const answer = Promise.withResolvers<void>();
  await page.route(
    ({ searchParams }) => searchParams.has("_rsc"),
    async (route) => {
      await answer.promise;
      await route.continue();
    },
  );
  const [mode, record] = [page.getByLabel("Mode", { exact: true }), page.getByLabel("Record", { exact: true })];
  await mode.selectOption("Live only");
  await expect(mode).toHaveValue("live");
  await record.selectOption("Not over");
  answer.resolve();
  await expect(page).toHaveURL("/history?mode=live&record=open");
  await expect(mode).toHaveValue("live");
  await expect(record).toHaveValue("open");
  await expect(page.getByRole("row").filter({ hasText: runLabel(run.number) })).toBeVisible();
});

test("the history is asked for a person, the state of the record and a way to deviate", async ({
  page,
  api,
  accounts,
}) => {
  const sites = await api("administrator").practiceSites();
  const { id: procedureId, key } = await api("commander").publish([{}]);
  const run = await api("commander").smallRun(sites, [{}], { procedureId });
  const other = await api("commander").smallRun(sites, [{}], { mode: "drill" });
  await api("operator").send(run.id, { type: "step.start", step: "1" });

  await page.goto(`/history?site=${sites.source.id}`);
  const rows = page.getByRole("table", { name: "Runs, the latest first" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  await page.getByLabel("Person", { exact: true }).selectOption(accounts.operator.name);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(runLabel(run.number));
  await page.getByLabel("Person", { exact: true }).selectOption("Everybody");
  await api("commander").send(other.id, { type: "run.abort", reason: "Only a test of the history" });
  await page.getByLabel("Record", { exact: true }).selectOption("Not over");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(runLabel(run.number));
  await page.getByLabel("Record", { exact: true }).selectOption("Any state");
  await expect(rows).toHaveCount(3);
  await page.getByLabel("Procedure", { exact: true }).selectOption(key);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(runLabel(run.number));
  await api("commander").send(run.id, { type: "step.fail", step: "1", reason: "It broke" });
  await api("commander").send(run.id, { type: "step.skip", step: "1", reason: "Not needed today" });
  const day = dayOf(run.createdAt, "Asia/Tokyo");
  await page.getByLabel("From (JST)").fill(day);
  await expect(page).toHaveURL(new RegExp(`since=${day}&zone=Asia%2FTokyo`));
  await page.getByLabel("To (JST)").fill(day);
  await expect(page).toHaveURL(new RegExp(`until=${day}&zone=Asia%2FTokyo`));
  await expect(rows.filter({ hasText: runLabel(run.number) })).toBeVisible();
  await page.getByLabel("Deviations").selectOption("Reopened");
  await expect(page.getByText("No run matches")).toBeVisible();
  await page.getByLabel("Deviations").selectOption("Skipped");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(runLabel(run.number));
});

test("a filter is saved under a name, found on the next day, renamed and deleted", async ({ page, axe }) => {
  const name = `Drills ${randomUUID().slice(0, 8)}`;
  await page.goto("/history?mode=drill&status=aborted");
  await page.getByRole("button", { name: "Save this filter" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save it" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/Must not be empty/);
  await lookAt(page, "history-name-refused", { axe, height: 900 });
  await dialog.getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  const saved = page.getByRole("list", { name: "Your saved filters" });
  await expect(saved.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("button", { name: "Save this filter" })).toHaveCount(0);
  expect(await axe(page)).toEqual([]);

  await page.goto("/history");
  await saved.getByRole("link", { name }).click();
  await expect(page).toHaveURL("/history?mode=drill&status=aborted");
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await lookAt(page, "history-saved-menu", { axe, height: 900 });
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await lookAt(page, "history-rename", { axe, height: 900 });
  await dialog.getByLabel("Name").fill(`${name}, aborted`);
  await dialog.getByRole("button", { name: "Rename it" }).click();
  await expect(saved.getByRole("link", { name: `${name}, aborted` })).toBeVisible();
  await page.getByRole("button", { name: `More for ${name}, aborted` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(saved.getByRole("link", { name })).toHaveCount(0);
});

test("what the history shows is taken along as CSV, all of the filter, marked for Excel as UTF-8", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const today = () => dayOf(Date.now(), "Asia/Tokyo");
  const since = today();
  const [run, live] = [
    await api("commander").smallRun(sites, [{}], { mode: "drill" }),
    await api("commander").smallRun(sites, [{}]),
  ];
  await api("commander").smallRun(sites, [{}], { mode: "drill" });
  for (const { id } of [run, live]) await api("commander").send(id, { type: "run.abort", reason: "Only a test" });
  const filter = { mode: "drill", status: "aborted", site: sites.source.id, person: run.commander.id };
  const days = { deviations: "no", since, until: today(), zone: "Asia/Tokyo", text: "mei" };
  await page.goto(`/history?${new URLSearchParams({ ...filter, ...days })}`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "What matches as CSV" }).click();
  const file = await downloading;
  expect(Object.fromEntries(new URL(file.url()).searchParams)).toEqual({ ...filter, ...days, for: "spreadsheet" });
  expect(file.suggestedFilename()).toBe("runs.csv");
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFMode,Run,/);
  const asked = await page.request.get(`/api/runs.csv?site=${sites.source.id}`);
  expect((await asked.text()).split("\r\n"), "to a program it says nothing else").toHaveLength(5);
  expect((await asked.body()).subarray(0, 4).toString()).toBe("Mode");
  expect(lines[1]).toMatch(new RegExp(`^DRILL,${runLabel(run.number)},`));
  expect(lines.slice(2)).toEqual([""]);
});
