import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const writing = (title: string, program: string, limit: { timeoutSeconds?: number } = {}): StepDraft => ({
  title,
  roles: ["source"],
  action: { argv: [process.execPath, "-e", program], ...limit },
});

const QUIET = "setTimeout(() => {}, 10_000)";

test("output is shown in its colours, told apart, searched, and linked to line by line", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const program = `
    for (let i = 1; i <= 300; i++) console.log(i % 100 ? "line " + i : "\\u001b[31mneedle " + i + "\\u001b[0m <b>bold</b>");
    setTimeout(() => console.error("something is wrong"), 500);`; // which of two pipes is read first nobody knows
  const started = await api("commander").smallRun(sites, [writing("Talk", program), writing("Think", QUIET)]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Run step 1");
  await run.step("1").is("Completed");
  const drawer = await run.step("1").openOutput(1);
  await expect(drawer).toContainText(/301 lines, exit code 0, on \S+, started (\d+ \w+, )?\d\d:\d\d:\d\d JST/);
  await expect(drawer.getByRole("listitem").filter({ hasText: "something is wrong" })).toContainText("err");

  await drawer.press("/");
  await drawer.getByRole("searchbox").fill("NEEDLE");
  await expect(drawer.getByRole("status")).toHaveText("1 of 3");
  const mark = drawer.locator("mark").first();
  await expect(mark).toHaveText("needle");
  // Nobody waits for what was found: it has the look of no status.
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  await expect(mark).toHaveCSS("background-color", ink);
  await expect(mark).not.toHaveCSS("color", ink);
  await drawer.getByRole("searchbox").press("Enter");
  await expect(drawer.getByRole("status")).toHaveText("2 of 3");
  await expect(drawer.getByRole("listitem").filter({ hasText: "needle 200" })).toBeVisible();
  await lookAt(page, "run-output-found", { axe, height: 900 });
  await drawer.getByRole("searchbox").press("Escape");
  await expect(drawer.getByRole("searchbox")).toBeFocused();
  const needle = drawer.getByRole("listitem").filter({ hasText: "needle 200" });
  await expect(needle.locator(".sgr-fg-1")).toHaveText("needle 200");
  await expect(needle).toContainText("<b>bold</b>");
  await drawer.getByRole("button", { name: "Times" }).click();
  await expect(needle).toContainText(/\d\d:\d\d:\d\d\.\d\d\d UTC/);

  await drawer.getByRole("button", { name: "Line 200: link to it" }).click();
  await expect(page).toHaveURL(/#output-1-1-L200$/);
  const other = await openAs("auditor");
  await other.goto(page.url());
  const there = other.getByRole("region", { name: /^Output, step/i });
  await expect(there.getByRole("listitem").filter({ hasText: "needle 200" })).toBeVisible();

  await run.step("2").press("Run step 2");
  await expect(await run.step("2").openOutput(1)).toContainText(/Nothing printed yet, running for \d+\ss\./);
  await lookAt(page, "run-output-empty", { axe, height: 900 });
});

test("the drawer says how a command ended: with which exit code, or that its time was over", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const ends: [string, StepDraft][] = [
    ["1 line, exit code 3, on", writing("Give up", 'console.log("the disk is full"); process.exitCode = 3')],
    ["timed out, the process is gone, on", writing("Hang", QUIET, { timeoutSeconds: 1 })],
  ];
  const going = writing("Copy", `console.log("copying the images"); setTimeout(() => {}, 60_000)`);
  const steps = [...ends.map(([, step]) => step), going].map((step): StepDraft => ({ ...step, dependsOn: [] }));
  const started = await api("commander").smallRun(sites, steps);
  const run = new RunPage(page);
  await run.open(started);
  for (const [place, [words]] of ends.entries()) {
    const step = String(place + 1);
    await api("operator").begin(started.id, step);
    await (await run.step(step).open()).openOutput(1);
    await expect(run.drawer).toContainText(words);
  }
  await lookAt(page, "run-output-timed-out", { axe, height: 900 });

  await api("operator").send(started.id, { type: "step.start", step: "3" });
  await (await run.step("3").open()).openOutput(1);
  await expect(run.drawer.getByRole("listitem").filter({ hasText: "copying the images" })).toBeVisible();
  await expect(run.drawer).toContainText("1 line, as it is written, on");
  await lookAt(page, "run-output-running", { axe, height: 900 });

  await page.setViewportSize({ width: 360, height: 900 });
  const foot = page.getByRole("contentinfo");
  await expect(foot.getByRole("button", { name: "Now 3" })).toBeVisible();
  await expect(foot.getByRole("button", { name: "Retry step 1" }), "under the output of another step").toHaveCount(0);
  await run.drawer.getByRole("button", { name: "Close the output" }).click();
  await expect(foot.getByRole("button", { name: "Retry step 1" })).toBeVisible();
});

test("what stands beside the steps ends above the drawer, however high the window becomes", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    writing("Talk", 'console.log("done")'),
  ]);
  const run = new RunPage(page);
  await page.setViewportSize({ width: 1_440, height: 1_600 });
  await run.open(started);
  await run.hasAllParts();
  await run.step("1").press("Run step 1");
  await run.step("1").is("Completed");
  await run.step("1").openOutput(1);
  for (const height of [1_600, 800, 1_200]) {
    await page.setViewportSize({ width: 1_440, height });
    const top = async () => (await run.drawer.boundingBox())?.y ?? Number.NaN;
    const ends = () => run.side.evaluate((side) => getComputedStyle(side).maxHeight);
    const begins = await run.side.evaluate((side) => Number.parseFloat(getComputedStyle(side).top));
    await expect.poll(async () => Math.round((await top()) - begins - Number.parseFloat(await ends()))).toBe(8);
  }
});

test("a million lines do not keep the page from answering, and what is cut says so", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const program = `
    let text = "";
    for (let i = 0; i < 1_100_000; i++) text += (i % 10_000) + " abcde\\n";
    process.stdout.write(text);`;
  const started = await api("commander").smallRun(sites, [writing("Flood", program), {}]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Run step 1");
  await run.step("1").is("Completed");
  await page.evaluate(() => {
    const seen = { longestMs: 0, beganMs: performance.now() };
    Object.assign(globalThis, { seen });
    // A browser tells of tasks from 50 ms on; a quick machine has none. What comes of a press goes before a timer.
    let lastMs = seen.beganMs;
    const tick = () => {
      const nowMs = performance.now();
      seen.longestMs = Math.max(seen.longestMs, nowMs - lastMs);
      lastMs = nowMs;
      scheduler.postTask(tick, { priority: "user-blocking", delay: 1 });
    };
    tick();
  });
  const drawer = await run.step("1").openOutput(1);
  await expect(drawer).toContainText(/([89]\d\d|1,\d\d\d),\d\d\d lines, exit code 0/, { timeout: 60_000 });
  await expect(
    drawer.getByRole("listitem").filter({ hasText: "[truncated: the command wrote more than 10 MiB]" }),
  ).toBeVisible();
  // It comes in pieces: a press never waits for more than a small part of the time that all of it takes.
  const share = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { longestMs: number; beganMs: number } };
    return seen.longestMs / (performance.now() - seen.beganMs);
  });
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(0.25);
  expect(await drawer.getByRole("listitem").count()).toBeLessThan(200);
  await drawer.getByRole("searchbox").fill("9999 abcde");
  await expect(drawer.getByRole("status")).toContainText(/ of (8\d|9\d|1\d\d)$/, { timeout: 60_000 });
});
