import type { Page } from "@playwright/test";
import type { Command } from "#lib/domain/run/command.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { newMark } from "./testing/api.ts";
import { everyStateRun } from "./testing/every-state-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";
import { addressOf, asItComes, dialogOf, lookAtStates, type People, type State } from "./testing/state-looks.ts";

// What pages.spec.ts does not show: states that a page comes into, and dialogs of it. One load for each row.

/** A run of two steps, the first done, that then came to this. */
const runThat =
  (command: Command, mode: "live" | "drill" = "live") =>
  async ({ api }: People): Promise<string> => {
    const sites = await api("administrator").practiceSites();
    const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }, {}], { mode });
    await api("commander").complete(run.id, "1");
    await api("commander").send(run.id, command);
    return addressOf(run);
  };

async function draftRun({ api }: People): Promise<string> {
  const sites = await api("administrator").practiceSites();
  return addressOf(await api("commander").smallRun(sites, [{ title: "Tell the users" }, {}], { start: false }));
}

/** A draft at the sites of a run that goes on, which has the same procedure. */
async function heldBack({ api }: People): Promise<string> {
  const sites = await api("administrator").practiceSites();
  const { procedureId } = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
  return addressOf(await api("commander").smallRun(sites, [{}], { procedureId, start: false }));
}

async function offered({ api }: People): Promise<string> {
  return runThat({ type: "command.offer", to: await api("commander").idOf("Daichi Ueda") })({ api });
}

async function compared({ api }: People): Promise<string> {
  const sites = await api("administrator").practiceSites();
  const one = await api("commander").smallRun(sites, [{ title: "Tell the users" }], { mode: "drill" });
  await api("commander").complete(one.id, "1");
  const again = { mode: "drill", procedureId: one.procedureId } as const;
  const other = await api("commander").smallRun(sites, [{ title: "Tell the users" }], again);
  await api("commander").send(other.id, { type: "step.skip", step: "1", reason: "They know" });
  return `/history/compare?a=${runLabel(one.number)}&b=${runLabel(other.number)}`;
}

async function chooseOfRun(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: /^More for run/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
  await expect(dialogOf(page)).toBeVisible();
}

/** The part that a phone shows one at a time. */
async function onPhone(page: Page, tab: RegExp): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 900 });
  const button = page.getByRole("contentinfo").getByRole("button", { name: tab });
  await button.click();
  await expect(button).toHaveAttribute("aria-current", "true");
  if (size) await page.setViewportSize(size);
}

async function toReport(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}/report`);
  await expect(page.getByText(/^The record holds\./).filter({ visible: true })).toBeVisible();
}

const states: Record<string, State> = {
  "a run with a step in each state": {
    role: "commander",
    at: async (people) => addressOf(await everyStateRun(people)),
    height: 900,
    looks: {
      "run-steps": {
        height: 14_000,
        act: async (page) => {
          await page.setViewportSize({ width: 360, height: 900 });
          await page.getByRole("contentinfo").getByRole("button", { name: /^All/ }).click();
          const run = new RunPage(page);
          for (const number of ["6", "8", "9", "10", "11", "13", "14", "15", "16", "17", "19"])
            await run.step(number).open();
          await expect(run.step("19").card.getByText("Failed", { exact: true })).toBeVisible();
        },
      },
      "run-retry": async (page) => {
        const step = new RunPage(page).step("3");
        await step.open();
        await step.button("Retry step 3").click();
        await expect(dialogOf(page)).toContainText(
          /exit code 3\.Will run atPractice West .+, attempt 2Command.+VOLUME/,
        );
      },
    },
  },
  "a draft": {
    role: "commander",
    at: draftRun,
    height: 900,
    looks: {
      "run-draft": asItComes,
      "run-no-match": async (page) => {
        await page.getByRole("searchbox", { name: "Only steps with these words" }).fill("zzz");
        await expect(page.getByText("No step matches")).toBeVisible();
      },
      "run-hand-over": async (page) => {
        await page.getByRole("button", { name: "Show all 2 steps" }).click();
        await expect(page.getByText("No step matches")).toBeHidden();
        await chooseOfRun(page, "Offer command to somebody…");
      },
    },
  },
  "a paused run": {
    role: "commander",
    at: runThat({ type: "run.pause", reason: "Waiting for the storage team" }),
    height: 900,
    looks: { "run-paused": asItComes, "run-abort": (page) => chooseOfRun(page, "Abort the run…") },
  },
  "a run that was aborted": {
    role: "auditor",
    at: runThat({ type: "run.abort", reason: "The source came back" }),
    height: 900,
    looks: {
      "run-no-report": async (page) => {
        await page.route("**/api/runs/*/report", () => {});
        await page.reload();
        await expect(page.getByText("Drafting the report").first()).toBeAttached();
        await page.unroute("**/api/runs/*/report");
        await page.route("**/api/runs/*/report", (route) => route.abort());
        await page.reload();
        await expect(page.getByText("The report could not be read")).toBeVisible();
        await expect(page.getByText("The server did not answer.", { exact: true })).toBeVisible();
        await onPhone(page, /^Notes/);
      },
      "run-aborted": async (page) => {
        await page.getByRole("button", { name: "Try again" }).focus();
        // Somebody is at the keyboard: what gives the focus back comes with the first key.
        await page.keyboard.press("Shift");
        await expect(page.getByText(/^Trying again by itself in \d+\ss$/)).toBeVisible();
        await page.unroute("**/api/runs/*/report");
        await expect(page.getByText("The report could not be read")).toBeHidden({ timeout: 40_000 });
        await expect(page.locator("section:focus"), "the focus stays in that part of the page").toHaveCount(1);
        await expect(page.getByRole("region", { name: "Report" })).toContainText("Recovery time");
        await onPhone(page, /^All/);
      },
      "report-aborted": { act: toReport, height: 2_400 },
    },
  },
  "a run that ended well": {
    role: "auditor",
    at: async ({ api }) => {
      const sites = await api("administrator").practiceSites();
      const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }], { rtoSeconds: 3_600 });
      await api("commander").complete(run.id, "1");
      return addressOf(run);
    },
    height: 900,
    looks: { "run-completed": asItComes },
  },
  "a run that another one holds back": {
    role: "commander",
    at: heldBack,
    height: 900,
    looks: {
      "run-held-back": async (page) => {
        const start = new RunPage(page).head.getByRole("button", { name: "Start run" });
        const prominent = await start.evaluate((button) => getComputedStyle(button).backgroundColor);
        await start.click();
        await expect(page.getByRole("button", { name: "Start anyway" })).toBeVisible();
        await expect(start, "what was refused is not the way on").not.toHaveCSS("background-color", prominent);
      },
      "run-over-another": async (page) => {
        await page.getByRole("button", { name: "Start anyway" }).click();
        await expect(dialogOf(page)).toBeVisible();
      },
      "run-started-over-another": async (page) => {
        const [label = ""] = /R-\d+/.exec(page.url()) ?? [];
        const said = { Reason: "The first one hangs at a dead site", [`Type the run number, ${label}`]: label };
        await new RunPage(page).say(said, "Start anyway");
        await expect(page.getByText("Started over another run.")).toBeVisible();
      },
    },
  },
  "a run whose command is offered": {
    role: "administrator",
    at: offered,
    height: 900,
    looks: {
      "run-offered": asItComes,
      "run-decline": async (page) => {
        await page.getByRole("button", { name: "Decline to be commander…" }).click();
        await expect(dialogOf(page)).toBeVisible();
      },
    },
  },
  "a drill that failed": {
    role: "commander",
    at: runThat({ type: "run.fail", reason: "The destination has no power" }, "drill"),
    height: 900,
    looks: { "run-failed": asItComes, "report-failed": { act: toReport, height: 2_400 } },
  },
  "two runs beside each other": {
    role: "auditor",
    at: compared,
    looks: {
      compare: asItComes,
      "compare-choose": async (page) => {
        await page.goto("/history/compare");
      },
    },
  },
  "users for whom they are not": { role: "auditor", at: "/users", looks: { "users-not-allowed": asItComes } },
  "an address where nothing is": { role: "auditor", at: "/nothing-here", looks: { "nothing-here": asItComes } },
  "a new token": {
    role: "commander",
    at: "/account",
    height: 900,
    looks: {
      "token-new": (page) => page.getByRole("button", { name: "New token" }).click(),
      "token-once": async (page) => {
        const dialog = dialogOf(page);
        await dialog.getByLabel("Name").fill(`nightly-${newMark()}`);
        await dialog.getByRole("button", { name: "Create token" }).click();
        await expect(dialog.getByRole("code").filter({ hasText: "swc_" })).toBeVisible();
      },
    },
  },
};

lookAtStates(states);

test("a run that is stale, and then signed out: whole in every width and theme", async ({ openAs, api, axe }) => {
  const page = await openAs("operator");
  await page.clock.install();
  await page.goto(await runThat({ type: "note.add", text: "The storage team is on the bridge" })({ api }));
  const run = new RunPage(page);
  await expect(run.connection).toHaveText("live");
  // What is fetched later is there too.
  await expect(run.side.getByRole("heading", { name: "Notes and events" })).toBeVisible();
  await page.context().setOffline(true);
  await page.clock.fastForward(31_000);
  await expect(page.getByText("Stale. The server does not answer")).toBeVisible();
  await lookAt(page, "run-stale", { axe, height: 900 });
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await page.clock.fastForward(31_000);
  await expect(page.getByText("You are signed out.", { exact: true })).toBeVisible();
  await lookAt(page, "run-signed-out", { axe, height: 900 });
});

test("a step that is being canceled, on a page that has lost the server: whole in every width and theme", async ({
  page,
  api,
  axe,
}) => {
  const [sites, operator] = [await api("administrator").practiceSites(), api("operator")];
  // It ends only when it is killed, after 5 s.
  const argv = ["/bin/sh", "-c", "trap '' TERM; while :; do sleep 1; done"];
  const { id, number } = await api("commander").smallRun(sites, [{ action: { argv } }, { title: "Tell the users" }]);
  await operator.send(id, { type: "step.start", step: "1" });
  await expect.poll(async () => (await operator.run(id)).steps[0]?.attempts[0]?.begun).toBeDefined();
  // What the server has drawn stays as it is, and does not grow old.
  for (const address of [`**/api/runs/${id}`, `**/api/runs/${id}/**`])
    await page.route(address, (route) => route.abort());
  await page.clock.setFixedTime(new Date());
  await operator.send(id, { type: "step.cancel", step: "1" });
  await page.goto(addressOf({ number }));
  const run = new RunPage(page);
  await run.step("1").is("Canceling");
  await expect(run.connection).toHaveText(/^reconnecting, \d[\w\s]* old$/);
  await run.step("1").open();
  await lookAt(page, "run-reconnecting", { axe, height: 1_200 });
  await run.step("1").is("Canceling");
});
