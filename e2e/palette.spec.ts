import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import { expect, test } from "./testing/fixtures.ts";
import { untilPressesAreHeard } from "./testing/presses-heard.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const option = (page: Page, words: string | RegExp) => page.getByRole("option", { name: words });

async function open(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
}

test("the palette goes to a step and does what may be done, without the mouse", async ({ page, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users", caution: "Nobody outside yet." },
    { title: "Cut the link", irreversible: true, dependsOn: [] },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  await open(page);
  await expect(option(page, "Start step 1: Tell the users")).toContainText("Caution. Nobody outside yet.");
  await expect(option(page, "Skip, step 1: Tell the users")).not.toContainText("Caution");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("tell start");
  await expect(option(page, "Start step 1: Tell the users")).toHaveAttribute("aria-selected", "true");
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  await expect(option(page, "Start step 1: Tell the users")).toHaveCSS("outline-style", "solid");
  await page.emulateMedia({ forcedColors: "none" });
  await page.keyboard.press("Enter");
  await run.step("1").is("In progress");
  await expect(run.step("1").card, "who names a step goes on with it").toBeFocused();

  await open(page);
  await page.keyboard.type("step 2 cut");
  await expect(option(page, /^Step 2 Cut the link/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(run.step("2").card).toBeFocused();

  await open(page);
  await page.keyboard.type("start 2");
  await page.keyboard.press("Enter");
  await run.say({ "Type the run number": runLabel(started.number) }, "Start step 2");
  await run.step("2").is("In progress");
});

test("the palette says why something cannot be done now, and does not do it", async ({ page, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  await open(page);
  await page.keyboard.type("start 1");
  const start = option(page, /^Start step 1: Tell the users/);
  await expect(start).toHaveAttribute("aria-disabled", "false");
  await api("commander").send(started.id, { type: "run.pause", reason: "Waiting for the storage team" });
  await expect(start).toContainText("The run is paused.");
  await expect(start).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await expect(start, "it stands there as before").toHaveAttribute("aria-selected", "true");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect((await api("auditor").run(started.id)).steps[0]?.attempts).toEqual([]);
});

test("a line of a step is found by its number and its words, by the palette, the filter and the address", async ({
  page,
  api,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
    { title: "ＤＲ切替手順", subSteps: [{ number: "2.1", title: "Stop the queue" }] },
  ]);
  await api("commander").send(started.id, { type: "sub_step.add", step: "2", title: "Empty the queue" });
  const run = new RunPage(page);
  await run.open(started);
  for (const [typed, marked] of [
    ["2.1", ["2.1"]],
    ["empty", ["Empty"]],
    ["dr", ["ＤＲ"]],
  ] as const) {
    await open(page);
    await page.keyboard.type(typed);
    const found = page.getByRole("option", { selected: true });
    await expect(found).toContainText("Step 2");
    await expect(found.locator("mark")).toHaveText(marked);
    if (typed === "2.1") await lookAt(page, "palette-line", { axe, height: 900 });
    await page.keyboard.press("Enter");
    await expect(run.step("2").card).toBeFocused();
  }
  const filter = page.getByRole("search").getByRole("searchbox");
  for (const words of ["step 2.2", "stop the QUEUE", "dr切替"]) {
    await filter.fill(words);
    await expect(run.step("1").card).toBeHidden();
    await expect(run.step("2").card).toBeVisible();
  }
  await page.goto(`/runs/${runLabel(started.number)}#step-2.1`);
  await expect(run.step("2").card).toBeFocused();
  await expect(run.step("2").head).toHaveAttribute("aria-expanded", "true");
});

test("Enter that is held down does what was chosen, and presses nothing behind the palette", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
    { title: "Open the lines", dependsOn: [] },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").button("Start step 1").focus();
  await open(page);
  await page.keyboard.type("start 2");
  await expect(option(page, "Start step 2: Open the lines")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.down("Enter");
  await run.step("2").is("In progress");
  for (let frames = 0; frames < 30; frames++) {
    await page.keyboard.down("Enter");
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.keyboard.up("Enter");
  const { steps } = await api("auditor").run(started.id);
  expect(steps.map(({ status }) => status)).toEqual(["ready", "in_progress"]);
});

test("the palette leads to runs, procedures and pages from anywhere", async ({ page, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  await page.goto("/sites");
  await page.getByRole("button", { name: "Go to" }).click();
  await page.getByRole("combobox").fill(String(started.number));
  await option(page, new RegExp(runLabel(started.number))).click();
  await expect(page).toHaveURL(new RegExp(`/runs/${runLabel(started.number)}$`));
  await expect(new RunPage(page).head).toContainText(runLabel(started.number));

  await open(page);
  await page.keyboard.type("disaster recovery switchover v1");
  await expect(option(page, /Disaster Recovery Switchover/i).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/procedures\/[0-9a-f-]+$/);

  await open(page);
  await page.getByRole("combobox").fill("99999");
  await expect(page.getByText("Nothing is called “99999”."), "no run that is not there").toBeVisible();
  await page.getByRole("combobox").fill("nothing is called so");
  await expect(page.getByText("Nothing is called “nothing is called so”.")).toBeVisible();
  await expect(page.getByRole("dialog").getByText("choose")).toHaveCount(0);
  await lookAt(page, "palette-no-match", { axe, height: 900 });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("what was looked at lately stands first, for that person alone, and a key says what it does", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
    { title: "Turn every key", dependsOn: [] },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  await open(page);
  await expect(page.getByRole("group", { name: "Recent" }).filter({ hasText: runLabel(started.number) })).toHaveCount(
    0,
  );
  await page.keyboard.type("tek");
  await expect(option(page, /^Step 2 Turn every key/)).toHaveAttribute("aria-selected", "true");
  await expect(option(page, /^Step 2 Turn every key/).locator("mark")).toHaveText(["T", "e", "k"]);
  await page.getByRole("combobox").fill("only problems");
  await expect(option(page, "Only problems")).toContainText("p");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?show=problems$/);

  await page.goto("/sites");
  await open(page);
  const first = page.getByRole("group", { name: "Recent" }).getByRole("option").first();
  await expect(first).toContainText(runLabel(started.number));
  await expect(first).toHaveAttribute("aria-selected", "false");
  expect(await axe(page)).toEqual([]);

  await page.context().addCookies([{ ...accounts.auditor.cookie, url: BASE_URL }]);
  await page.goto("/sites");
  await open(page);
  await expect(option(page, "Overview")).toBeVisible();
  await expect(page.getByRole("group", { name: "Recent" })).toHaveCount(0);
});

test("what else there is of a run, the theme, the language and the way out are found by their names", async ({
  page,
  api,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const run = new RunPage(page);
  await run.open(started);
  const choose = async (typed: string, words: string | RegExp) => {
    await open(page);
    await page.keyboard.type(typed);
    await expect(page.getByRole("option", { selected: true })).toHaveAccessibleName(words);
    await page.keyboard.press("Enter");
  };
  const label = runLabel(started.number);
  const saved = page.waitForEvent("download");
  await choose("save pack", `Save the run pack, ${label}`);
  expect((await saved).suggestedFilename()).toContain(label);
  await choose("theme contrast", "Theme: Contrast");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  await choose("report", `Report, ${label}`);
  await expect(page).toHaveURL(`/runs/${label}/report`);
  await expect(page.getByRole("region", { name: "Outcome" }), "the palette closes with the page before").toBeVisible();
  await choose("日本語", "Language: 日本語");
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await page.context().addCookies([{ name: "locale", value: "en", url: BASE_URL }]);
  await page.reload();
  await untilPressesAreHeard(page);

  await page.route("**/api/session", (route) => route.abort());
  await choose("theme system", "Theme: System");
  await choose("sign out", "Sign out");
  const still = page.getByRole("alertdialog", { name: "You may still be signed in." });
  await expect(still).toHaveText(/The server did not answer\.Try again/);
  await lookAt(page, "still-signed-in", { axe, height: 900 });
  const again = page.waitForRequest("**/api/session");
  await still.getByRole("button", { name: "Try again" }).click();
  await again;
  await expect(still.getByRole("button", { name: "Try again" })).toBeFocused();
});

test.describe(() => {
  test.use({ role: "auditor", viewport: { width: 360, height: 780 }, hasTouch: true });
  test("on a phone the palette offers only what an auditor may do", async ({ page, api, axe }) => {
    const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
      { title: "Tell the users" },
    ]);
    await new RunPage(page).open(started);
    await page.getByRole("button", { name: "Go to" }).tap();
    await expect(option(page, /^Step 1 Tell the users/)).toBeVisible();
    const actions = page.getByRole("group", { name: "Actions" }).getByRole("option");
    await expect(actions).toHaveText([/^Save the run pack, R-\d+$/]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Close" }).tap();
    await expect(page.getByRole("combobox")).toBeHidden();
  });
});
