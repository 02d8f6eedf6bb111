import { runLabel } from "#lib/domain/run/read-state.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { press, RunPage } from "./testing/run-page.ts";
import { lookAt, lookAtWindow, tooSmall } from "./testing/screens.ts";

test.use({ role: "operator", viewport: { width: 360, height: 740 }, hasTouch: true });

test("an operator works on a phone with one button for the next thing to do", async ({ page, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    {
      title: "Tell the users",
      subSteps: [
        { number: "1.1", title: "By mail" },
        { number: "1.2", title: "By phone" },
      ],
    },
    { title: "Close the lines", action: { argv: ["/bin/true"], timeoutSeconds: 10 } },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  const foot = page.getByRole("contentinfo");
  const next = (words: string) => press(foot.getByRole("button", { name: words }));

  await page.setViewportSize({ width: 360, height: 720 });
  await foot.getByRole("button", { name: "All 2" }).click();
  await expect(run.step("1").head).toBeInViewport({ ratio: 1 });
  const unfold = page.getByRole("button", { name: "Filter: All" });
  await unfold.scrollIntoViewIfNeeded();
  const { y } = (await unfold.boundingBox()) ?? {};
  await unfold.click();
  await expect(page.getByRole("button", { name: "Not started 1" })).toBeVisible();
  expect((await unfold.boundingBox())?.y, "what was pressed stays under the finger").toBe(y);
  await lookAt(page, "phone-filters", { axe, height: 740, only: 360 });
  expect(await tooSmall(page)).toEqual([]);
  await page.getByRole("button", { name: "Not started 1" }).click();
  await page.getByRole("button", { name: "Filter: Not started" }).click();
  await expect(page.getByRole("button", { name: "Not started 1" })).toBeHidden();
  await expect(run.step("1").card).toBeHidden();
  await expect(run.step("2").card).toBeVisible();
  await foot.getByRole("button", { name: "Now 1" }).click();
  await expect(run.step("1").head, "what is to be done now is not filtered").toBeInViewport({ ratio: 1 });
  await expect(page.getByText("No step matches")).toBeHidden();

  await next("Start step 1");
  await next("1.1 is done");
  await next("1.2 is done");
  await next("Complete step 1");
  await next("Run step 2");
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();

  await page.reload();
  await expect(foot.getByRole("button", { name: "All 2" })).toHaveAttribute("aria-current", "true");
  await expect(foot.getByRole("button", { name: /^Now/ })).toHaveCount(0);
});

test("the phone shows when the run will be done, and whoever cannot go on says so with one press", async ({
  page,
  api,
  axe,
}) => {
  const started = await api("commander").smallRun(
    await api("administrator").practiceSites(),
    [
      {
        title: "Tell the users",
        instructions: "Call the service desk, and read the text on the intranet to them.",
        expectedSeconds: 600,
        condition: when("source_up", "yes"),
        remarks: "Perform when the source site is operating.",
      },
      { title: "Close the lines", expectedSeconds: 300 },
    ],
    { rtoSeconds: 3_600, facts: { source_up: "yes" } },
  );
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  const run = new RunPage(page);
  await run.open(started);
  await expect(run.head).toContainText(
    /Finish (\d+ [\w ]+, )?\d\d:\d\d JST, (\d+ [\w ]+, )?\d\d:\d\d UTC, 4[45]\smin to spare/,
  );
  const foot = page.getByRole("contentinfo");
  await expect(run.step("1").card).toContainText("Call the service desk");
  await expect(run.step("1").card).toContainText(
    /Perform when the source site is operating\.\s*source operating: yes\s*applicable/,
  );
  await expect(run.step("1").card).toContainText(/of about 10\smin/);
  for (const tab of ["Now", "All", "Notes"]) {
    await foot.getByRole("button", { name: new RegExp(`^${tab}`) }).click();
    await lookAtWindow(page, tab === "Now" ? "operator" : `operator-${tab.toLowerCase()}`, { axe });
    expect(await tooSmall(page), tab).toEqual([]);
  }
  await foot.getByRole("button", { name: /^Now/ }).click();

  await press(foot.getByRole("button", { name: "I can’t, need help, step 1" }));
  await run.say({ Reason: "Nobody answers there" }, "Ask for help");
  await expect(run.step("1").card).toContainText("Nobody answers there");
  await expect(foot.getByRole("button", { name: "I can’t" })).toHaveCount(0);
});

test("a phone that is cut off keeps its buttons, and says why they do nothing", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
  ]);
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const buttons = page
    .getByRole("contentinfo")
    .getByRole("button", { name: /^(Complete step 1|I can’t, need help, step 1)/ });
  await expect(buttons).toHaveCount(2);
  const places = () =>
    buttons.evaluateAll((drawn) =>
      drawn.map((button) => {
        const { x, bottom } = button.getBoundingClientRect();
        return { x, fromFoot: window.innerHeight - bottom };
      }),
    );
  const before = await places();
  await page.context().setOffline(true);
  await page.clock.fastForward(31_000);
  await expect(page.getByText("Stale. The server does not answer")).toBeVisible();
  await expect(buttons).toHaveCount(2);
  for (const button of await buttons.all()) {
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/does not answer/);
  }
  expect(await places()).toEqual(before);
});

test("at twice the size of a desktop the run and the new run fit, with their button in sight", async ({
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").startedRun(sites, { rtoSeconds: 14_400 });
  const page = await openAs("commander");
  // What a window of 1440 by 900 has at 200 %.
  await page.setViewportSize({ width: 720, height: 450 });
  const run = new RunPage(page);
  await run.open(started);
  for (const tab of ["Now", "All", "Notes"]) {
    await page
      .getByRole("contentinfo")
      .getByRole("button", { name: new RegExp(`^${tab}`) })
      .click();
    await lookAtWindow(page, `run-${tab.toLowerCase()}`, { axe });
  }
  await page.getByRole("contentinfo").getByRole("button", { name: /^Now/ }).click();
  await expect(page.getByRole("contentinfo").getByRole("button", { name: "Start step 1" })).toBeInViewport({
    ratio: 1,
  });
  const foot = page.locator("footer").filter({ has: page.getByRole("navigation") });
  const which = run.head.locator("> div").first();
  await expect(which).toContainText(`LIVE ${runLabel(started.number)}`);
  // Also of a phone on its side.
  for (const size of [
    { width: 720, height: 450 },
    { width: 740, height: 360 },
  ]) {
    await page.setViewportSize(size);
    await page.mouse.move(size.width / 2, 150);
    await page.mouse.wheel(0, 600);
    await expect.poll(async () => (await which.boundingBox())?.y, "which run it is stays in sight").toBe(0);
    await expect(which).toBeInViewport({ ratio: 1 });
    const [above, below] = [await which.boundingBox(), await foot.boundingBox()];
    const taken = (above?.height ?? size.height) + (below?.height ?? size.height);
    expect(size.height - taken, "room is left to read in").toBeGreaterThanOrEqual(size.height * 0.3);
  }
  await page.setViewportSize({ width: 720, height: 450 });

  await page.goto("/new-run");
  await expect(page.getByRole("button", { name: "Start LIVE run" })).toBeInViewport({ ratio: 1 });
  await lookAtWindow(page, "new-run", { axe });
});
