import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { NewRun } from "#lib/contract/runs.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { PRINTS, SCREENS } from "./testing/kept-files.ts";
import { lookAt } from "./testing/screens.ts";

// Before anything else has made a run: an empty console is seen once only, and few runs have a card each.
test.describe.configure({ mode: "serial" });

test("no picture of earlier tests is left", async ({ page }) => {
  const { web } = (await (await page.request.get("/api/health")).json()) as { web: { startedAt: string } };
  // The tests beside may have begun a little before this product.
  const begun = Date.parse(web.startedAt) - 60_000;
  const kept = [SCREENS, PRINTS].flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)));
  expect(kept.filter((file) => statSync(file).mtimeMs < begun)).toEqual([]);
});

test("the overview before the first run, while none is live, and with a report to sign", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const auditors = await openAs("auditor");
  await page.goto("/");
  await auditors.goto("/");
  await expect(page.getByText("Try it before you need it")).toBeVisible();
  await expect(page.getByRole("link", { name: "Start a practice run" })).toHaveAttribute(
    "href",
    "/new-run?sites=practice",
  );
  await expect(page.getByRole("link", { name: "Start a drill" })).toHaveAttribute("href", "/new-run?mode=drill");
  await expect(auditors.getByText("No run yet")).toBeVisible();
  await expect(auditors.getByRole("link", { name: "Read a procedure" })).toHaveAttribute("href", "/procedures");
  await lookAt(page, "first-use", { axe, height: 900 });
  await lookAt(auditors, "first-use-auditor", { axe, height: 900 });

  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}], { mode: "drill" });
  await api("commander").complete(run.id, "1");
  for (const seen of [page, auditors]) await seen.reload();
  const live = (of: typeof page) => of.getByRole("region", { name: "Live now" });
  await expect(page.getByText("Try it before you need it")).toBeHidden();
  await expect(live(page)).toContainText("No run is live");
  await expect(live(page).getByRole("link", { name: "Start a drill" })).toBeVisible();
  await expect(live(auditors).getByRole("link", { name: "History" })).toBeVisible();

  const label = runLabel(run.number);
  const reports = page.getByRole("region", { name: "Reports to review" });
  await expect(reports.getByRole("listitem")).toHaveText(new RegExp(`^DRILL ${label}.*Completed, ended \\d+\\ss ago`));
  await expect(auditors.getByRole("region", { name: "Reports to review" }), "who did not command it").toHaveCount(0);
  const toReport = reports.getByRole("link", { name: `Review the report DRILL ${label}` });
  await expect(toReport).toHaveAttribute("href", `/runs/${label}/report`);
  await lookAt(page, "overview-none-live", { axe });
  await api("commander").send(run.id, { type: "report.sign_off", as: "Commander" });
  await page.reload();
  await expect(page.getByRole("region", { name: "Finished lately" })).toContainText(label);
  await expect(reports).toHaveCount(0);
});

test("a disaster is started in three presses, where and by what was live last, whatever was drilled since", async ({
  page,
  api,
}) => {
  const { commander, administrator } = { commander: api("commander"), administrator: api("administrator") };
  const { id } = await administrator.publish([{ title: "Stop the source", condition: when("source_up", "yes") }, {}], {
    title: "Zonal switchover",
    facts: [
      { key: "source_up", question: "Is the source operating?", label: "Source operating" },
      { key: "firewalls", question: "Are firewalls included?", label: "Firewalls" },
    ],
    presets: [{ key: "failover", title: "Failover", type: "unplanned", facts: { source_up: "no" } }],
    rtoSeconds: 3_600,
  });
  const sites = await administrator.practiceSites();
  const last = await commander.smallRun(sites, [{}], { procedureId: id, facts: { firewalls: "no" } });
  await commander.send(last.id, { type: "run.abort", reason: "Only a rehearsal" });
  const drill = await commander.smallRun(sites, [{ title: "Restart the printer" }], { mode: "drill" });
  await commander.send(drill.id, { type: "run.abort", reason: "Drilled" });
  await page.goto("/");
  await expect(page.getByRole("link", { name: "New run" })).toHaveAttribute("aria-keyshortcuts", "n");
  await page.keyboard.press("n");
  await expect(page.getByRole("button", { name: "Start LIVE run" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/runs\/R-\d+$/);
  const run = await commander.run(Number(/R-(\d+)$/.exec(page.url())?.[1]));
  expect(run).toMatchObject({
    ...{ procedureId: id, mode: "live", type: "unplanned", status: "in_progress", rtoSeconds: 3_600 },
    ...{
      commander: { name: "Mei Mori" },
      sites: { source: { id: sites.source.id }, destination: { id: sites.destination.id } },
    },
    // What the preset says, and nothing that was known of another day.
    facts: { source_up: "no", firewalls: "unknown" },
  });
  await commander.send(run.id, { type: "run.abort", reason: "Seen" });
});

test("the card of a run says when it will be done by what it took before, at best, and too late", async ({
  page,
  api,
  axe,
}) => {
  const commander = api("commander");
  const copy = { title: "Copy the images", action: { argv: ["/bin/sleep", "1"], timeoutSeconds: 60 } };
  const hour = { title: "Move the data", expectedSeconds: 3_600 };
  const begin = async (steps: StepDraft[], change: Partial<NewRun> = {}) =>
    commander.smallRun(await api("administrator").practiceSites(), steps, change);
  const past = await begin([copy, { title: "Tell the users" }]);
  await api("operator").complete(past.id, "1", "2");
  const runs = {
    known: await begin([{}], { procedureId: past.procedureId, rtoSeconds: 3_600 }),
    atBest: await begin([hour, { title: "Tell the users" }]),
    late: await begin([hour], { rtoSeconds: 1_800 }),
    draft: await begin([hour], { start: false }),
  };
  await page.goto("/");
  const finish = (run: { number: number }) =>
    page
      .getByRole("article")
      .filter({ hasText: runLabel(run.number) })
      .getByText(/^finish/);
  await expect(finish(runs.known)).toHaveText(/^finish (\d+ [\w ]+, )?\d\d:\d\d JST \((\d+ [\w ]+, )?\d\d:\d\d UTC\)$/);
  await expect(finish(runs.atBest)).toHaveText(
    /^finish at best (\d+ [\w ]+, )?\d\d:\d\d JST \((\d+ [\w ]+, )?\d\d:\d\d UTC\)$/,
  );
  await expect(finish(runs.late)).toHaveText(
    /^finish (\d+ [\w ]+, )?\d\d:\d\d JST \((\d+ [\w ]+, )?\d\d:\d\d UTC\), over RTO$/,
  );
  await expect(page.getByRole("region", { name: "Drafts" })).toContainText(runLabel(runs.draft.number));
  await lookAt(page, "overview-finish", { axe });
  for (const { id } of Object.values(runs)) await commander.send(id, { type: "run.abort", reason: "Seen" });
});

test("the card of a run names its gates, also behind what waits longer and while the run is paused", async ({
  page,
  api,
  axe,
}) => {
  const beside = { dependsOn: [] };
  const hold: StepDraft = { ...beside, gate: { kind: "hold" } };
  const steps = [beside, beside, beside, hold, hold];
  const { id, number } = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  await page.goto("/");
  const card = page.getByRole("article").filter({ hasText: runLabel(number) });
  await expect(card).toContainText("Waiting for 5");
  await expect(card).toContainText("start step 3");
  await expect(card, "they come after what is shown").not.toContainText("release step 4");
  await expect(card).toContainText("2 gates wait");

  await api("commander").send(id, { type: "run.pause", reason: "The storm" });
  await expect(card).toContainText(/\d+\ss You: resume or abort/);
  await expect(card).toContainText("You: release step 4");
  await expect(card).not.toContainText("start step");
  await expect(card).toContainText("2 gates wait");
  const waits = page.getByRole("region", { name: /^Waiting for you/ }).getByRole("listitem");
  await expect(waits.filter({ hasText: "paused by Mei Mori: The storm" })).toContainText(/\d+\ss/);
  await expect(waits.filter({ hasText: "step 5: release the hold" })).toBeVisible();
  await expect(page).toHaveTitle(/^\(3, gate waits\) Overview/);
  await lookAt(page, "overview-paused", { axe });
  await api("commander").send(id, { type: "run.abort", reason: "Seen" });
});

test("what comes above what somebody is on does not move it, and is told at the foot of the window", async ({
  openAs,
  api,
  axe,
}) => {
  const begin = async (steps: StepDraft[]) =>
    api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const gated = await begin([{ gate: { kind: "approval" } }]);
  const page = await openAs("approver");
  await page.goto("/");
  const card = page.getByRole("article").filter({ hasText: runLabel(gated.number) });
  const topOf = () => card.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const waits = page.getByRole("region", { name: /^Waiting for you/ });
  await expect(card).toContainText("ask for approval of step 1");
  await expect(waits).toHaveCount(0);
  await expect(page.getByText("Nothing in an open run waits for you.")).toBeVisible();
  const sent = await page.request.get("/");
  expect(await sent.text(), "from the start, so that it moves nothing").toContain(
    "Nothing in an open run waits for you.",
  );
  await card.hover();
  const before = await topOf();
  const ofRuns = /\/api\/runs\?.*over=no/;
  let failed = 0;
  await page.route(ofRuns, (route) => {
    failed++;
    return route.abort();
  });
  await expect.poll(() => failed, "it was asked twice, and once more after that").toBeGreaterThan(2);
  await expect(page.getByText("Nothing in an open run waits for you.")).toBeVisible();
  expect(await topOf()).toBe(before);
  await page.unroute(ofRuns);
  await api("operator").send(gated.id, { type: "gate.request", step: "1" });
  await expect(page.getByText("1 more waits for you.")).toBeInViewport();
  await expect(page.getByText("Nothing in an open run waits for you.")).toHaveCount(0);
  expect(await topOf()).toBe(before);
  const another = await begin([{}]);
  await expect(page.getByRole("article").filter({ hasText: runLabel(another.number) })).toBeVisible();
  expect(await topOf()).toBe(before);
  await lookAt(page, "overview-more-waits", { axe, height: 600 });
  await page.setViewportSize({ width: 1_440, height: 900 });

  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(waits.getByRole("link")).toBeFocused();
  await expect(waits).toBeInViewport({ ratio: 1 });
  await expect(page.getByText("1 more waits for you.")).toHaveCount(0);
  await card.getByRole("link").focus();
  const shown = await topOf();
  await api("approver").send(gated.id, { type: "step.approve", step: "1" });
  await expect(waits).toHaveCount(0);
  expect(await topOf()).toBe(shown);
  for (const { id } of [gated, another]) await api("commander").send(id, { type: "run.abort", reason: "Seen" });
});

const HOURGLASS = /^data:image\/svg.*M2 1h12/;
const DIAMOND = /^data:image\/svg.*M8 1l7/;
const USUAL = /^\/icon/;
const PRODUCT = " · Switchover console";

/** Of the tab: where each page brings one of its own, there must not be an old one beside it that a browser may choose. */
const icons = (page: Page): Promise<(string | null)[]> =>
  page.locator('link[rel~="icon"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));

/** What the tab says, where no other run goes on. */
async function tells(page: Page, title: string, icon: RegExp): Promise<void> {
  await expect(page).toHaveTitle(title);
  await expect.poll(() => icons(page), title).toEqual([expect.stringMatching(icon)]);
}

/** As if the time had come at which a page asks which runs go on. */
async function lookAgain(page: Page): Promise<void> {
  const told = page.waitForResponse((response) => new URL(response.url()).searchParams.get("over") === "no");
  await page.clock.fastForward(8_000);
  await told;
}

test("every tab tells of a gate as long as it waits, on every page, apart from what waits for its reader", async ({
  openAs,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ gate: { kind: "approval" } }, { dependsOn: [] }]);
  const label = runLabel(started.number);
  const [reader, elsewhere, operator] = [await openAs("auditor"), await openAs("auditor"), await openAs("operator")];
  for (const page of [reader, elsewhere, operator]) await page.clock.install();
  await reader.goto(`/runs/${label}`);
  await elsewhere.goto(`/history?site=${sites.source.id}`);
  await operator.goto("/procedures");
  const run = `LIVE ${label} ${sites.source.name} to ${sites.destination.name}`;
  // Step 1 is the operator's to ask for; what is theirs to start, step 2 and later both, counts as one.
  const each = async (count: number, gate: string, icon?: RegExp) => {
    for (const page of [reader, elsewhere, operator]) await lookAgain(page);
    await tells(reader, `${gate && `(${gate}) `}${run}${PRODUCT}`, icon ?? USUAL);
    await tells(elsewhere, `${gate && `(${gate}) `}History${PRODUCT}`, icon ?? USUAL);
    await tells(operator, `(${[count, gate].filter(Boolean).join(", ")}) Procedures${PRODUCT}`, icon ?? DIAMOND);
  };
  await each(2, "");
  await api("operator").send(started.id, { type: "gate.request", step: "1" });
  await each(1, "gate waits", HOURGLASS);
  await expect(elsewhere.getByRole("row").nth(1)).toHaveText(/In progress, 1\sgate waits/);
  await reader.getByRole("link", { name: "Verify the record" }).click();
  await expect(reader).toHaveURL(/\/record$/);
  await tells(reader, `(gate waits) LIVE ${label}, record${PRODUCT}`, HOURGLASS);
  await reader.goBack();
  await api("approver").send(started.id, { type: "step.approve", step: "1" });
  await each(1, "");
  await expect(elsewhere.getByRole("row").nth(1)).toHaveText(/In progress(?!, 1\sgate waits)/);
});

test("a tab in the background tells of a gate, too", async ({ openAs, api }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ gate: { kind: "approval" } }]);
  const page = await openAs("auditor");
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, "visibilityState", { get: () => "hidden" });
    Object.defineProperty(Document.prototype, "hidden", { get: () => true });
  });
  await page.clock.install();
  const report = `LIVE ${runLabel(started.number)}, report${PRODUCT}`;
  // Read before there is a gate: by itself, or with others that go on.
  const known = page.waitForResponse((response) => /\/api\/runs\/(several\?|[\da-f-]{36}$)/.test(response.url()));
  await page.goto(`/runs/${runLabel(started.number)}/report`);
  await known;
  await tells(page, report, USUAL);
  await api("operator").send(started.id, { type: "gate.request", step: "1" });
  await lookAgain(page);
  await tells(page, `(gate waits) ${report}`, HOURGLASS);
  await api("approver").send(started.id, { type: "step.approve", step: "1" });
  await lookAgain(page);
  await tells(page, report, USUAL);
});
