import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Verdict } from "#lib/domain/record/verdict.ts";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import type { Accounts } from "./testing/accounts.ts";
import { type Api, newMark } from "./testing/api.ts";
import { busyRun } from "./testing/busy-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

// Every page, narrow and wide, light and dark. The screens are kept for people to look at. That of the sites is looked at
// in sites.spec.ts, while there are few.
/** The README's picture; `UPDATE_PICTURES=1` takes it anew. */
const PICTURE = path.join("docs", "pictures", "run.png");
type Setting = { api: (role: Role) => Api; accounts: Accounts };
/** Where a page is, as far as that is known beforehand; what to do there before it is looked at. */
type Visit = {
  role: Role | null;
  at: string | ((setting: Setting) => Promise<string>);
  before?: (page: Page) => Promise<void>;
  /** What else it is looked at as, and what brings it there. */
  also?: Record<string, (page: Page) => Promise<void>>;
};

const procedureAt = async ({ api }: Setting) => `/procedures/${(await api("auditor").procedure()).id}`;

async function drillAt({ api }: Setting): Promise<string> {
  const run = await api("commander").startedRun(await api("administrator").practiceSites(), { mode: "drill" });
  await api("operator").complete(run.id, "1", "2", "3");
  return `/runs/${runLabel(run.number)}`;
}

async function finishedAt({ api }: Setting): Promise<string> {
  const sites = await api("administrator").practiceSites();
  const steps = [{ title: "Tell the users" }, { title: "Restore the firewalls", condition: when("firewalls", "yes") }];
  const facts = { firewalls: "no", source_up: "yes" } as const;
  const declaredAt = new Date(Date.now() - 50 * 60_000).toISOString();
  const asked = { facts, declaredAt, rtoSeconds: 3_600 };
  const run = await api("commander").smallRun(sites, [...steps, { title: "Close the ticket" }], asked);
  await api("commander").begin(run.id, "1");
  await api("commander").send(run.id, { type: "step.fail", step: "1", reason: "The list of users was old" });
  await api("commander").send(run.id, { type: "step.retry", step: "1" });
  await api("commander").send(run.id, { type: "step.complete", step: "1" });
  await api("commander").send(run.id, { type: "step.skip", step: "3", reason: "Stays open until tomorrow" });
  return `/runs/${runLabel(run.number)}`;
}

/** Signed: which of the two it is, is no matter of how soon the page is opened. */
async function recordAt(setting: Setting): Promise<string> {
  const address = await finishedAt(setting);
  const verify = () => setting.api("auditor").call<Verdict>("GET", `/api${address}/verification`);
  await expect.poll(async () => (await verify()).seals.length).toBe(1);
  return `${address}/record`;
}

/** A run with a gate in each way it can stand, past the point of no return. */
async function gatesAt({ api }: Setting): Promise<string> {
  const steps: StepDraft[] = [
    { title: "Move the data", gate: { kind: "approval" }, pointOfNoReturn: true },
    { title: "Cut the link", gate: { kind: "approval", quorum: 2, lapsesSeconds: 3_600 }, dependsOn: ["1"] },
    { title: "Open the new site", gate: { kind: "poll", of: ["lead"] }, dependsOn: ["1"] },
    { title: "Tell the users", gate: { kind: "hold" }, dependsOn: ["1"] },
  ];
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const confirmation = runLabel(run.number);
  await api("commander").send(run.id, { type: "gate.break", step: "1", reason: "Nobody answers", confirmation });
  await api("operator").complete(run.id, "1");
  await api("operator").send(run.id, { type: "gate.request", step: "2" });
  await api("approver").send(run.id, { type: "step.approve", step: "2", note: "The lines are empty" });
  return `/runs/${runLabel(run.number)}`;
}

/** With a filter of a long name, which is the one looked at. */
async function filtersAt({ api }: Setting): Promise<string> {
  const text = newMark();
  const name = `Drills that failed or were aborted since the spring, ${text}`;
  await api("commander").call("POST", "/api/saved-filters", { name, filter: { text } });
  return `/history?text=${text}`;
}

async function siteAt({ api }: Setting): Promise<string> {
  const { source } = await api("administrator").practiceSites();
  return `/sites/${source.id}`;
}

/** With a channel whose receiver is not there. */
async function messagesAt({ api }: Setting): Promise<string> {
  const administrator = api("administrator");
  const body = { format: "webhook", address: "http://127.0.0.1:9/hook", kinds: ["break_glass"], drills: false };
  const made = { ...body, name: `Duty pager ${newMark()}` };
  const { channel } = await administrator.call<{ channel: { id: string } }>("POST", "/api/notices/channels", made);
  await administrator.call("POST", `/api/notices/channels/${channel.id}/test`);
  await administrator.call("PATCH", `/api/notices/channels/${channel.id}`, { disabled: true });
  return "/messages";
}

const visits: Record<string, Visit> = {
  "sign-in": { role: null, at: "/sign-in" },
  "set-up": { role: null, at: "/set-up?token=used" },
  overview: { role: "commander", at: "/" },
  "new-run": { role: "commander", at: "/new-run?procedure=disaster-recovery-switchover" },
  "run-drill": {
    role: "commander",
    at: drillAt,
    also: {
      "run-palette": async (page) => {
        await page.keyboard.press("Control+k");
        await expect(page.getByRole("group", { name: "Actions" })).toBeVisible();
      },
    },
  },
  "run-finished": { role: "auditor", at: finishedAt },
  "run-gates": { role: "commander", at: gatesAt },
  "run-report": { role: "auditor", at: async (setting) => `${await finishedAt(setting)}/report` },
  "run-afterwards": {
    role: "commander",
    at: async (setting) => `${await drillAt(setting)}/afterwards`,
    before: async (page) => {
      const rows = page.getByRole("group", { name: /^Step/ });
      await rows.nth(0).getByRole("radio", { name: "Done" }).check();
      await rows.nth(1).getByRole("radio", { name: "Skipped" }).check();
      await page.getByRole("button", { name: "Save 2 steps" }).click();
    },
  },
  "run-record": { role: "auditor", at: recordAt },
  history: { role: "auditor", at: "/history" },
  "history-filters": { role: "commander", at: filtersAt },
  procedures: { role: "commander", at: "/procedures" },
  procedure: { role: "commander", at: procedureAt },
  "procedure-upload": { role: "commander", at: "/procedures/new" },
  site: { role: "administrator", at: siteAt },
  "site-new": { role: "administrator", at: "/sites/new" },
  users: {
    role: "administrator",
    at: "/users",
    also: { "user-new": (page) => page.getByRole("button", { name: "Add a person" }).click() },
  },
  messages: {
    role: "administrator",
    at: messagesAt,
    also: { "messages-new": (page) => page.getByRole("button", { name: "Add a channel" }).click() },
  },
  account: { role: "operator", at: "/account" },
  help: { role: "operator", at: "/help" },
  keys: {
    role: "operator",
    at: "/",
    before: async (page) => {
      await page.keyboard.press("?");
      const sheet = page.getByRole("dialog", { name: "Keys" });
      await expect(sheet).toBeFocused();
      await page.setViewportSize({ width: 360, height: 640 });
      await expect(sheet.getByRole("heading", { name: "Keys" })).toBeInViewport();
      await expect(sheet.getByRole("button", { name: "Close" }), "however long the list is").toBeInViewport({
        ratio: 1,
      });
    },
  },
  "not-allowed": { role: "auditor", at: "/new-run" },
  "not-found": { role: "auditor", at: "/runs/R-999999" },
};

const WINDOW_PX = 900;
/** High enough for what there is to see, where something sticks to the foot of the window. */
const HIGH_PX = 2_400;
const high = new Set(["run", "run-drill", "run-finished", "run-gates", "new-run"]);
/** They stand in the middle of the window, whatever is behind them. */
const dialogs = new Set(["user-new", "messages-new"]);
/** Where colours say most. */
const inContrast = new Set(["overview", "new-run", "run-gates", "run-drill", "run-report", "history"]);

function heightOf(name: string): number | undefined {
  if (high.has(name)) return HIGH_PX;
  if (dialogs.has(name)) return WINDOW_PX;
  const whole = !name.startsWith("run") || name === "run-report" || name === "run-record";
  return whole ? undefined : WINDOW_PX;
}

for (const [name, { role, at, before, also = {} }] of Object.entries(visits)) {
  test.describe(() => {
    test.use({ role });
    const names = [name, ...Object.keys(also)].join(" and ");
    test(`the page ${names} is whole in every width and theme`, async ({ page, api, accounts, axe }) => {
      await page.goto(typeof at === "string" ? at : await at({ api, accounts }));
      await before?.(page);
      await lookAt(page, name, { axe, height: heightOf(name), contrast: inContrast.has(name) });
      for (const [again, act] of Object.entries(also)) {
        await act(page);
        await lookAt(page, again, { axe, height: heightOf(again) });
      }
    });
  });
}

test("the page run is whole in every width and theme, also with its drawer and its dialog", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const started = await busyRun({ api, accounts });
  const run = new RunPage(page);
  await run.open(started);
  await expect(run.step("6").card).toContainText(/[3-9] of 90 s/);
  if (process.env.UPDATE_PICTURES) {
    await page.setViewportSize({ width: 1_440, height: 1_080 });
    // It was declared long before: all of its time would be an empty picture.
    await run.side.getByRole("radio", { name: "10 min" }).check();
    await page.screenshot({ path: PICTURE });
    await run.side.getByRole("radio", { name: "Whole" }).check();
  }
  expect(existsSync(PICTURE)).toBe(true);
  const [settled, side] = [
    await page
      .getByText(/^\d+ of \d+ settled$/)
      .first()
      .boundingBox(),
    await run.side.boundingBox(),
  ];
  expect((settled?.x ?? 0) + (settled?.width ?? 0), "the filters stay in their column").toBeLessThan(side?.x ?? 0);
  const cut = await page.getByRole("group", { name: "Only steps that are" }).evaluate((states) => {
    const { right } = states.getBoundingClientRect();
    return [...states.querySelectorAll("button")].filter((state) => state.getBoundingClientRect().right > right).length;
  });
  expect(cut, "each state can be read whole").toBe(0);
  await lookAt(page, "run", { axe, height: HIGH_PX, contrast: true });

  await run.step("10").openOutput(1);
  await lookAt(page, "run-output", { axe, height: WINDOW_PX });
  await run.drawer.getByRole("button", { name: "Close the output" }).click();
  await run.step("10").button("Done by hand, step 10").click();
  await expect(run.dialog).toBeVisible();
  await lookAt(page, "run-dialog", { axe, height: WINDOW_PX });
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Live now" })).toBeVisible();
  await lookAt(page, "overview-live", { axe, contrast: true });
  await api("operator").send(started.id, { type: "step.cancel", step: "6" });
});
