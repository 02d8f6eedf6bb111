import { commandHelp } from "#lib/client/help/command-help.ts";
import { operationHelp } from "#lib/client/help/operation-help.ts";
import { stateChapters } from "#lib/client/help/other-states.ts";
import { type HelpedPage, pageHelp } from "#lib/client/help/page-help.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { StepStatus } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: "auditor" });

test("the help tells what every state and every button means, of a run and elsewhere", async ({ page, axe }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Help" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help" })).toBeVisible();
  for (const status of StepStatus.options) {
    await expect(page.locator(`#step-${status}`)).toContainText(stateWord(status));
  }
  for (const { id, states } of stateChapters) {
    for (const { state, word } of states) await expect(page.locator(`#${id}-${state}`)).toContainText(word);
  }
  for (const { does } of [commandHelp, operationHelp].flatMap<{ does: string }>(Object.values)) {
    await expect(page.getByText(does, { exact: true })).toBeVisible();
  }
  expect(await axe(page)).toEqual([]);
});

test("the help leads from nothing to a report in a week, by links that lead there", async ({ page }) => {
  await page.goto("/help");
  const days = page.getByRole("region", { name: "Run a drill this week" }).getByRole("listitem");
  await expect(days).toHaveText([
    /^1Choose the procedure and read it/,
    /^2Check that everything is there/,
    /^3Say who takes part/,
    /^4Create the run as a drill/,
    /^5Run it/,
    /^6Read the report the same day/,
  ]);
  await days.nth(0).getByRole("link", { name: "Procedures" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Procedures" })).toBeVisible();
  await page.goBack();
  await days.nth(3).getByRole("link", { name: "New run" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("New");
});

test("beside the title of a page stands the way to what the help says of it", async ({ openAs, api }) => {
  const page = await openAs("administrator");
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const ofRun = `/runs/${runLabel(run.number)}`;
  const addresses: Record<HelpedPage, string> = {
    overview: "/",
    report: `${ofRun}/report`,
    record: `${ofRun}/record`,
    afterwards: `${ofRun}/afterwards`,
    users: "/users",
    account: "/account",
    procedure: `/procedures/${(await api("auditor").procedure()).id}`,
    sites: "/sites",
    messages: "/messages",
    newRun: "/new-run",
    history: "/history",
  };
  for (const [about, address] of Object.entries(pageHelp)) {
    const written = await (await page.request.get(addresses[about as HelpedPage])).text();
    expect(written, about).toContain(`href="${address}" target="_blank"`);
  }
  await page.goto(addresses.history);
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Help with this page" }).click();
  const help = await opened;
  for (const address of Object.values(pageHelp)) {
    await expect(help.locator(`[id="${address.replace("/help#", "")}"]`)).toBeVisible();
  }
});

test("a step leads to what its state means, beside the run, and tells in place what its buttons do, as the run does", async ({
  openAs,
  api,
  axe,
}) => {
  const steps = [{ title: "Tell the users", subSteps: [{ number: "1.1", title: "By mail" }] }];
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const page = await openAs("commander");
  const run = new RunPage(page);
  await run.open(started);
  const { card } = await run.step("1").open();
  const more = card.getByRole("button", { name: "More for step 1" });
  await more.click();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("menuitem", { name: "What “Ready” means" }).click();
  const help = await opened;
  await expect(help.locator("#step-ready")).toContainText("so it may be started");
  expect(await axe(help)).toEqual([]);
  await expect(run.head).toBeVisible();
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "What these buttons do" }).press("Enter");
  const told = (term: string) => run.dialog.getByRole("definition").filter({ hasText: term });
  for (const offered of ["step.start", "step.skip", "sub_step.tick"] as const) {
    await expect(told(commandHelp[offered].does)).toBeVisible();
  }
  await expect(told(commandHelp["sub_step.tick"].does)).toContainText("Not now: ");
  await expect(told(commandHelp["step.complete"].does), "it is not offered now").toBeHidden();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await run.head.getByRole("button", { name: "More for run" }).click();
  await page.getByRole("menuitem", { name: "What these buttons do" }).click();
  for (const { does } of [commandHelp["run.pause"], commandHelp["run.abort"]]) await expect(told(does)).toBeVisible();
  await expect(told(commandHelp["step.start"].does)).toBeHidden();
});

test("a run that is not over leads to what its state means, beside itself", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const { id, number } = await api("commander").smallRun(sites, [{}], { start: false });
  const run = new RunPage(page);
  await run.open({ number });
  await expect(run.head.locator("dl > div").filter({ hasText: "Since declared" })).toContainText(
    /not started\s*declared when started$/,
  );
  const more = run.head.getByRole("button", { name: `More for run ${runLabel(number)}` });
  const meaningOf = (state: string) => page.getByRole("menuitem", { name: `What “${state}” means` });
  for (const [state, then] of [
    ["Draft", { type: "run.start" }],
    ["In progress", { type: "run.pause", reason: "The storm" }],
  ] as const) {
    await more.click();
    await expect(meaningOf(state)).toBeVisible();
    await page.keyboard.press("Escape");
    await api("commander").send(id, then);
  }
  await expect(page.getByText("Paused: The storm.")).toBeVisible();
  await more.click();
  const opened = page.context().waitForEvent("page");
  await meaningOf("Paused").click();
  const help = await opened;
  await expect(help).toHaveURL(/\/help#run-paused$/);
  await expect(help.locator("#run-paused")).toContainText("No new step can be started.");
  expect(await axe(help)).toEqual([]);
  await expect(run.head).toBeVisible();
});

test.describe(() => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });
  test("on a phone the help is folded, an address opens its part, and a word finds what it is about", async ({
    page,
    axe,
  }) => {
    await page.goto("/help");
    const chapter = (name: string) => page.getByRole("button", { name });
    await expect(page.locator("#step-ready")).toBeHidden();
    await chapter("What the state of a step means").tap();
    await expect(page.locator("#step-ready")).toBeVisible();
    await chapter("What the state of a step means").tap();
    await expect(page.locator("#step-ready")).toBeHidden();
    await chapter("What each button does").tap();
    await chapter("To work on the steps of a run").tap();
    await expect(page.getByText(commandHelp["step.complete"].does)).toBeVisible();
    await lookAt(page, "help-unfolded", { axe, only: 360 });

    await page.goto("/help#run-paused");
    await expect(page.locator("#run-paused")).toBeInViewport();
    await expect(page.locator("#step-ready")).toBeHidden();

    await page.keyboard.press("?");
    await page.getByRole("dialog").getByRole("searchbox", { name: "Search the help" }).fill("receipt");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/help\?find=receipt$/);
    await expect(page.getByText("2 entries found.")).toBeVisible();
    await expect(page.locator("#step-interrupted")).toBeVisible();
    await expect(page.getByText(commandHelp["step.ask"].does)).toBeVisible();
    await page.getByRole("searchbox", { name: "Search the help" }).fill("aquarium");
    await expect(page.getByText("Nothing in the help contains all these words.")).toBeVisible();
    await lookAt(page, "help-no-match", { axe, height: 900 });
    await page.getByRole("button", { name: "Show the whole help" }).tap();
    await expect(page.getByRole("heading", { name: "What the state of a step means" })).toBeVisible();
  });
});
