import type { Locator, Page } from "@playwright/test";
import type { NewRun, RunView } from "#lib/contract/runs.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { type Api, newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { type Looking, lookAt } from "./testing/screens.ts";

/** Which of them are no higher than two lines. */
const inTwoLines = (lines: Locator): Promise<boolean[]> =>
  lines.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height < 60));

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
  const waiting = operators.getByRole("region", { name: /^Waiting for you/ });
  const more = waiting.getByRole("button", { name: /^Show \d+ more/ });
  await expect(waiting).toBeVisible();
  if (await more.isVisible()) await more.click();
  const waits = waiting.getByRole("listitem");
  await expect(waits.filter({ hasText: runLabel(live.number) })).toContainText("step 1 is ready to be started");
  await expect(operators).toHaveTitle(/^\(\d+(, gate waits)?\) Overview/);

  const readAgain: string[] = [];
  page.on("request", (request) => readAgain.push(new URL(request.url()).pathname));
  await api("operator").send(live.id, { type: "step.start", step: "1" });
  await expect(liveCard).toContainText("1 Stopping Services and Releasing Resources");
  expect(readAgain).toContain(`/api/runs/${live.id}`);
  expect(readAgain).not.toContain(`/api/runs/${drill.id}`);
  await expect(waits.filter({ hasText: runLabel(live.number) })).toHaveCount(0);
  await api("operator").send(live.id, { type: "step.fail", step: "1", reason: "The lease is lost" });
  await expect(liveCard.locator("[data-tone=bad]"), "a card says it by itself, a line at its end").toHaveText(
    /trouble/i,
  );
  await liveCard.getByRole("link").click();
  await expect(page).toHaveURL(`/runs/${runLabel(live.number)}`);
});

async function lookAtNoMatch(page: Page, looking: Looking): Promise<void> {
  const filter = page.getByRole("searchbox", { name: "Only runs with these words" });
  const text = await filter.inputValue();
  await filter.fill("zzz");
  await expect(page.getByText("No run matches the filter")).toBeVisible();
  await expect(page.getByRole("button", { name: /^All runs/ }), "with these words").toHaveText("All runs0");
  await lookAt(page, "overview-no-match", looking);
  await page.getByRole("button", { name: "Show all runs" }).click();
  await filter.fill(text);
}

const hold: StepDraft = { dependsOn: [], gate: { kind: "hold" } };

/** As if more were open than come at once. */
const oneAtOnce = (page: Page): Promise<unknown> =>
  page.route(/\/api\/runs\?over=no$/, (route) => route.continue({ url: `${route.request().url()}&limit=1` }));

async function showTheRest(page: Page, lines: Locator, all: number): Promise<void> {
  test.slow();
  await oneAtOnce(page);
  await expect(lines).not.toHaveCount(all);
  await page.getByRole("button", { name: "Show the older open runs here" }).click();
  await expect(lines).toHaveCount(all);
}

async function failFirst(operator: Api, run: Run | undefined): Promise<void> {
  for (const command of [{ type: "step.start" }, { type: "step.fail", reason: "Nobody answers" }] as const) {
    await operator.send(run?.id ?? "", { ...command, step: "1" });
  }
}

/** What was asked for, and the focus, when one of four has ended. */
async function staysThoughOneEnded(filter: Locator, words: string, lines: Locator): Promise<void> {
  await expect(lines).toHaveCount(3);
  await expect(filter).toHaveValue(words);
  await expect(lines.first().getByRole("link")).toBeFocused();
}

test("how much waits is not said before all of it is known", async ({ openAs, api }) => {
  const sites = await api("administrator").practiceSites();
  const runs = [
    await api("commander").smallRun(sites, [{}]),
    await api("commander").smallRun(sites, [{}], { mode: "drill" }),
  ];
  const late = runs[0]?.id ?? "";
  const page = await openAs("operator");
  let letGo = () => {};
  const released = new Promise<void>((go) => {
    letGo = go;
  });
  await page.route("**/api/runs/several?*", async (route) => {
    const answer = await route.fetch();
    const { runs: views } = (await answer.json()) as { runs: RunView[] };
    await route.fulfill({ response: answer, json: { runs: views.filter(({ run }) => run.id !== late) } });
  });
  await page.route(`**/api/runs/${late}`, async (route) => {
    await released;
    await route.continue();
  });
  const asked = page.waitForRequest(`**/api/runs/${late}`);
  await page.goto("/help");
  await asked;
  const badge = page.getByRole("navigation", { name: "Main" }).getByText(/, \d+ waiting for you/);
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => idle(null))));
  await expect(badge).toHaveCount(0);
  await expect(page, "a gate that waits there is no number").toHaveTitle(/^(?!\(\d)/);
  letGo();
  await expect(badge).toBeAttached();
  await expect(page).toHaveTitle(/^\(\d+/);
  for (const { id } of runs) await api("commander").send(id, { type: "run.abort", reason: "Seen" });
});

test("of more runs than are looked at, the overview says how many it knows nothing of", async ({ page, api, axe }) => {
  const commander = api("commander");
  const sites = await api("administrator").practiceSites();
  const first = await commander.smallRun(sites, [{ title: "Tell the users" }], { mode: "drill" });
  const { procedureId } = first;
  const failing = await commander.smallRun(sites, [{}], { procedureId, mode: "drill" });
  await failFirst(api("operator"), failing);
  for (let more = 0; more < 21; more++) await commander.smallRun(sites, [{}], { procedureId, mode: "drill" });
  await page.goto("/");
  const summary = page.getByText(/^\d+ active runs: .* at risk\. [1-9]\d* of them are not looked at here\.$/);
  await expect(summary).toBeVisible();
  const unknown = / (\d+) of them /.exec((await summary.textContent()) ?? "")?.[1];
  await expect(page.getByText(/not counting .*not looked at here/)).toContainText(`${unknown} active run`);
  const atRisk = page.getByRole("group", { name: "At risk or over" });
  await expect(atRisk.filter({ hasText: runLabel(failing.number) })).toBeVisible();
  const filter = page.getByRole("searchbox", { name: "Only runs with these words" });
  await filter.fill(runLabel(first.number));
  const line = page.getByRole("group", { name: "The others" }).getByRole("article");
  await expect(line).toContainText("not looked at here: open it");
  await lookAt(page, "overview-not-looked-at", { axe });
});

test("what goes on at the sites of a new run is known also where drafts fill the list of what is open", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const other = await api("commander").smallRun(sites, [{}]);
  await api("commander").smallRun(sites, [{}], { start: false });
  await oneAtOnce(page);
  const asked = page.waitForResponse(/\/api\/runs\?.*status=in_progress/);
  await NewRunPage.ready(page, api, sites);
  await asked;
  const notes = page.getByRole("list", { name: "Worth knowing" });
  await expect(notes).toContainText(`LIVE ${runLabel(other.number)} is active at ${sites.source.name}`);
  await expect(notes).not.toContainText("No other run");
});

test("many runs are lines with those at risk first, and a filter finds one by its words and by key", async ({
  page,
  api,
  axe,
}) => {
  const commander = api("commander");
  const title = `Move the mail ${newMark()}`;
  const site = (name: string) => {
    const wish = { key: `site-${newMark()}`, name: `${name} of a data centre ${newMark()}`, place: "", parameters: {} };
    return api("administrator").call<{ id: string }>("POST", "/api/sites", wish);
  };
  const runOf = async (change: Partial<NewRun> = {}, more: StepDraft[] = []) => {
    const [source, destination] = [await site("Tokyo, first floor"), await site("Osaka, second floor")];
    const steps = [{ title: "Tell the users" }, { title: "Cut the link" }, ...more];
    const { id: procedureId } = await commander.publish(steps, { title });
    const sites = { source: source.id, destination: destination.id };
    const wish = { mode: "live", type: "planned", start: true, procedureId, sites, ...change };
    return (await commander.call<RunView>("POST", "/api/runs", wish)).run;
  };
  const well = [await runOf(), await runOf({ rtoSeconds: 7_200 }, [hold])];
  const failed = await runOf();
  const paused = await runOf({}, [hold, hold]);
  const declaredAt = new Date(Date.now() - 3_600_000).toISOString();
  const over = await runOf({ rtoSeconds: 1_800, declaredAt });
  await failFirst(api("operator"), failed);
  await commander.send(paused.id, { type: "run.pause", reason: "The storm" });
  await page.goto("/");

  await expect(page.getByText(/^\d+ active runs: [1-9]\d* over RTO, [1-9]\d* at risk\.$/)).toBeVisible();
  await page.keyboard.press("/");
  const filter = page.getByRole("searchbox", { name: "Only runs with these words" });
  await expect(filter).toBeFocused();
  await page.keyboard.type(title);
  const atRisk = page.getByRole("group", { name: "At risk or over" }).getByRole("article");
  const onCourse = page.getByRole("group", { name: "The others" }).getByRole("article");
  await expect(atRisk).toHaveText([
    new RegExp(`^LIVE ${runLabel(over.number)}Commander Mei Mori.*30\\smin over RTO.*1\\sh\\s00\\smin since declared`),
    new RegExp(`${runLabel(failed.number)}.*Trouble`),
    new RegExp(`${runLabel(paused.number)}.*Paused, The storm.*2\\sgates wait.*You: release step 3.*Paused`),
  ]);
  const inTime = onCourse.filter({ hasText: runLabel(well[1]?.number ?? 0) });
  await expect(inTime, "a gate behind what waits longer").toContainText(/1 gate waits .*start step 1, 1 more/);
  await expect(inTime).toContainText(/1\sh\s59\smin left/);
  await expect(onCourse).toHaveCount(2);
  for (const width of [1_440, 1_024]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => inTwoLines(atRisk), { message: `two lines at ${width} px` }).toEqual([true, true, true]);
  }
  await lookAt(page, "overview-many", { axe });
  await lookAtNoMatch(page, { axe, height: 900 });

  await onCourse.first().hover();
  const failing = onCourse.filter({ hasText: runLabel(well[0]?.number ?? 0) });
  await failFirst(api("operator"), well[0]);
  await expect(failing, "it stays under the pointer").toContainText("Trouble");
  await page.mouse.move(0, 0);
  await expect(atRisk).toHaveCount(4);
  await expect(onCourse).toHaveCount(1);

  await showTheRest(page, atRisk.or(onCourse), 5);

  await page.getByRole("search").getByRole("button", { name: "At risk or over" }).click();
  await expect(onCourse).toHaveCount(0);
  await expect(atRisk).toHaveCount(4);
  await atRisk.first().getByRole("link").focus();
  await page.keyboard.press("j");
  await expect(atRisk.nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await commander.send(paused.id, { type: "run.abort", reason: "The storm stays" });
  await staysThoughOneEnded(filter, title, atRisk);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/runs/${runLabel(over.number)}`);
});
