import { writeFileSync } from "node:fs";
import path from "node:path";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { press, RunPage } from "./testing/run-page.ts";
import { lookAtWindow, tooSmall } from "./testing/screens.ts";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test("whoever commands from a phone takes command with a reason, starts, pauses and resumes", async ({
  openAs,
  api,
}) => {
  const steps = [{ title: "Tell the users" }];
  const draft = await api("commander").smallRun(await api("administrator").practiceSites(), steps, { start: false });
  const page = await openAs("administrator");
  await page.setViewportSize({ width: 360, height: 740 });
  const run = new RunPage(page);
  await run.open(draft);
  const foot = page.getByRole("contentinfo");
  const choose = async (name: string) => {
    await run.head.getByRole("button", { name: `More for run ${runLabel(draft.number)}` }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await expect(foot.getByRole("button", { name: /command/ })).toHaveCount(0);
  await choose("Become commander…");
  await run.say({ Reason: "The commander cannot be reached" }, "Become commander");
  await expect(run.head).toContainText("commander Daichi Ueda");
  await press(foot.getByRole("button", { name: "Start run" }));

  await expect(foot.getByRole("button", { name: "Start step 1" })).toBeVisible();
  await choose("Pause");
  await run.say({ Reason: "The bridge is down" }, "Pause");
  await expect(page.getByRole("status").filter({ hasText: "Paused: The bridge is down" })).toBeVisible();
  await press(foot.getByRole("button", { name: "Resume" }));

  await press(foot.getByRole("button", { name: "Start step 1" }));
  await expect(foot.getByRole("button", { name: "Complete step 1" })).toBeVisible();
  await choose("Pause");
  await run.say({ Reason: "Once more" }, "Pause");
  await press(foot.getByRole("button", { name: "Complete step 1" }));
  await expect(run.step("1").card).toContainText("Completed");
});

test("the caution of a step stands above what may be pressed, on a phone beside the thumb", async ({ page, api }) => {
  const caution = "Two sites writing to one volume destroys it.";
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Mount the volumes", caution, subSteps: [{ number: "1.1", title: "The first" }] },
    { title: "Start the firewalls", dependsOn: [], condition: when("firewalls", "yes"), caution },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const foot = page.getByRole("contentinfo");
  const top = async (of: ReturnType<typeof foot.getByText>) => (await of.boundingBox())?.y ?? Number.NaN;
  const seen = (where: typeof foot) => where.getByText(caution).filter({ visible: true });
  // The commander's own first.
  const card = run.step("2").card;
  const yes = card.getByRole("button", { name: /^Yes:/ });
  await expect(yes).toBeVisible();
  await expect(seen(foot)).toHaveCount(0);
  expect(await top(seen(card))).toBeLessThan(await top(yes));

  await page.getByRole("button", { name: /^1 Ready/ }).click();
  await expect(seen(foot)).toBeInViewport({ ratio: 1 });
  expect(await top(seen(foot))).toBeLessThan(await top(foot.getByRole("button", { name: "Start step 1" })));

  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [number, button] of [
    ["1", "Start step 1"],
    ["2", "Yes"],
  ] as const) {
    const step = await run.step(number).open();
    const first = step.card.getByRole("button", { name: new RegExp(`^${button}`) });
    expect(await top(seen(step.card))).toBeLessThan(await top(first));
  }
});

test("a step that failed is looked into and done again on a phone, and a note is left", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "fail-next-export-configuration"), "");
  const started = await api("commander").smallRun(sites, [
    { title: "Export", roles: ["source"], action: { argv: [{ site: "export_configuration" }], timeoutSeconds: 60 } },
    { title: "Tell the users" },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  const foot = page.getByRole("contentinfo").filter({ has: page.getByRole("navigation") });
  await press(foot.getByRole("button", { name: "Run step 1" }));
  await expect(foot.getByRole("button", { name: "Retry step 1" })).toBeVisible();
  const drawer = await run.step("1").openOutput(1);
  await expect(drawer).toContainText("failed on purpose");
  const { width } = (await drawer.boundingBox()) ?? { width: Number.NaN };
  expect(width).toBeLessThanOrEqual(360);
  await lookAtWindow(page, "output", { axe });
  await drawer.getByRole("button", { name: "Close the output" }).click();
  await press(foot.getByRole("button", { name: "Retry step 1" }));
  await expect(foot.getByRole("button", { name: "Start step 2" })).toBeVisible();

  await foot.getByRole("button", { name: "Notes" }).click();
  await run.side.getByLabel("Add a note to this run").fill("The second try went well");
  await run.side.getByRole("button", { name: "Add note" }).click();
  await expect(run.side.getByRole("listitem").filter({ hasText: "The second try went well" })).toBeVisible();
});

test("while a command runs, the foot of a phone says so, and what ends it is in the card alone", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "slow-next-export-configuration"), "60");
  const started = await api("commander").smallRun(sites, [
    { title: "Export", roles: ["source"], action: { argv: [{ site: "export_configuration" }], timeoutSeconds: 90 } },
  ]);
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  const { card } = run.step("1");
  const foot = page.getByRole("contentinfo").filter({ has: page.getByRole("navigation") });
  const before = await foot.boundingBox();
  await press(foot.getByRole("button", { name: "Run step 1" }));
  await expect(card).toContainText("slow as was asked for");
  await expect(foot).toContainText("Step 1: in progress.");
  await expect(foot.getByRole("button", { name: /Run|Cancel|Complete/ })).toHaveCount(0);
  expect(await foot.boundingBox()).toEqual(before);
  await lookAtWindow(page, "command-runs", { axe });

  await page.context().setOffline(true);
  await page.clock.fastForward(31_000);
  await expect(page.getByText("Stale. The server does not answer")).toBeVisible();
  await expect(foot, "nor when nothing may be pressed").toContainText("Step 1: in progress.");
  await expect(foot.getByRole("button", { name: /Run|Cancel|Complete/ })).toHaveCount(0);
  await page.context().setOffline(false);
  await page.clock.fastForward(6_000);
  await expect(run.connection).toHaveText("live");
  await run.step("1").press("Cancel the command, step 1");
  await run.say({ Reason: "The wrong folder" }, "Cancel the command");
  await expect(foot.getByRole("button", { name: "Retry step 1" })).toBeVisible();
});

test("a line that may not apply asks whether it does, and is not demanded before that", async ({ page, api, axe }) => {
  const started = await api("commander").smallRun(
    await api("administrator").practiceSites(),
    [
      {
        title: "Close the lines",
        subSteps: [
          { number: "1.1", title: "The first line" },
          { number: "1.2", title: "The firewall", condition: when("firewalls", "yes") },
        ],
      },
    ],
    { facts: { firewalls: "unknown" } },
  );
  const run = new RunPage(page);
  await run.open(started);
  const { card } = run.step("1");
  const foot = page.getByRole("contentinfo").filter({ has: page.getByRole("navigation") });
  await press(foot.getByRole("button", { name: "Start step 1" }));
  await press(foot.getByRole("button", { name: "1.1 is done" }));
  const complete = foot.getByRole("button", { name: "Complete step 1" });
  await expect(complete).toBeDisabled();
  await expect(foot).toContainText("Tick 1.2 first, or answer what that depends on: firewalls included.");
  await lookAtWindow(page, "undecided-line", { axe });
  await press(card.getByRole("button", { name: "No: step 1.2 does not apply" }));
  await expect(card).toContainText("(does not apply, firewalls included: no)");
  await press(complete);
  await run.step("1").is("Completed");
});

test("of two places one is chosen beside the big button, which names it, also for another try", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [
    { title: "Copy the images", roles: ["source", "destination"] },
    { title: "Tell the users" },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  const { card } = run.step("1");
  const foot = page.getByRole("contentinfo");
  const places = foot.getByRole("radiogroup", { name: "Place of step 1" });
  const at = (name: string) => foot.getByRole("button", { name });
  await expect(card.getByRole("radio"), "asked once").toHaveCount(0);
  await expect(at(`Start step 1 at ${sites.source.name}`)).toBeInViewport({ ratio: 1 });
  await expect(at("I can’t, need help, step 1")).toBeInViewport({ ratio: 1 });
  expect(await tooSmall(page)).toEqual([]);
  await places.getByText(/destination/).tap();
  const start = at(`Start step 1 at ${sites.destination.name}`);
  await expect(start).toBeInViewport({ ratio: 1 });
  await lookAtWindow(page, "phone-two-places", { axe });
  await press(start);
  await expect(card).toContainText("In progress");
  await expect(places).toHaveCount(0);

  await api("operator").send(started.id, { type: "step.fail", step: "1", reason: "The disk is full" });
  await expect(at(`Retry step 1 at ${sites.destination.name}`)).toBeVisible();
  await places.getByText(/source/).tap();
  await press(at(`Retry step 1 at ${sites.source.name}`));
  await expect(card).toContainText("In progress");
  const { attempts } = (await api("auditor").run(started.id)).steps[0] ?? { attempts: [] };
  expect(attempts.map(({ role }) => role)).toEqual(["destination", "source"]);
});

test("a dialog says first of which run it is, and what follows, and stays as it is under the finger", async ({
  openAs,
  api,
}) => {
  const steps = [{ title: "Tell the users" }];
  const drill = await api("commander").smallRun(await api("administrator").practiceSites(), steps, { mode: "drill" });
  const page = await openAs("commander");
  await page.setViewportSize({ width: 360, height: 740 });
  const run = new RunPage(page);
  await run.open(drill);
  const label = runLabel(drill.number);
  const opens = async (more: string, item: string) => {
    await page.getByRole("button", { name: more }).filter({ visible: true }).first().click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const tops = () =>
    run.dialog.getByRole("button").evaluateAll((drawn) => drawn.map((button) => button.getBoundingClientRect().top));

  await opens(`More for run ${label}`, "Offer command to somebody…");
  await expect(run.dialog).toHaveAccessibleName(`DRILL ${label}: Offer command to somebody`);
  await expect(run.dialog).toHaveAccessibleDescription(/Until they accept, nothing changes\.$/);
  await page.keyboard.press("Escape");

  await opens("More for step 1", "I can’t, need help…");
  await expect(run.dialog).toHaveAccessibleName(`DRILL ${label}: I can’t, need help, step 1: Tell the users`);
  await expect(run.dialog).toHaveAccessibleDescription(/^Calls the commander/);
  const send = run.dialog.getByRole("button", { name: "Ask for help" });
  await expect(send).toHaveAccessibleDescription("A reason is needed.");
  const empty = await tops();
  expect(new Set(empty).size, "the way back stands beside it").toBe(1);
  await run.dialog.getByLabel("Reason").fill("The phone is dead");
  await expect(send).toHaveAccessibleDescription("");
  expect(await tops()).toEqual(empty);
  await page.keyboard.press("Escape");

  await opens("More for step 1", "Add a note…");
  await expect(run.dialog).toHaveAccessibleDescription(/Cannot be removed\.$/);
});
