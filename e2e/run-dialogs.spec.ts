import type { Locator } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import type { Api } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { openDialog, RunPage } from "./run-page.ts";
import { type Looking, lookAt } from "./screens.ts";

// Dialogs of a run that a commander of a drill does not have; those are looked at in japanese-dialogs.spec.ts.

const steps: StepDraft[] = [
  { title: "Cut the link", dependsOn: [], action: { argv: ["/bin/true"] }, gate: { kind: "approval" } },
  { title: "Delete the old copy", dependsOn: [], irreversible: true, caution: "There is no other copy." },
  { title: "Copy the images", dependsOn: [], action: { argv: ["/bin/sleep", "60"] } },
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
  const looked = async ({ page, dialog }: RunPage, opener: Locator, name: string) => {
    await openDialog(opener, dialog);
    await expect(dialog).toHaveAccessibleName(new RegExp(`^LIVE ${label}: `));
    if (name === "irreversible") await dialog.getByLabel(`Type the run number, ${label}`).fill(label);
    await lookAt(page, `dialog-${name}`, { axe, height: 900 });
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  };

  const approver = await as("approver");
  await looked(approver, (await approver.step("1").open()).button("Reject, step 1"), "reject");

  const taking = await as("administrator");
  await looked(taking, taking.head.getByRole("button", { name: "Take command" }), "take-command");

  const commander = await as("commander");
  await looked(commander, (await commander.step("2").open()).button("Start step 2"), "irreversible");
  await looked(commander, (await commander.step("3").open()).button("Cancel its command, step 3"), "cancel");
  await looked(commander, commander.side.getByRole("button", { name: "Fill Lead" }), "fill-position");
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
    await expect(menu).toBeVisible();
    await lookAt(page, "step-menu", { axe, height: 900, only });
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
  }
}
