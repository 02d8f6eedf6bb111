import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { AtRun } from "./testing/at-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";
import { sshSites } from "./testing/ssh.ts";

// Kills what every other test needs, so it runs alone, after them: see playwright.config.ts.
test.describe.configure({ mode: "serial" });

const exporting = {
  title: "Export the configuration",
  roles: ["source"],
  action: { argv: [{ site: "export_configuration" }], timeoutSeconds: 60 },
} satisfies StepDraft;

/** The process of the product whose command line matches. */
function processOf(launcher: number, command: RegExp): number {
  const lines = execFileSync("ps", ["-Ao", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const found = lines
    .map((line) => /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? [])
    .find(([, , parent, args]) => Number(parent) === launcher && command.test(args ?? ""));
  if (!found) throw new Error(`The launcher has no such child: ${command}`);
  return Number(found[1]);
}

/** Nothing more is heard of the process while this is looked at; then it is killed. */
async function dying(pid: number, look: () => Promise<void>): Promise<void> {
  process.kill(pid, "SIGSTOP");
  try {
    await look();
  } finally {
    process.kill(pid, "SIGKILL");
  }
}

test("a page whose server dies says so, is read only, and comes back with what happened meanwhile", async ({
  page,
  api,
  accounts,
}) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "slow-next-export-configuration"), "2");
  const started = await api("commander").smallRun(sites, [exporting, { title: "Close the ticket" }]);
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Run step 1");
  await expect(run.step("1").card).toContainText("slow as was asked for");

  await dying(processOf(accounts.launcher, /next/), async () => {
    const state = () => JSON.parse(readFileSync(path.join(sites.source.folder, "state.json"), "utf8"));
    await expect.poll(() => state().lockedAt).not.toBeNull();
    await page.clock.fastForward(26_000);
    await expect(run.connection).toHaveText(/^reconnecting, \d[\w\s]* old$/);
    await page.clock.fastForward(6_000);
    await expect(run.connection).toHaveText(/^stale, \d[\w\s]* old$/);
    await expect(page.getByText("Stale. The server does not answer")).toBeVisible();
    await expect(run.step("1").button("Cancel the command, step 1")).toBeDisabled();
    await expect(run.step("1").card).toContainText("Read only: the server does not answer.");
  });

  await expect(run.connection).toHaveText("live");
  await run.step("1").is("Completed");
  await run.step("2").doByHand();
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();
});

test.describe(() => {
  test.use({ serviceWorkers: "allow" });

  test("who opens a run while the server hangs reads the pack that the browser kept", async ({
    page,
    context,
    api,
    accounts,
  }) => {
    const sites = await api("administrator").practiceSites();
    const { number } = await api("commander").smallRun(sites, [{ title: "Close the ticket" }]);
    const label = runLabel(number);
    await page.goto(`/runs/${label}`);
    const kept = () => page.evaluate(async (key) => (await caches.match(key)) !== undefined, `/kept-packs/${label}`);
    await expect.poll(kept).toBe(true);
    const late = await context.newPage();
    await dying(processOf(accounts.launcher, /next/), async () => {
      await late.goto(`/runs/${label}`);
      await expect(late.getByRole("alert")).toContainText("Read only: not connected.");
      await expect(late).toHaveTitle(new RegExp(`^LIVE ${label}, run pack`));
    });
    await expect(async () => {
      await late.goto(`/runs/${label}`);
      await expect(late.getByRole("button", { name: "Start step 1" }).first()).toBeVisible({ timeout: 4_000 });
    }).toPass({ timeout: 30_000 });
  });
});

test("a command goes on when the server and then its worker die; asked, the host says how it ended", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "slow-next-export-configuration"), "6");
  const started = await api("commander").smallRun(sites, [exporting, { title: "Close the ticket" }]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Run step 1");
  await expect(run.step("1").card).toContainText("slow as was asked for");

  process.kill(processOf(accounts.launcher, /next/), "SIGKILL");
  process.kill(processOf(accounts.launcher, /lib\/worker\/main/), "SIGKILL");
  await run.step("1").is("Outcome unknown");
  const state = () => JSON.parse(readFileSync(path.join(sites.source.folder, "state.json"), "utf8"));
  await expect.poll(() => state().lockedAt).not.toBeNull();
  await run.step("1").press("Ask the host, step 1");
  await run.step("1").is("Completed");
  await run.step("1").open();
  await expect(run.step("1").card).toContainText("The host says: it ended with exit code 0");
  await lookAt(page, "run-host-says", { axe, height: 1_600 });
  await expect(await run.step("1").openOutput(1)).toContainText("replicated to");
  const { attempts } = (await api("auditor").run(started.id)).steps[0] ?? {};
  expect(attempts).toHaveLength(1);
});

test("a command on a host that is lost with its worker is resolved by hand, and the host says nothing", async ({
  page,
  api,
  accounts,
}) => {
  const { sshd, sites } = await sshSites(api("administrator"), accounts.dataFolder);
  writeFileSync(path.join(sites.source.folder, "slow-next-export-configuration"), "20");
  const started = await api("commander").smallRun(sites, [exporting]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Run step 1");
  await expect(run.step("1").card).toContainText("slow as was asked for");
  process.kill(processOf(accounts.launcher, /lib\/worker\/main/), "SIGKILL");
  sshd.cut();
  await sshd.stop();
  await run.step("1").is("Outcome unknown");
  await run.step("1").press("Ask the host, step 1");
  await expect(run.step("1").card).toContainText("The host says: no answer: 127.0.0.1");
  await run.step("1").is("Outcome unknown");
  await run.step("1").press("Done by hand, step 1");
  await run.say({ Reason: "Looked at the site", Evidence: "The export is there, of 03:12" }, "Done by hand");
  await expect(page.getByRole("status").filter({ hasText: "Completed with exceptions." })).toBeVisible();
});

test("a command whose worker dies has an unknown outcome, until a person at a keyboard says what is true", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "slow-next-export-configuration"), "12");
  const started = await api("commander").smallRun(sites, [exporting]);
  const run = await AtRun.alone(page, started);
  const step = run.step("1");
  await run.do(step, "Run step 1", "in_progress");
  await expect(step.card).toContainText("slow as was asked for");

  process.kill(processOf(accounts.launcher, /lib\/worker\/main/), "SIGKILL");
  const killedAt = Date.now();
  await expect(step.card).toHaveAttribute("data-state", "interrupted");
  const told = (await api("auditor").run(started.id)).steps[0]?.since ?? "";
  expect(Date.parse(told) - killedAt).toBeLessThan(10_000);
  await expect(page.getByText("It is never run again by itself.").first()).toBeVisible();
  await lookAt(page, "run-outcome-unknown", { axe, height: 1_600 });
  await run.isLedTo(step);
  await run.answer(step, "Mark failed, step 1", { Reason: "There is no export" }, { state: "failed" });
  const byHand = { Reason: "Made it at the site", Evidence: "The export is there, of 03:12" };
  await run.answer(step, "Done by hand, step 1", byHand, { state: "overridden" });
  await expect(page.getByRole("status").filter({ hasText: "Completed with exceptions." })).toBeVisible();
});

test("a command for a site without a worker says so before it is pressed, waits with the time, and is run once", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [exporting]);
  const run = new RunPage(page);
  await run.open(started);
  const { card } = run.step("1");
  await expect(card).toContainText(`answers for ${sites.source.name}`);
  const worker = processOf(accounts.launcher, /lib\/worker\/main/);
  process.kill(worker, "SIGSTOP");
  try {
    await expect(card).toContainText(`No worker answers for ${sites.source.name} now`, { timeout: 30_000 });
    await run.step("1").press("Run step 1");
    await expect(card).toContainText(new RegExp(`Waiting for a worker at ${sites.source.name}, \\d+\\ss`));
    await run.step("1").is("Queued");
    await expect(card).toContainText(/the last one was seen \d/);
    await lookAt(page, "run-waiting-for-worker", { axe, height: 1_200 });
  } finally {
    process.kill(worker, "SIGCONT");
  }
  await run.step("1").is("Completed");
  expect((await api("auditor").run(started.id)).steps[0]?.attempts).toHaveLength(1);
});
