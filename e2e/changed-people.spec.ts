import type { Page } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type Api, newMark } from "./testing/api.ts";
import { expect, signInByForm, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";
import { seesWaiting } from "./testing/waiting.ts";

type Changeable = {
  id: string;
  name: string;
  become: (change: { role?: Role; disabled?: boolean }) => Promise<unknown>;
};

/** Somebody of the test's own, signed in at this page. */
async function somebody(administrator: Api, role: Role, page: Page): Promise<Changeable> {
  const name = `Aki ${newMark()}`;
  const account = {
    name,
    email: `${name.replace(" ", ".")}@example.com`.toLowerCase(),
    password: `${newMark()} at the bridge`,
  };
  const { id } = await administrator.call<{ id: string }>("POST", "/api/users", { ...account, role });
  await page.goto("/sign-in");
  await signInByForm(page, account);
  await expect(page).toHaveURL("/");
  return { id, name, become: (change) => administrator.call("PATCH", `/api/users/${id}`, change) };
}

test("a run whose commander was deactivated asks whoever may take command, and its steps wait for who can come", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const steps = [{ title: "Stop the services" }, { title: "Tell the users", dependsOn: [] }];
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const theirs = new RunPage(await openAs(null));
  const aki = await somebody(api("administrator"), "commander", theirs.page);
  await theirs.open(started);
  await theirs.page.getByRole("button", { name: "Become commander…" }).click();
  await theirs.say({ Reason: "Mei sleeps" }, "Become commander");
  await theirs.step("2").press("Start step 2");
  await theirs.step("2").is("In progress");
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  await api("operator").send(started.id, { type: "help.ask", step: "1", reason: "The door is locked" });

  const mei = new RunPage(page);
  await mei.open(started);
  await expect(mei.head).toContainText(`Commander ${aki.name}`);
  await expect(page.getByText("Nobody commands this run.")).toBeHidden();
  await aki.become({ disabled: true });
  await expect(page.getByText("Nobody commands this run.")).toBeVisible();
  await expect(mei.head).toContainText(`Commander ${aki.name} (deactivated)`);
  await expect(page.getByRole("link", { name: /^A commander: help with/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^An operator: go on with/ })).toBeVisible();
  await expect(mei.side).toContainText(`deactivated ${aki.name}`);
  await lookAt(page, "run-nobody-commands", { axe, height: 900 });

  const overview = await openAs("administrator");
  await overview.goto("/");
  await seesWaiting(overview, [`LIVE ${runLabel(started.number)}`, "nobody commands it, take over as commander"]);

  const band = page.getByRole("alert").filter({ hasText: "Nobody commands this run." });
  await band.getByRole("button", { name: "Become commander…" }).click();
  await mei.say({ Reason: "Aki left" }, "Become commander");
  await expect(band).toBeHidden();
  await expect(mei.head).toContainText("Commander Mei Mori (you)");
  await mei.step("2").press("Complete step 2");
  await mei.step("2").is("Completed");
});

test("a role that is taken away or given is known to the page that is open, and nothing typed on it is lost", async ({
  openAs,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const theirs = new RunPage(await openAs(null));
  const aki = await somebody(api("administrator"), "operator", theirs.page);
  await theirs.open(started);
  await theirs.step("1").open();
  const start = theirs.step("1").button("Start step 1");
  await expect(start).toBeEnabled();
  await theirs.page.keyboard.press("n");
  const note = theirs.page.getByRole("textbox", { name: /note/i });
  await note.fill("The array is dark");
  await aki.become({ role: "approver" });
  await expect(start).toBeHidden();
  await aki.become({ role: "operator" });
  await expect(start).toBeEnabled();
  await expect(note).toHaveValue("The array is dark");
});
