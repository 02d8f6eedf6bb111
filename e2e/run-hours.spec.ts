import { SILENT_MS } from "#lib/client/run/live-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { turnServerToo } from "./testing/server-clock.ts";

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 24 * 60;

/** The first time of day that is told. */
function minutesIn(words: string | null): number {
  const [, hours, minutes] = /(\d\d):(\d\d)/.exec(words ?? "") ?? [];
  if (hours === undefined || minutes === undefined) throw new Error(`There is no time of day in "${words}".`);
  return Number(hours) * 60 + Number(minutes);
}

/** A stream that is open goes on until the page has heard nothing for a while, and is cut off as it is opened anew. */
async function unheard({ page, connection }: RunPage, ms: number): Promise<void> {
  await page.context().setOffline(true);
  await expect(async () => {
    await page.clock.fastForward(SILENT_MS);
    await expect(connection).not.toHaveText("live", { timeout: 1_500 });
  }).toPass();
  await page.clock.fastForward(ms - SILENT_MS);
}

test("as hours go by, the finish moves with what is late, and the strip keeps its sums readable; unheard of, none go on", async ({
  page,
  api,
}) => {
  const operator = api("operator");
  const steps = [
    { title: "Tell the users", expectedSeconds: 600 },
    { title: "Close the lines", dependsOn: [] },
    { title: "Copy the images", dependsOn: [], action: { argv: ["/bin/sleep", "300"], timeoutSeconds: 600 } },
    { title: "Move the address", dependsOn: [], gate: { kind: "approval" as const } },
  ];
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, steps, { rtoSeconds: (16 * HOUR_MS) / 1_000 });
  for (const step of ["1", "2"]) await operator.send(started.id, { type: "step.start", step });
  await operator.send(started.id, { type: "gate.request", step: "4" });
  await turnServerToo(page);
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await operator.send(started.id, { type: "step.start", step: "3" });
  const now = page.locator("main section").filter({ hasText: /^Now/ });
  await expect(now.getByText("and 1 more", { exact: true })).toBeVisible();
  await expect(now.getByRole("listitem")).toHaveText([/^1 Tell the users/, /^2 Close the lines/]);
  const sums = page.getByText(/^All steps: .* waiting, .* machine$/);
  await expect(sums).toContainText(/, [1-9]\d*\ss machine/);

  const finish = run.head.locator("dl > div").filter({ hasText: "Projected finish" });
  const before = minutesIn(await finish.textContent());
  await page.clock.fastForward(20 * 60_000);
  await expect
    .poll(async () => (minutesIn(await finish.textContent()) - before + DAY_MINUTES) % DAY_MINUTES)
    .toBeGreaterThanOrEqual(10);
  const late = run.step("1").card.getByRole("img", { name: /^2\d\smin, longer than about 10\smin, by the procedure$/ });
  await expect(late, "nobody is waited for, and so it has not the colour of that").toHaveAttribute("data-tone", "now");
  await page.clock.fastForward(15 * HOUR_MS);
  await expect(sums).toHaveText("All steps: 15 h 20 min waiting, 15 h 20 min machine");
  for (const width of [1440, 1024, 768]) {
    await page.setViewportSize({ width, height: 900 });
    const { lines, cut } = await sums.evaluate((told) => ({
      lines: told.clientHeight / Number.parseFloat(getComputedStyle(told).lineHeight),
      cut: told.scrollWidth > told.clientWidth,
    }));
    expect(cut, `at ${width}`).toBe(false);
    expect(lines, `at ${width}`).toBeLessThanOrEqual(width > 1_184 ? 1 : 2);
    await expect(sums).toBeInViewport({ ratio: 1 });
  }

  await page.setViewportSize({ width: 1_440, height: 900 });
  await expect(run.connection).toHaveText("live");
  const inTimeline = run.side.getByText(/^Commands .*; added up over the steps, which may overlap\.$/);
  const declared = run.head.locator("dl > div").filter({ hasText: "Since declared" });
  await expect(inTimeline).toContainText("Commands 15 h 20 min");
  await expect(declared).toContainText("15 h 20 min");
  const known = { finish: minutesIn(await finish.textContent()), inTimeline: await inTimeline.textContent() };
  await expect(run.step("3").head).toContainText("15 h 20 min");
  const copying = run.side.getByRole("listitem").filter({ hasText: "Copy the images" }).getByRole("link");
  await expect(copying).toHaveAccessibleName(/^3 Copy the images: .* A command ran .* to now, 15\sh\s(19|20)\smin\./);
  await expect(finish).toContainText(/\d+\smin to spare$/);
  await unheard(run, 2 * HOUR_MS);
  await expect(run.connection).toHaveText(/^stale, \d[\w\s]* old$/);
  await expect(declared, "time goes on").toContainText("17 h 20 min");
  await expect(sums).toHaveText("All steps: 15 h 20 min waiting, 15 h 20 min machine");
  await expect(inTimeline).toHaveText(known.inTimeline ?? "");
  await expect(run.step("3").head).toContainText("15 h 20 min");
  const moved = (minutesIn(await finish.textContent()) - known.finish + DAY_MINUTES) % DAY_MINUTES;
  expect(moved, "what is done meanwhile is not known").toBeLessThanOrEqual(1);
  await expect(finish, "the RTO is over meanwhile").toContainText(/, as of (\d+ [\w ]+, )?\d\d:\d\d JST$/);
  await expect(finish).not.toContainText("to spare");
  await expect(copying).toHaveAccessibleName(/ A command ran .* to at least \S.* JST \(.* UTC\), 15\sh\s20\smin\./);
});
