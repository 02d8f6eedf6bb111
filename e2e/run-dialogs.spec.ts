import type { Locator } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { BASE_URL } from "./testing/addresses.ts";
import type { Api } from "./testing/api.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { openDialog, RunPage } from "./testing/run-page.ts";
import { type Looking, lookAt } from "./testing/screens.ts";

// Dialogs of a run that a commander of a drill does not have; those are looked at in japanese-dialogs.spec.ts.

const steps: StepDraft[] = [
  { title: "Cut the link", dependsOn: [], action: { argv: ["/bin/true"] }, gate: { kind: "approval" } },
  { title: "Delete the old copy", dependsOn: [], irreversible: true, caution: "There is no other copy." },
  { title: "Copy the images", dependsOn: [], action: { argv: ["/bin/sleep", "240"] } },
];

async function liveRun(api: (role: Role) => Api) {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, steps);
  await api("operator").send(run.id, { type: "gate.request", step: "1" });
  await api("operator").send(run.id, { type: "step.start", step: "3" });
  return run;
}

test("each dialog of a live run fits, for who approves, takes command, commands", async ({ openAs, api, axe }) => {
  const started = await liveRun(api);
  const label = runLabel(started.number);
  const as = async (role: Role) => {
    const run = new RunPage(await openAs(role));
    await run.open(started);
    return run;
  };
  const looked = async ({ page, dialog }: RunPage, opener: Locator, name: string, says = "") => {
    await openDialog(opener, dialog);
    await expect(dialog).toHaveAccessibleName(new RegExp(`^LIVE ${label}: `));
    if (name === "irreversible") await dialog.getByLabel(`Type the run number, ${label}`).fill(label);
    await expect(dialog).toContainText(says);
    await lookAt(page, `dialog-${name}`, { axe, height: 900 });
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  };

  const approver = await as("approver");
  await looked(approver, (await approver.step("1").open()).button("Reject, step 1"), "reject");

  const taking = await as("administrator");
  await looked(
    taking,
    taking.head.getByRole("button", { name: "Become commander" }),
    "take-command",
    "instead of Mei Mori",
  );

  const commander = await as("commander");
  await looked(commander, (await commander.step("2").open()).button("Start step 2"), "irreversible");
  await looked(
    commander,
    (await commander.step("3").open()).button("Cancel the command, step 3"),
    "cancel",
    "/bin/sleep 240",
  );
  await looked(
    commander,
    commander.side.getByRole("button", { name: "Fill Lead" }),
    "fill-position",
    "Choose somebody.",
  );
  await looked(commander, commander.head.getByRole("button", { name: "Pause…" }), "pause");

  await looksAtMenu(commander, axe);
  await commander.page.goto(`/runs/${label}/report`);
  await expect(commander.page.getByText("The run is not over").first()).toBeVisible();
  await lookAt(commander.page, "report-not-over", { axe, height: 900 });
});

/** Opened anew at each width, because it does not stay as the window shrinks. A phone shows the step among all. */
async function looksAtMenu(run: RunPage, axe: Looking["axe"]): Promise<void> {
  const { page } = run;
  const menu = page.getByRole("menu");
  for (const only of [1_440, 360] as const) {
    await page.setViewportSize({ width: only, height: 900 });
    if (only === 360) await page.getByRole("contentinfo").getByRole("button", { name: "All 3" }).click();
    await run.step("3").card.getByRole("button", { name: "More for step 3" }).click();
    await expect(menu.getByText("Step 3 Copy the images")).toBeInViewport();
    await lookAt(page, "step-menu", { axe, height: 900, only });
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
  }
}

test("who is signed out while they write in a dialog signs in in another tab, and finds what they wrote", async ({
  page,
  api,
  accounts,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  // A session of its own: the others go on.
  await page.context().clearCookies();
  const { email, password } = accounts.commander;
  expect((await page.request.post("/api/session", { data: { email, password } })).ok()).toBe(true);
  const run = new RunPage(page);
  await run.open(started);
  await openDialog(run.head.getByRole("button", { name: "Pause…" }), run.dialog);
  const reason = run.dialog.getByLabel("Reason");
  await reason.fill("The storage team is on its way");
  expect((await page.request.delete("/api/session", { headers: { origin: BASE_URL } })).ok()).toBe(true);
  const pause = run.dialog.getByRole("button", { name: "Pause", exact: true });
  const told = run.dialog.getByRole("status");
  await expect(told, "a region that is there before is heard").toHaveText("");
  const place = await pause.boundingBox();
  await pause.click();
  const signIn = told.getByRole("link", { name: "Sign in" });
  await expect(signIn).toBeVisible();
  await run.dialog.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await expect.poll(() => pause.boundingBox(), "it moves no button").toEqual(place);
  await expect(page.getByText("You are signed out.", { exact: true })).toBeVisible();
  const connection = page.locator("[data-connection]").filter({ visible: true });
  await expect(connection, "nothing new is shown from now on").toHaveText(/^stale/);
  await lookAt(page, "dialog-signed-out", { axe, height: 900 });
  // Where the page itself offers it, under the dialog.
  await page.mouse.click(20, 880);
  await expect(run.dialog).toBeVisible();
  const [tab] = await Promise.all([page.waitForEvent("popup"), signIn.click()]);
  await signInByForm(tab, accounts.commander);
  await expect(tab.getByRole("banner")).toContainText(runLabel(started.number));
  await tab.close();
  await expect(signIn).toBeHidden();
  await expect(reason).toHaveValue("The storage team is on its way");
  await pause.click();
  await expect(run.dialog).toBeHidden();
  await expect(run.head.getByRole("button", { name: "Resume" })).toBeVisible();
});
