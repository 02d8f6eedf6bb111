import type { Locator, Page, Route } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import { expect, test } from "./testing/fixtures.ts";
import { Keyboard } from "./testing/keyboard.ts";
import { printsOnBoth } from "./testing/printed.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const steps = [
  { title: "Stop the services" },
  { title: "Move the data" },
  { title: "Start the services" },
  { title: "Tell the users" },
];
const MINUTE = 60_000;
const agoAt = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();
/** As the field of the tests' browser, which is in Tokyo, holds it. */
const localAt = (at: string): string => new Date(Date.parse(at) + 540 * MINUTE).toISOString().slice(0, 19);

const rowOf = (page: Page, number: string): Locator =>
  page.getByRole("group", { name: new RegExp(`^Step ${number}:`) });

async function enter(row: Locator, what: string, said: Record<string, string>): Promise<void> {
  await row.getByRole("radio", { name: what }).check();
  for (const [label, words] of Object.entries(said)) await row.getByLabel(label).fill(words);
}

test("a commander enters at once what was done without the console, in the order of its times", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, steps, { declaredAt: agoAt(120) });
  const label = runLabel(run.number);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`/runs/${label}/afterwards`);
  const when = "When, JST";
  // Entered from the last to the first; the second has no time yet.
  await enter(rowOf(page, "3"), "Skipped", {
    "Decided by": "Mei Mori",
    [when]: localAt(agoAt(60)),
    "Why it was": "They run",
  });
  await enter(rowOf(page, "2"), "Done", { "What was done": "The array says so" });
  await expect(rowOf(page, "2").getByLabel("Done by")).toHaveValue("Mei Mori");
  await enter(rowOf(page, "1"), "Done", {
    "Done by": "Jun Kato",
    [when]: localAt(agoAt(100)),
    "What was done": "All stopped",
  });
  await expect(rowOf(page, "1")).toContainText("UTC");

  await page.getByRole("button", { name: "Save 3 steps" }).click();
  await expect(rowOf(page, "2").getByRole("alert")).toHaveText("Say when it was.");
  await expect(rowOf(page, "2").getByLabel(when)).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Not sent: 1 step is to be corrected" })).toBeVisible();
  expect((await api("auditor").run(run.id)).steps.every(({ recorded }) => recorded === undefined)).toBe(true);
  expect(await axe(page)).toEqual([]);
  await expect(page.getByText(/\d\d:\d\d JST, /).filter({ visible: true }), "above the head").toHaveCount(1);
  await expect(page.getByText(/\d\d:\d\d:\d\d JST, /).filter({ visible: true }), "and not once more in it").toHaveCount(
    0,
  );
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBe(0);

  await page.reload();
  await expect(rowOf(page, "1").getByLabel("What was done")).toHaveValue("All stopped");
  const second = agoAt(80);
  await rowOf(page, "2").getByLabel(when).fill(localAt(second));
  await page.getByRole("button", { name: "Save 3 steps" }).click();
  for (const number of ["1", "2", "3"]) await expect(rowOf(page, number)).toContainText("Saved");
  await expect(page.getByRole("status").filter({ hasText: "3 saved" })).toBeVisible();
  await expect(rowOf(page, "1")).toContainText(/Saved: done by Jun Kato, \d/);
  await expect(rowOf(page, "3")).toContainText(/Saved: skipped as decided by Mei Mori, \d/);
  await lookAt(page, "afterwards-saved", { axe, height: 1_600 });
  await printsOnBoth(page, "afterwards-page", { each: [/LIVE/], whole: [new RegExp(label), /Tell the users/] });
  const { steps: stored } = await api("auditor").run(run.id);
  expect(stored.map(({ status, recorded }) => [status, recorded?.by])).toEqual([
    ["completed", "Jun Kato"],
    ["completed", "Mei Mori"],
    ["skipped", "Mei Mori"],
    ["ready", undefined],
  ]);
  expect(Date.parse(stored[1]?.recorded?.at ?? "")).toBe(Date.parse(`${second.slice(0, 19)}Z`));
});

test("the card of a step tells who did it without the console and when, and who entered that", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const { id, number } = await api("commander").smallRun(sites, steps, { declaredAt: agoAt(120) });
  const [done, left] = [agoAt(100), agoAt(60)];
  const by = "Jun Kato";
  await api("commander").send(id, { type: "step.record", step: "1", happenedAt: done, by, note: "All stopped" });
  await api("commander").send(id, { type: "step.skip", step: "2", happenedAt: left, by, reason: "They run" });
  const run = new RunPage(page);
  await run.open({ number });
  for (const [step, at] of Object.entries({ 1: done, 2: left })) {
    const { head, card } = run.step(step);
    await expect(head).toContainText("Jun Kato");
    await expect(head).toContainText("RECORDED AFTERWARDS");
    await expect(head).not.toContainText("Mei Mori");
    await expect(head.locator("time")).toHaveAttribute("datetime", at);
    await run.step(step).open();
    await expect(card).toContainText("Entered by Mei Mori");
  }
});

test("a row that is refused stays with its reason, and what was accepted is shown as saved", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, steps, { declaredAt: agoAt(120) });
  await page.goto(`/runs/${runLabel(run.number)}/afterwards`);
  const said = (minutes: number) => ({ "When, JST": localAt(agoAt(minutes)), "What was done": "Seen" });
  await enter(rowOf(page, "1"), "Done", { "Done by": "Jun Kato", ...said(60) });
  await enter(rowOf(page, "4"), "Done", said(90));
  await page.getByRole("button", { name: "Save 2 steps" }).click();
  await expect(rowOf(page, "1")).toContainText("Saved");
  await expect(rowOf(page, "4").getByRole("alert").first()).toContainText("step 4 still waited for step 3");
  const early = rowOf(page, "4").getByLabel("Why before its turn");
  await expect(early).toHaveAccessibleDescription("Say why before its turn.");
  await expect(early, "what it lacks").toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "1 not saved, 1 saved" })).toBeVisible();
  await lookAt(page, "afterwards-refused", { axe, height: 1_600 });
  await early.fill("The users asked");
  await page.getByRole("button", { name: "Save 1 step" }).click();
  await expect(rowOf(page, "4")).toContainText("Saved");
  const { recorded } = (await api("auditor").run(run.id)).steps[3] ?? {};
  expect(recorded).toMatchObject({ by: "Jun Kato", outOfOrder: "The users asked" });
});

test("what a step gives is entered with it, and a value that is needed is asked for before anything is sent", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const counted = { title: "Count the users", outputs: [{ name: "users", label: "Users", type: "integer" as const }] };
  const run = await api("commander").smallRun(sites, [{}, counted], { declaredAt: agoAt(120) });
  await page.goto(`/runs/${runLabel(run.number)}/afterwards`);
  const said = (minutes: number) => ({ "When, JST": localAt(agoAt(minutes)), "What was done": "Seen" });
  await enter(rowOf(page, "1"), "Done", { "Done by": "Jun Kato", ...said(60) });
  await enter(rowOf(page, "2"), "Done", said(30));
  await page.getByRole("button", { name: "Save 2 steps" }).click();
  const users = rowOf(page, "2").getByLabel("Users");
  await expect(rowOf(page, "2").getByRole("alert")).toHaveText("Users is needed.");
  await expect(users).toBeFocused();
  expect((await api("auditor").run(run.id)).steps.every(({ recorded }) => recorded === undefined)).toBe(true);
  await users.fill("many");
  await expect(rowOf(page, "2").getByRole("alert")).toHaveText("Users must be a whole number.");
  await lookAt(page, "afterwards-value-refused", { axe, height: 1_500 });
  await users.fill("4100");
  await page.getByRole("button", { name: "Save 2 steps" }).click();
  for (const number of ["1", "2"]) await expect(rowOf(page, number)).toContainText("Saved");
  expect((await api("auditor").run(run.id)).outputs).toMatchObject({ users: { value: "4100" } });
});

test("the list is entered by keyboard alone, and a failure is told as one", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, steps, { declaredAt: agoAt(120) });
  const keys = await Keyboard.alone(page);
  await page.goto(`/runs/${runLabel(run.number)}`);
  // The timeline is the way into what stands beside the steps.
  await keys.press("t");
  await keys.tabTo(page.getByRole("link", { name: "Enter what was done" }));
  await keys.press("Enter");
  await expect(page).toHaveURL(/\/afterwards$/);
  await expect(page.getByRole("main")).toBeFocused();
  const row = rowOf(page, "1");
  await keys.tabTo(row.getByRole("radio", { name: "Open" }));
  await keys.press("ArrowRight", "ArrowRight");
  await keys.type(row.getByLabel("Tried by"), "Jun Kato");
  const when = row.getByLabel("When, JST");
  await keys.tabTo(when);
  // How a time is typed into the browser's own field is up to the language of the machine.
  await when.fill(localAt(agoAt(30)));
  await keys.type(row.getByLabel("What failed"), "The disk is full");
  const save = page.getByRole("button", { name: "Save 1 step" });
  await keys.tabTo(save);
  await keys.press("Enter");
  await expect(row).toContainText("Saved");
  await keys.sees(page.getByRole("button", { name: /^Save/ }));
  const [first] = (await api("auditor").run(run.id)).steps;
  expect([first?.status, first?.reason, first?.recorded?.by]).toEqual(["failed", "The disk is full", "Jun Kato"]);
});

test("two windows write one draft, and neither loses what was typed in the other", async ({ page, context, api }) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, [{}, { dependsOn: [] }], { declaredAt: agoAt(120) });
  const list = `/runs/${runLabel(run.number)}/afterwards`;
  const other = await context.newPage();
  for (const window of [page, other]) {
    await window.goto(list);
    await expect(rowOf(window, "2")).toBeVisible();
  }
  const said = (what: string) => ({
    "Done by": "Jun Kato",
    "When, JST": localAt(agoAt(60)),
    "What was done": what,
  });
  await enter(rowOf(page, "1"), "Done", said("Seen in the first window"));
  await enter(rowOf(other, "2"), "Done", said("Seen in the second window"));
  await expect(rowOf(page, "2").getByLabel("What was done")).toHaveValue("Seen in the second window");
  await page.reload();
  await expect(rowOf(page, "1").getByLabel("What was done")).toHaveValue("Seen in the first window");
  await expect(rowOf(page, "2").getByLabel("What was done")).toHaveValue("Seen in the second window");
  await other.getByRole("button", { name: "Save 2 steps" }).click();
  for (const number of ["1", "2"]) {
    await expect(rowOf(other, number)).toContainText("Saved");
    await expect(rowOf(page, number), "also told in the other window").toContainText("Saved");
  }
  const { steps: stored } = await api("auditor").run(run.id);
  expect(stored.map(({ note, recorded }) => [recorded?.by, note])).toEqual([
    ["Jun Kato", "Seen in the first window"],
    ["Jun Kato", "Seen in the second window"],
  ]);
});

test("what somebody has typed is not shown to who signs in to the same browser", async ({
  page,
  context,
  api,
  accounts,
}) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const list = `/runs/${runLabel(run.number)}/afterwards`;
  await page.goto(list);
  await enter(rowOf(page, "1"), "Done", { "What was done": "Only for my eyes" });
  await context.addCookies([{ ...accounts.administrator.cookie, url: BASE_URL }]);
  await page.goto(list);
  await expect(rowOf(page, "1").getByRole("radio", { name: "Open" })).toBeChecked();
  await expect(page.getByText("Nothing can be entered: the reason is at the top.")).toBeVisible();
  await expect(rowOf(page, "1").getByRole("textbox")).toHaveCount(0);
  await context.addCookies([{ ...accounts.commander.cookie, url: BASE_URL }]);
  await page.goto(list);
  await expect(rowOf(page, "1").getByLabel("What was done")).toHaveValue("Only for my eyes");
});

test("who does not command the run reads why it is closed, and who does that nothing is open", async ({
  openAs,
  api,
  axe,
}) => {
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const operator = await openAs("operator");
  await operator.goto(`/runs/${runLabel(run.number)}/afterwards`);
  const reason = operator.getByText("Mei Mori commands this run and enters it.");
  await expect(reason).toHaveCount(1);
  const list = await operator.getByRole("main").getByRole("list").first().boundingBox();
  expect((await reason.boundingBox())?.y, "read before what is closed").toBeLessThan(list?.y ?? 0);
  await expect(operator.getByRole("button", { name: "Save" })).toHaveAccessibleDescription(/^Mei Mori commands/);
  await expect(operator.getByText("Nothing can be entered: the reason is at the top.")).toBeVisible();
  await expect(rowOf(operator, "1").getByRole("radio", { name: "Done" })).toBeDisabled();
  await lookAt(operator, "afterwards-not-allowed", { axe, height: 900 });
  await api("commander").complete(run.id, "1", "2", "3", "4");
  const commander = await openAs("commander");
  await commander.goto(`/runs/${runLabel(run.number)}/afterwards`);
  await expect(commander.getByText("No step is open")).toBeVisible();
  await expect(commander.getByRole("main").getByRole("link", { name: "Go to the run", exact: true })).toBeVisible();
  await lookAt(commander, "afterwards-nothing-open", { axe, height: 900 });
});

test("an answer that is lost changes nothing twice, and the row is saved at the next press", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, steps, { declaredAt: agoAt(120) });
  await page.goto(`/runs/${runLabel(run.number)}/afterwards`);
  const said = { "Done by": "Jun Kato", "When, JST": localAt(agoAt(30)), "What was done": "Seen" };
  await enter(rowOf(page, "1"), "Done", said);
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route("**/api/runs/*/commands", lose, { times: 1 });
  await page.getByRole("button", { name: "Save 1 step" }).click();
  await expect(rowOf(page, "1").getByRole("alert")).toContainText(
    /^No answerThe server did not answer, so it is not known whether this was done/,
  );
  await page.getByRole("button", { name: "Save 1 step" }).click();
  await expect(rowOf(page, "1")).toContainText("Saved");
  const { events } = await api("auditor").call<{ events: { event: { type: string } }[] }>(
    "GET",
    `/api/runs/${run.id}/log`,
  );
  expect(events.filter(({ event }) => event.type === "step.recorded")).toHaveLength(1);
});
