import type { Locator, Page } from "@playwright/test";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { isOnTop } from "./testing/on-top.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const HOUR_MS = 3_600_000;

/** Those of which one covers another. */
function overlapping(boxes: DOMRect[]): DOMRect[][] {
  const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).map((other) => [one, other] as const));
  return pairs
    .filter(([one, other]) => one.left < other.right && other.left < one.right)
    .filter(([one, other]) => one.top < other.bottom && other.top < one.bottom)
    .map((pair) => [...pair]);
}

const toTheEnd = (page: Page) => page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));

/** A run that was declared an hour ago: one step in progress, one at its gate, one that comes then. */
async function underWay(commander: Api, administrator: Api, operator: Api, rtoSeconds: number | null) {
  const steps = [
    { title: "Tell the users", expectedSeconds: 600 },
    { title: "Move the address", dependsOn: [], gate: { kind: "approval" as const } },
    { title: "Close the lines", dependsOn: ["1", "2"] },
  ];
  const declaredAt = new Date(Date.now() - HOUR_MS).toISOString();
  const started = await commander.smallRun(await administrator.practiceSites(), steps, { rtoSeconds, declaredAt });
  await operator.send(started.id, { type: "step.start", step: "1" });
  await operator.send(started.id, { type: "gate.request", step: "2" });
  return started;
}

test("the head says which run it is, since when and until when, wherever one reads", async ({ page, api }) => {
  const started = await underWay(api("commander"), api("administrator"), api("operator"), 7_200);
  const run = new RunPage(page);
  await run.open(started);
  await page.setViewportSize({ width: 1440, height: 600 });
  await toTheEnd(page);
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await expect(run.head).toBeInViewport({ ratio: 1 });
  const figure = (name: string) => run.head.locator("dl > div").filter({ hasText: name });
  await expect(run.head).toContainText("An example v1");
  for (const place of [/^Practice East/, /^Practice West/]) {
    await expect(run.head.getByText(place).filter({ visible: true })).toBeInViewport({ ratio: 1 });
  }
  const way = run.head.locator("p").filter({ hasText: /^Practice East.*Practice West/, visible: true });
  await expect(way.getByRole("img", { name: "to" })).toBeVisible();
  await expect(run.head).toContainText("Commander Mei Mori (you)");
  await expect(run.head).toContainText(/^LIVE/);
  await expect(figure("Since declared")).toContainText(/1\sh\s0\d\smin\s*started \d+\s\w+ ago/);
  await expect(figure("RTO 2 h 00 min, left")).toContainText(
    /5\d\smin\s*due (\d+ [\w ]+, )?\d\d:\d\d JST \((\d+ [\w ]+, )?\d\d:\d\d UTC\)/,
  );
  await expect(figure("Projected finish, 2 of 3 not estimated")).toContainText(
    /\d\d:\d\d JST\s*(\d+ [\w ]+, )?\d\d:\d\d UTC, at best, [45]\d\smin to spare/,
  );
  await expect(figure("Server time")).toContainText(
    /\d\d:\d\d:\d\d JST\s*(\w{3} \d+ \w{3})?\w{3} \d+ \w{3} \d\d:\d\d:\d\d UTC/,
  );
  await expect(run.head).toContainText(/Now step 1\s*Next/);
  await api("commander").send(started.id, { type: "run.pause", reason: "The storm" });
  await expect(run.head).toContainText(/Now Paused, step 1\s*Next.*Waiting for < 1\smin You: resume or abort/);
});

test("the parts of the head stand beside each other in a window of any width, also where they tell a day", async ({
  page,
  api,
}) => {
  const people = [api("commander"), api("administrator"), api("operator")] as const;
  const run = new RunPage(page);
  for (const rtoSeconds of [7_200, 26 * 3_600]) {
    await run.open(await underWay(...people, rtoSeconds));
    const parts = [
      run.head.locator("p b").filter({ hasText: /^Practice East/, visible: true }),
      ...(await run.head.locator("dl > div").all()),
      run.head.getByRole("button", { name: "Pause… R-" }).filter({ visible: true }),
    ];
    for (const width of [1_100, 1_280, 1_344, 1_439, 1_440, 1_536, 1_720]) {
      await page.setViewportSize({ width, height: 600 });
      const boxes = await Promise.all(
        parts.map((part) => part.evaluate((drawn) => drawn.getBoundingClientRect().toJSON())),
      );
      expect(boxes).toHaveLength(6);
      expect(overlapping(boxes), `overlap at ${width}`).toEqual([]);
      expect(Math.max(...boxes.map(({ right }) => right)), `cut off at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});

test("the head of a run that is late says by how much, and of one without an objective that there is none", async ({
  page,
  api,
}) => {
  const people = [api("commander"), api("administrator"), api("operator")] as const;
  const late = await underWay(...people, 1_800);
  const run = new RunPage(page);
  await run.open(late);
  await expect(run.head.locator("dl > div").filter({ hasText: /^RTO 30\smin, over by/ })).toContainText(/3\d\smin/);
  await expect(run.head).toContainText(/over RTO by \d+\smin/);
  await run.open(await underWay(...people, null));
  await expect(run.head.locator("dl > div").filter({ hasText: /^RTO/ })).toContainText("no RTO set");
});

test("the strip names what goes on, what comes and who is waited for, with steps, people and minutes", async ({
  page,
  api,
}) => {
  const started = await underWay(api("commander"), api("administrator"), api("operator"), null);
  const run = new RunPage(page);
  await run.open(started);
  const column = (title: string | RegExp) =>
    page.locator("main section").filter({ has: page.getByRole("heading", { level: 2, name: title }) });
  await expect(column("Waiting for people, 1")).toContainText(/All steps: [\d<].* waiting, 0\ss machine/);
  await expect(column("Now")).toContainText(/1 Tell the users\s*Jun Kato, \d+\s\w+ of about 10\smin, by the procedure/);
  await expect(run.step("1").card).toContainText(/\d+\s\w+ of about 10\smin, by the procedure/);
  await expect(column("Next")).toContainText(/3 Close the lines\s*when 1 and 2 are settled/);
  await expect(column("Waiting for people, 1")).toContainText(/< 1\smin\s*An approver: approve or reject step 2/);
  await expect(run.step("2").head).toContainText("Awaiting decision < 1 min");
});

test("the strip says in words what a step that goes on is at, where it is not just in progress", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const copying = { action: { argv: ["/bin/true"] }, expected: { confirm: "The copy is there." } };
  const { id, number } = await api("commander").smallRun(sites, [{ title: "Copy the data", ...copying }]);
  await api("operator").begin(id, "1");
  await new RunPage(page).open({ number });
  const now = page.locator("main section").filter({ has: page.getByRole("heading", { level: 2, name: "Now" }) });
  await expect(now).toContainText(/1 Copy the data\s*Confirm result: /);
});

test("the strip names a third who is waited for where there is room for it, and counts those who are not named", async ({
  page,
  api,
}) => {
  const ready = { dependsOn: [] };
  const sites = await api("administrator").practiceSites();
  const run = new RunPage(page);
  await run.open(await api("commander").smallRun(sites, [ready, ready, ready, ready]));
  const waiting = page.locator("main section").filter({ hasText: /^Waiting for people, 4/ });
  const sums = waiting.getByText(/^All steps: /);
  const third = waiting.getByRole("listitem").nth(2);
  const bottomOf = async (what: Locator) => {
    const box = await what.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  for (const [width, named] of [
    [1_440, 3],
    [768, 2],
    [1_440, 3],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect(waiting.getByRole("listitem"), `at ${width}`).toHaveCount(named);
    await expect(waiting.getByRole("heading")).toContainText(`and ${4 - named} more`, { useInnerText: true });
  }
  await expect(third).toHaveText(/An operator: start step 3/);
  expect(await bottomOf(third)).toBeLessThanOrEqual((await sums.boundingBox())?.y ?? 0);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("contentinfo").getByRole("button", { name: "All 4" }).click();
  await expect(waiting.getByRole("listitem").filter({ visible: true }), "one line on a phone").toHaveCount(1);
});

test("what the strip has no room for is behind its number, and leads to its steps", async ({ page, api, axe }) => {
  const steps = [1, 2, 3, 4].map(() => ({ dependsOn: [] }));
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  for (const { number } of started.steps) await api("operator").send(started.id, { type: "step.start", step: number });
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await page.getByRole("searchbox", { name: "Only steps with these words" }).fill("nothing is called so");
  const now = page.locator("main section").filter({ hasText: /^Now/ });
  const more = page.getByRole("dialog", { name: "and 2 more" });
  await now.getByRole("button", { name: "and 2 more" }).click();
  await expect(more.getByRole("link")).toHaveText([/^3 /, /^4 /]);
  await expect(more.getByRole("listitem").first(), "with people and minutes").toContainText(/\w+ \w+, \d+\ss/);
  await lookAt(page, "run-strip-more", { axe, height: 900, only: 1_440 });
  await more.getByRole("link", { name: /^4 / }).press("Enter");
  await expect(more).toHaveCount(0);
  await expect(run.step("4").card, "also where a filter stood").toBeFocused();
  await now.getByRole("button", { name: "and 2 more" }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(now.getByRole("button", { name: "and 2 more" })).toBeFocused();
});

/** What stands beside the steps, whatever the run is at. */
const ALWAYS: ReadonlySet<string> = new Set(["Timeline", "Facts", "People", "Notes and events", "Without the network"]);

test("a run is read in the same places before it begins, while it goes on and once it is over", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const { id, number } = await api("commander").smallRun(sites, [{ title: "Tell the users" }], { start: false });
  const run = new RunPage(page);
  const places = async () => {
    await run.open({ number });
    await run.hasAllParts();
    const parts = [run.head, page.getByRole("region", { name: "Steps" }), run.side, run.step("1").card];
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    const inSide = run.side.getByRole("heading", { level: 2 });
    const names = (await inSide.allTextContents()).filter((name) => ALWAYS.has(name));
    return { boxes: boxes.map((box) => [box?.x, box?.width]), names };
  };
  const before = await places();
  await api("commander").send(id, { type: "run.start" });
  const during = await places();
  await api("commander").complete(id, "1");
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();
  const after = await places();
  expect(before.names).toEqual([...ALWAYS]);
  expect(during).toEqual(before);
  expect(after).toEqual(before);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the head says the same in few lines, wherever one reads", async ({ page, api }) => {
    const started = await underWay(api("commander"), api("administrator"), api("operator"), 7_200);
    const run = new RunPage(page);
    await run.open(started);
    await page.getByRole("contentinfo").getByRole("button", { name: /^All/ }).click();
    await toTheEnd(page);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
    await expect(run.head).toBeInViewport({ ratio: 1 });
    const said = (words: string | RegExp) => expect(run.head.getByText(words).filter({ visible: true }).first());
    await said(/^LIVE$/).toBeVisible();
    await said("An example v1, commander Mei Mori").toBeVisible();
    await said(/^Practice East/).toBeVisible();
    await said(/^Practice West/).toBeVisible();
    await expect(run.head.getByRole("heading").filter({ visible: true })).toHaveText(/^Practice East.*Practice West/);
    await said(/\d\d:\d\d JST, \d\d:\d\d UTC/).toBeVisible();
    await said(/Since declared 1\sh\s0\d\smin, started \d+\s\w+ ago/).toBeVisible();
    const finish = run.head.locator("p").filter({ hasText: /^Finish/, visible: true });
    await expect(finish).toHaveText(
      /^Finish (\d+ [\w ]+, )?\d\d:\d\d JST, (\d+ [\w ]+, )?\d\d:\d\d UTC, 2 unknown, [45]\d\smin to spare$/,
    );
    await said("RTO left").toBeVisible();
    const head = await run.head.boundingBox();
    // The names of the sites may take two lines.
    expect(head?.height).toBeLessThanOrEqual(160);
  });

  test("beside the step in hand, only what waits for somebody has the colour of that", async ({ openAs, api }) => {
    const sites = await api("administrator").practiceSites();
    const started = await api("commander").smallRun(sites, [
      { title: "Tell the users" },
      { title: "Move the address", dependsOn: [], gate: { kind: "approval" } },
      { title: "Copy the images", dependsOn: [], action: { argv: ["/bin/sleep", "240"], timeoutSeconds: 300 } },
    ]);
    for (const step of ["1", "3"]) await api("operator").send(started.id, { type: "step.start", step });
    await api("operator").send(started.id, { type: "gate.request", step: "2" });
    const page = await openAs("operator");
    await page.setViewportSize({ width: 360, height: 740 });
    await new RunPage(page).open(started);
    const row = (words: RegExp) =>
      page.getByRole("listitem").filter({ has: page.getByRole("button", { name: words }) });
    const none = "rgba(0, 0, 0, 0)";
    await expect(row(/^2 Awaiting decision/)).not.toHaveCSS("background-color", none);
    await expect(row(/^3 In progress/)).toHaveCSS("background-color", none);
  });

  test("what waits beside the step in hand says for whom", async ({ openAs, api }) => {
    const started = await underWay(api("commander"), api("administrator"), api("operator"), null);
    const page = await openAs("operator");
    await page.setViewportSize({ width: 360, height: 740 });
    const run = new RunPage(page);
    await run.open(started);
    await expect(run.step("1").card).toBeVisible();
    await expect(run.head.getByText("no RTO set").filter({ visible: true })).toBeVisible();
    const beside = page.getByRole("button", { name: /^2 Awaiting decision/ });
    await expect(beside).toContainText("An approver: approve or reject step 2");
    // What the server drew takes no focus yet.
    await run.hasAllParts();
    await beside.focus();
    await expect(beside).toBeFocused();
    const [row, foot] = await Promise.all([beside.boundingBox(), page.getByRole("contentinfo").boundingBox()]);
    expect((row?.y ?? 0) + (row?.height ?? 0), "the big button covers nothing of it").toBeLessThanOrEqual(foot?.y ?? 0);
    expect(await isOnTop(beside), "nor does the head").toBe(true);
  });
});

test("a draft has all of its time, however long it was prepared, until it is started", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const { id, number } = await api("commander").smallRun(sites, [{}, {}], { start: false, rtoSeconds: 3_600 });
  const run = new RunPage(page);
  await run.open({ number });
  const figure = (name: string) => run.head.locator("dl > div").filter({ hasText: name });
  await expect(figure("Since declared")).toContainText(/not started\s*declared when started$/);
  await expect(figure("RTO 1 h 00 min, left")).toContainText(/1\sh\s00\smin\s*declared when started$/);
  await api("commander").send(id, { type: "run.start" });
  await expect(figure("Since declared")).toContainText(/^Since declared\d+\ss\s*started \d+\ss ago/);
  await expect(figure("RTO 1 h 00 min, left")).toContainText(/59\smin\s*due /);
  await page.goto(`/runs/R-${String(number).padStart(4, "0")}/report`);
  await expect(page.getByRole("main")).toContainText(/Before the start\s*0\ss/);
});
