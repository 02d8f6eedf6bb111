import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { type Api, newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

// What is looked for on a phone, with one thumb: among the steps, in time, by name, and between runs.

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** Mei's, waiting for her vote or her decision, or failed; one of them is at the source, and nobody has begun the last. */
async function runToSearch(api: (role: "administrator" | "commander" | "operator") => Api) {
  const sites = await api("administrator").practiceSites();
  const { id: procedureId, title } = await api("commander").publish(
    [
      { title: "Stop the array", roles: ["source"] },
      { title: "Tell the users", position: "lead", dependsOn: ["1"] },
      { title: "Cut over", gate: { kind: "poll", of: ["lead"] }, dependsOn: [] },
      { title: "Close the lines", dependsOn: [], expectedSeconds: 600 },
    ],
    { title: `Move the mail ${newMark()}`, positions: [{ key: "lead", title: "Lead" }] },
  );
  const positions = { lead: { person: await api("commander").idOf("Mei Mori") } };
  const declaredAt = new Date(Date.now() - 3_600_000).toISOString();
  const run = await api("commander").smallRun(sites, [{}], { procedureId, positions, declaredAt });
  await api("operator").send(run.id, { type: "step.start", step: "1" });
  await api("operator").send(run.id, { type: "step.fail", step: "1", reason: "It did not answer" });
  return { run, sites, procedureId, title };
}

const stepsOf = (page: Page) => page.locator("[data-step]").evaluateAll((all) => all.map((one) => one.dataset.step));

test("on a phone the steps are filtered, the timeline is zoomed, and a note is for somebody", async ({ page, api }) => {
  const { run: started, sites } = await runToSearch(api);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const foot = page.getByRole("contentinfo");
  await foot.getByRole("button", { name: "All 4" }).tap();
  await page.getByRole("button", { name: "Filter: All" }).tap();
  const filters = page.getByRole("search");
  for (const [name, shown] of [
    ["Mine 3", ["1", "2", "3"]],
    ["Problems 1", ["1"]],
  ] as const) {
    await filters.getByRole("button", { name, exact: true }).tap();
    await expect.poll(() => stepsOf(page), name).toEqual(shown);
    await filters.getByRole("button", { name, exact: true }).tap();
    await expect.poll(() => stepsOf(page), `${name}, pressed again`).toEqual(["1", "2", "3", "4"]);
  }
  await page.getByLabel("Only steps of this place").selectOption(`${sites.source.name} 1`);
  await expect.poll(() => stepsOf(page)).toEqual(["1"]);
  await page.getByRole("button", { name: `Filter: ${sites.source.name}` }).tap();
  await expect(filters).toBeHidden();
  await expect(run.step("1").head).toBeInViewport({ ratio: 1 });

  await foot.getByRole("button", { name: "Notes" }).tap();
  const zoom = (name: string) => run.side.getByRole("radio", { name });
  const planned = run.side.getByRole("list", { name: "Timeline of the steps" }).locator("[data-bar=planned]").last();
  const width = async () => (await planned.boundingBox())?.width ?? 0;
  await zoom("1 h").tap();
  await expect.poll(width).toBeGreaterThan(0);
  const inAnHour = await width();
  await zoom("10 min").tap();
  await expect.poll(async () => (await width()) / inAnHour, "ten minutes are six times as wide").toBeCloseTo(6, 0);
  const place = async () => (await planned.boundingBox())?.x ?? 0;
  const atNow = await place();
  await run.side.getByRole("button", { name: "Earlier" }).tap();
  await expect.poll(place, "it was planned for later").toBeGreaterThan(atNow);

  await run.side.getByLabel("Add a note to this run").fill("Look at the array");
  await run.side.getByLabel("For somebody in particular").selectOption({ label: "Jun Kato, operator" });
  await run.side.getByRole("button", { name: "Add note" }).tap();
  await expect(run.side.getByRole("listitem").filter({ hasText: "Look at the array" })).toContainText(
    "Mei Mori to Jun Kato",
  );
});

test("on a phone a link to some steps shows these, and what is to be done now is never filtered away", async ({
  page,
  api,
}) => {
  const { run: started } = await runToSearch(api);
  const run = new RunPage(page);
  await page.goto(`/runs/${runLabel(started.number)}?find=lines`);
  await run.hasAllParts();
  const foot = page.getByRole("contentinfo");
  await expect(page.getByRole("button", { name: "Filter: “lines”" })).toBeVisible();
  await expect.poll(() => stepsOf(page)).toEqual(["4"]);
  await foot.getByRole("button", { name: "Now 3" }).tap();
  await expect(run.step("1").card, "that failed, and is hers to decide").toContainText("It did not answer");
  await expect(run.step("1").head).toBeInViewport({ ratio: 1 });
  await expect(run.step("4").head).toBeHidden();
  await foot.getByRole("button", { name: "All 4" }).tap();
  await expect(run.step("1").card, "there the filter still counts").toBeHidden();
  await page.setViewportSize({ width: 900, height: 740 });
  await page.getByRole("searchbox", { name: "Only steps with these words" }).fill("array");
  await expect.poll(() => stepsOf(page)).toEqual(["1"]);
});

test("on a phone what else goes on is counted where it has no room, and shown whole by a press", async ({
  page,
  api,
  axe,
}) => {
  const beside = { dependsOn: [], action: { argv: ["/bin/sleep", "240"], timeoutSeconds: 300 } };
  const steps = ["Copy", "Move", "Check", "Sweep", "Clean"].map((title) => ({ title, ...beside }));
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  for (const step of ["1", "2", "3", "4"]) await api("operator").send(started.id, { type: "step.start", step });
  const run = new RunPage(page);
  await page.goto(`/runs/${runLabel(started.number)}?show=problems`);
  await run.hasAllParts();
  await page.getByRole("contentinfo").getByRole("button", { name: "Now 5" }).tap();
  const others = page
    .getByRole("region", { name: "Steps" })
    .locator("li > button")
    .filter({ hasText: /^\d (?!more)/ });
  await expect(others).toHaveCount(2);
  await page.getByRole("button", { name: "2 more" }).tap();
  await expect(others).toHaveCount(4);
  await expect(others.nth(2), "the first of them").toBeFocused();
  await expect(page.getByText("No step matches")).toHaveCount(0);
  await lookAt(page, "phone-also-active", { axe, height: 740, only: 360 });
  const last = (await others.nth(3).textContent())?.slice(0, 1) ?? "";
  await others.nth(3).tap();
  await expect(run.step(last).head).toBeInViewport({ ratio: 1 });
});

async function choose(page: Page, typed: string, words: string | RegExp): Promise<void> {
  const palette = page.getByRole("dialog");
  await page.getByRole("button", { name: "Go to" }).tap();
  await palette.getByRole("combobox").fill(typed);
  await palette.getByRole("option", { name: words }).first().tap();
  await expect(palette).toBeHidden();
}

test("on a phone the palette leads to a step, a run and a procedure, and does what may be done; theme and language are switched", async ({
  page,
  api,
}) => {
  const { run: started, procedureId, title } = await runToSearch(api);
  const label = runLabel(started.number);
  const run = new RunPage(page);
  await page.goto("/help");
  await choose(page, String(started.number), new RegExp(label));
  await expect(page).toHaveURL(`/runs/${label}`);
  await choose(page, "close lines", /^Step 4 Close the lines/);
  await expect(run.step("4").head).toBeInViewport({ ratio: 1 });
  await choose(page, "start 4", "Start step 4: Close the lines");
  await run.step("4").is("In progress");
  await choose(page, title, new RegExp(`^${title}`));
  await expect(page).toHaveURL(`/procedures/${procedureId}`);

  await page.getByRole("button", { name: "Menu" }).tap();
  const menu = page.getByRole("dialog");
  await menu.getByRole("radio", { name: "Contrast" }).tap();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  await menu.getByRole("radio", { name: "日本語" }).tap();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await page.reload();
  await expect(page.locator("html"), "it is kept").toHaveAttribute("data-theme", "contrast");
  await page.getByRole("button", { name: "メニュー" }).tap();
  await menu.getByRole("radio", { name: "English" }).tap();
  await expect(page.getByRole("button", { name: "Menu" })).toBeVisible();
});

test("on a phone a drill says what differs from the last one, how long it took before, and is compared with that", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const commander = api("commander");
  const { id: procedureId } = await commander.publish(
    [
      { title: "Copy the images", action: { argv: ["/bin/true"], timeoutSeconds: 60 }, inDrill: "run" },
      { title: "Restore the firewalls", condition: when("firewalls", "yes"), dependsOn: [] },
    ],
    { facts: [{ key: "firewalls", question: "Are firewalls included?", label: "Firewalls" }] },
  );
  const past: string[] = [];
  for (const firewalls of ["no", "yes"] as const) {
    const drill = await commander.smallRun(sites, [{}], { procedureId, mode: "drill", facts: { firewalls } });
    await commander.complete(drill.id, "1");
    if (firewalls === "yes") await commander.send(drill.id, { type: "step.skip", step: "2", reason: "They stay" });
    past.push(runLabel(drill.number));
  }
  const [one = "", other = ""] = past;

  const newRun = new NewRunPage(page);
  await newRun.open(procedureId);
  await page.getByRole("radio", { name: "Drill" }).tap();
  const otherwise = page.getByRole("region", { name: /^Different from last time/ });
  const firewalls = otherwise.getByRole("listitem").filter({ hasText: "Firewalls" });
  await expect(firewalls).toContainText(/yes.*unknown/);
  await newRun.answer("Are firewalls included?", "no");
  await expect(firewalls).toContainText(/yes.*no/);
  const number = await newRun.start("Start DRILL");
  const run = new RunPage(page);
  await expect((await run.step("1").open()).card).toContainText(/about \d+\ss, median of 2 drills/);
  await commander.send(runLabel(number), { type: "run.abort", reason: "Only what it says before" });

  await page.goto(`/runs/${one}/report`);
  await page.getByRole("link", { name: "Compare with another run" }).tap();
  await page.getByLabel("The other run").fill(other);
  await page.getByRole("button", { name: "Compare" }).tap();
  const answers = page.getByRole("table", { name: "Facts" }).getByRole("row");
  await expect(answers.filter({ hasText: "Firewalls" })).toContainText(/no.*yes$/);
  await expect(page.getByRole("table", { name: "Step by step" })).toContainText("skipped");
});

test("on a phone and a desk the figures of every clock are of one width", async ({ page, api }) => {
  const { run: started } = await runToSearch(api);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  for (const width of [360, 1_440]) {
    await page.setViewportSize({ width, height: 900 });
    const proportional = await page.evaluate(timesOfOtherWidth);
    expect(proportional.found, "times and durations").toBeGreaterThan(5);
    expect(proportional.other).toEqual([]);
  }
});

/** In the page: of all that reads as a time or a duration, what is not set in tabular figures. */
function timesOfOtherWidth(): { found: number; other: string[] } {
  const timed = [...document.querySelectorAll("body *")].filter(
    (one) =>
      one.checkVisibility() &&
      [...one.childNodes].some((node) => node instanceof Text && /\d\d:\d\d|\d\s(s|min|h)\b/.test(node.data)),
  );
  const other = timed.filter((one) => !getComputedStyle(one).fontVariantNumeric.includes("tabular-nums"));
  return { found: timed.length, other: other.map((one) => one.textContent ?? "") };
}
