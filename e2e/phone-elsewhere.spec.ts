import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { keptPack } from "./testing/kept-pack.ts";
import { isOnTop } from "./testing/on-top.ts";
import { press } from "./testing/run-page.ts";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** Nothing has to be looked for to the right of the window. */
const fits = (page: Page, where: string) =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), {
      message: `${where} scrolls sideways`,
    })
    .toBeLessThanOrEqual(0);

/** A menu is fetched when it is first opened. */
async function chooseFrom(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole("button", { name: menu, exact: true }).tap();
  const entry = page.getByRole("menuitem", { name: item });
  await expect(entry).toBeInViewport({ ratio: 1 });
  await fits(page, menu);
  await entry.tap();
}

const runsOf = (page: Page) => page.getByRole("table", { name: "Runs, the latest first" }).getByRole("row");

test("on a phone the history is filtered, the filters are taken back, and what matches is downloaded", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const live = await api("commander").smallRun(sites, [{}]);
  const drill = await api("commander").smallRun(sites, [{}], { mode: "drill" });
  await api("commander").send(live.id, { type: "run.abort", reason: "Only a test of the history" });

  await page.goto("/");
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("dialog").getByRole("link", { name: "History" }).tap();
  await expect(page).toHaveURL("/history");
  const [site, mode] = [page.getByLabel("Site", { exact: true }), page.getByLabel("Mode", { exact: true })];
  const rows = runsOf(page);
  await site.selectOption(sites.source.id);
  await expect(rows).toHaveCount(3);
  await fits(page, "the history");
  await mode.selectOption("Drills only");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(`DRILL ${runLabel(drill.number)}`);
  await page.goBack();
  await expect(rows).toHaveCount(3);
  await page.getByLabel("Outcome").selectOption("Aborted");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("Aborted at step 1");
  await page.getByLabel("Outcome").selectOption("All");
  await page.getByLabel("Number, site, person").fill(runLabel(drill.number));
  await page.getByRole("button", { name: "Search" }).tap();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(`DRILL ${runLabel(drill.number)}`);

  const csv = page.getByRole("link", { name: "What matches as CSV" });
  const [file] = await Promise.all([page.waitForEvent("download"), csv.tap()]);
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(new RegExp(`^DRILL,${runLabel(drill.number)},`));
  await mode.selectOption("Live only");
  await expect(page.getByText("No run matches")).toBeVisible();
  await fits(page, "the history without a match");
  await mode.selectOption("Live and drills");
  await rows.getByRole("link", { name: `DRILL ${runLabel(drill.number)}` }).tap();
  await expect(page).toHaveURL(`/runs/${runLabel(drill.number)}`);
  await page.goBack();
  await expect(rows).toHaveCount(2);
  await expect(site).toHaveValue(sites.source.id);
  await page.getByRole("button", { name: "Clear", exact: true }).tap();
  await expect(page).toHaveURL("/history");
  await expect(site).toHaveValue("");
  await expect(page.getByLabel("Number, site, person")).toHaveValue("");
});

test("on a phone a filter is saved under a long name, opened again, renamed and deleted", async ({ page }) => {
  const mark = newMark();
  const name = `Drills of those who are on call in the night, mark ${mark}`;
  const dialog = page.getByRole("dialog");
  await page.goto("/history");
  await page.getByLabel("Mode", { exact: true }).selectOption("Drills only");
  await page.getByLabel("Number, site, person").fill(mark);
  await page.getByRole("button", { name: "Search" }).tap();
  await expect(page).toHaveURL(`/history?mode=drill&text=${mark}`);
  await page.getByRole("button", { name: "Save this filter" }).tap();
  await fits(page, "the name of a filter");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save it" }).tap();
  const saved = page.getByRole("list", { name: "Your saved filters" });
  await expect(saved.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  await fits(page, "a saved filter");

  await page.getByRole("button", { name: "Clear", exact: true }).tap();
  await expect(page).toHaveURL("/history");
  await saved.getByRole("link", { name }).tap();
  await expect(page).toHaveURL(`/history?mode=drill&text=${mark}`);
  await expect(page.getByLabel("Mode", { exact: true })).toHaveValue("drill");
  await expect(page.getByLabel("Number, site, person")).toHaveValue(mark);

  const shorter = `On call ${newMark()}`;
  await chooseFrom(page, `More for ${name}`, "Rename");
  await expect(dialog.getByLabel("Name")).toHaveValue(name);
  await fits(page, "the other name of a filter");
  await dialog.getByLabel("Name").fill(shorter);
  await dialog.getByRole("button", { name: "Rename it" }).tap();
  await expect(saved.getByRole("link", { name: shorter })).toBeVisible();
  await expect(saved.getByRole("link", { name })).toHaveCount(0);
  await chooseFrom(page, `More for ${shorter}`, "Delete");
  await expect(saved.getByRole("link", { name: shorter })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save this filter" })).toBeVisible();
});

const keyOf = (title: string) => title.toLowerCase().replaceAll(" ", "-");

const MISTAKEN = "        roles: [nowhere]";

/** Long enough that what is wrong in its middle is out of sight at either end. No line is broken in two on a phone. */
function longDocument(title: string): string[] {
  const steps = Array.from({ length: 24 }, (_, i) => [
    `      - number: "${i + 1}"`,
    `        title: Part ${i + 1}`,
    "        kind: manual",
    i === 13 ? MISTAKEN : "        roles: [source]",
  ]);
  return [
    ...["format: switchover-procedure/1", `key: ${keyOf(title)}`, `title: ${title}`],
    ...["roles:", "  - key: source", "    title: Source"],
    ...["phases:", "  - title: All", "    steps:"],
    ...steps.flat(),
  ];
}

/** Whether the line that is selected can be seen: within its field, and within the window. */
const seesSelected = (area: Locator) =>
  area.evaluate((field: HTMLTextAreaElement) => {
    const height = Number.parseFloat(getComputedStyle(field).lineHeight);
    const linesAbove = field.value.slice(0, field.selectionStart).split("\n").length - 1;
    const top = linesAbove * height - field.scrollTop;
    const { y } = field.getBoundingClientRect();
    return top >= 0 && top + height <= field.clientHeight && y + top >= 0 && y + top + height <= window.innerHeight;
  });

/** The document is refused, and its line in the list of what is wrong is pressed. */
async function goToMistake(page: Page, title: string): Promise<Locator> {
  const lines = longDocument(title);
  const area = page.getByLabel("Document");
  await area.fill(lines.join("\n"));
  await page.getByRole("button", { name: "Check and publish" }).tap();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("Not published. 1 problem.");
  await expect(refusal).toBeInViewport({ ratio: 1 });
  await fits(page, "what is wrong with a document");
  const wrong = page.getByRole("list", { name: "What is wrong" }).getByRole("listitem");
  await expect(wrong).toContainText("phases[0].steps[13].roles[0]");
  await wrong.getByRole("button", { name: `line ${lines.indexOf(MISTAKEN) + 1}`, exact: true }).tap();
  await expect(area).toBeFocused();
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe(MISTAKEN);
  return area;
}

test("on a phone a document with a mistake leads to its line, is mended there and published", async ({ page, api }) => {
  const title = `Move the mail ${newMark()}`;
  await page.goto("/procedures");
  await fits(page, "the procedures");
  await page.getByRole("link", { name: "Upload a procedure" }).tap();
  await goToMistake(page, title);
  await page.keyboard.insertText(MISTAKEN.replace("nowhere", "source"));
  await press(page.getByRole("button", { name: "Check and publish" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${title} v1`);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(24);
  await fits(page, "a procedure");
  const { document } = await api("auditor").procedure(keyOf(title));
  expect(document.phases[0]?.steps[13]?.roles).toEqual(["source"]);
});

test("on a phone the line that a mistake leads to comes into sight", async ({ page }) => {
  await page.goto("/procedures/new");
  const area = await goToMistake(page, `Never published ${newMark()}`);
  await expect.poll(() => seesSelected(area), { message: "the mistake is in sight" }).toBe(true);
});

test("on a phone one step is changed by its form, looked at in the draft and published", async ({ page, api }) => {
  const argv = ["/bin/echo", "--to=a-distribution-list-with-a-long-name@example.com", "old"];
  const say = { title: "Say it", action: { argv }, expectedSeconds: 60 };
  const published = await api("commander").publish([{ title: "Stop it" }, say]);
  await page.goto(`/procedures/${published.id}`);
  await page.getByRole("link", { name: "Change step 2" }).tap();
  const form = page.getByRole("form", { name: "Change step 2" });
  const command = form.getByRole("textbox", { name: "Command 3" });
  const seconds = form.getByLabel("Expected time, in seconds");
  await expect(command).toHaveValue("old");
  await fits(page, "the form of a step");
  const keep = page.getByRole("button", { name: "Keep in the draft" });
  await expect(keep, "it stays beside the thumb").toBeInViewport({ ratio: 1 });
  await seconds.fill("0");
  await form.getByRole("textbox", { name: "Title" }).tap();
  await keep.tap();
  await expect(page.getByRole("alert").filter({ hasText: "1 field needs correcting." })).toBeInViewport({ ratio: 1 });
  await expect(seconds).toBeFocused();
  await expect(seconds).toHaveAccessibleDescription(/must be more than 0/i);
  await expect.poll(() => isOnTop(seconds), { message: "the bar at the foot is not over it" }).toBe(true);
  await seconds.fill("90");
  await command.tap();
  await command.fill("new");
  await fits(page, "the form of a step being corrected");
  await keep.tap();

  const changes = page.getByRole("list", { name: "What changes" }).getByRole("listitem");
  await expect(changes).toHaveCount(2);
  await expect(changes.filter({ hasText: "Step 2, expected time, in seconds" })).toContainText("90");
  await expect(changes.filter({ hasText: "Step 2, action" })).toContainText(/example\.com\s*new/);
  await fits(page, "a draft");
  expect((await api("auditor").procedure(published.key)).version).toBe(1);
  const publish = page.getByRole("button", { name: "Publish v2" });
  expect((await publish.boundingBox())?.width, "the main button has a row of its own").toBeGreaterThan(300);
  await press(publish);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("v2");
  await fits(page, "the next version");
  const { document, version } = await api("auditor").procedure(published.key);
  expect(version).toBe(2);
  const action = { argv: [...argv.slice(0, 2), "new"] };
  expect(document.phases[0]?.steps[1]).toMatchObject({ expectedSeconds: 90, action });
});

const remarks = "Perform when the switchover source site is operating.";
const caution = "Two sites writing to one volume destroys it.";
const argv = ["/bin/echo", `--images=${"/srv/images/".repeat(8)}`, "--verify"];

/** The pack as it is kept, before whoever has nothing but a phone. */
async function readsPack(offline: Page, run: string): Promise<void> {
  await expect(offline).toHaveTitle(new RegExp(`^${run}, run pack`));
  await expect(offline.getByRole("heading", { level: 1 })).toContainText(run);
  const banner = offline.getByRole("alert");
  await expect(banner).toContainText("Read only: not connected.");
  await expect(offline.getByRole("button")).toHaveCount(0);
  await fits(offline, `the kept pack of ${run}`);
  const card = (step: string) => offline.getByRole("listitem").filter({ hasText: step });
  const [first, second] = [card("1 Stop the services"), card("2 Copy the images")];
  for (const line of [first.getByText(remarks), first.getByText(caution), second.getByText(argv.join(" "))]) {
    await line.scrollIntoViewIfNeeded();
    await expect(line).toBeInViewport({ ratio: 1 });
    expect(await isOnTop(line), "the banner is not over it").toBe(true);
  }
  await expect(banner).toBeInViewport({ ratio: 1 });
}

test.describe(() => {
  test.use({ serviceWorkers: "allow" });
  test("on a phone without the server the kept packs are found and read, and lead back to the run", async ({
    page,
    context,
    api,
  }) => {
    const telephone = "+81 80-2345-6789";
    await api("approver").ask("PUT", "/api/session/telephone", { telephone });
    const positions = { lead: { person: await api("commander").idOf("Ren Okada") } };
    const copy = { title: "Copy the images", action: { argv, timeoutSeconds: 60 } };
    const steps = [{ title: "Stop the services", remarks, caution }, copy];
    const sites = await api("administrator").practiceSites();
    const live = await api("commander").smallRun(sites, steps, { positions });
    const drill = await api("commander").smallRun(sites, steps, { mode: "drill", positions });
    const [liveLabel, drillLabel] = [runLabel(live.number), runLabel(drill.number)];
    for (const label of [liveLabel, drillLabel]) {
      await page.goto(`/runs/${label}`);
      await expect.poll(() => keptPack(page, label)).toContain(telephone);
    }

    await context.setOffline(true);
    const offline = await context.newPage();
    await offline.goto(`/runs/${liveLabel}`);
    await readsPack(offline, `LIVE ${liveLabel}`);
    const approver = offline.getByRole("row").filter({ hasText: "Ren Okada" });
    await expect(approver.getByRole("link", { name: telephone })).toHaveAttribute("href", "tel:+818023456789");
    await offline.goto("/");
    await expect(offline.getByRole("heading", { name: "Not connected" })).toBeVisible();
    await fits(offline, "the list of kept packs");
    await offline.getByRole("link", { name: `DRILL ${drillLabel}` }).tap();
    await readsPack(offline, `DRILL ${drillLabel}`);

    await context.setOffline(false);
    await offline.getByRole("alert").getByRole("link", { name: "Try again" }).tap();
    const simulate = offline.getByRole("contentinfo").getByRole("button", { name: "Simulate step 1" });
    await expect(simulate).toBeInViewport({ ratio: 1 });
    await expect(offline.getByText("Read only: not connected.")).toHaveCount(0);
    await fits(offline, "the run");
  });
});
