import { runLabel } from "#lib/domain/run/read-state.ts";
import { AtRun } from "./testing/at-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";
import { seesWaiting } from "./testing/waiting.ts";

test("command is handed over by an offer and its acceptance, and never by itself, by keyboard as well", async ({
  page,
  openAs,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
  ]);
  const mei = await AtRun.alone(page, started);
  const daichi = new RunPage(await openAs("administrator"));
  await daichi.open(started);
  const offer = async (by: "commander" | "administrator", name: string) => {
    const to = await api(by).idOf(name);
    await api(by).send(started.id, { type: "command.offer", to });
  };
  const offered = daichi.page.getByText("Mei Mori offers you command.");
  await mei.chooseOfRun("Offer command to somebody", { To: "Daichi Ueda, administrator" });
  await expect(offered).toBeVisible();
  await expect(daichi.head).toContainText("Commander Mei Mori");
  await mei.keys.enter(page.getByRole("button", { name: "Take the offer back" }), () => expect(offered).toBeHidden());
  await mei.keys.sees(page.getByRole("main"));
  await offer("commander", "Daichi Ueda");
  await daichi.page.getByRole("button", { name: "Accept and become commander" }).click();
  await expect(daichi.head).toContainText("Commander Daichi Ueda (you)");
  await expect(mei.head).toContainText("Commander Daichi Ueda");
  await expect(mei.side).toContainText("Daichi Ueda accepted command from Mei Mori");

  await offer("administrator", "Mei Mori");
  await mei.keys.ask(page.getByRole("button", { name: "Decline to be commander…" }));
  await mei.keys.say({ Reason: "I am driving" }, "Decline to be commander");
  await expect(daichi.side).toContainText("I am driving");
  await mei.keys.sees(page.getByRole("main"));
  await offer("administrator", "Mei Mori");
  await expect(page.getByText("Daichi Ueda offers you command.")).toBeVisible();
  await mei.goTo(mei.step("1"));
  await mei.keys.jump(`Accept and become commander, ${runLabel(started.number)}`, "accept");
  await expect(mei.head).toContainText("Commander Mei Mori (you)");
  await mei.keys.sees(mei.step("1").head);
});

test("positions are filled, answer the roll call and vote, and the commander decides on the board", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const steps = [{ title: "Cut over", gate: { kind: "poll" as const, of: ["lead"] } }, { title: "Tell the users" }];
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const commander = new RunPage(page);
  await commander.open(started);
  await page.getByRole("button", { name: "Fill Lead" }).click();
  await commander.dialog.getByLabel("Person").selectOption({ label: "Jun Kato, operator" });
  await commander.say({}, "Fill Lead");
  const people = commander.side.getByRole("list", { name: "People of this run" });
  await expect(people).toContainText("Jun Kato not yet");
  await api("operator").ask("PUT", "/api/session/telephone", { telephone: "+81 90-8765-4321" });
  await commander.side.getByRole("button", { name: "Contacts…" }).press("Enter");
  const contact = commander.dialog.getByRole("listitem").filter({ hasText: "Jun Kato" });
  const telephone = contact.getByRole("link", { name: "+81 90-8765-4321" });
  await expect(contact, "as what").toContainText("Jun Kato Lead");
  await expect(commander.dialog.getByRole("listitem").first()).toContainText("Mei Mori Incident commander");
  // What the page was asking for already as it was opened, is asked for again with the next opening.
  await expect(async () => {
    if (await telephone.isHidden()) {
      await page.keyboard.press("Escape");
      await commander.side.getByRole("button", { name: "Contacts…" }).press("Enter");
    }
    await expect(telephone).toHaveAttribute("href", "tel:+819087654321", { timeout: 2_000 });
  }).toPass();
  await lookAt(page, "run-contacts", { axe, height: 900 });
  await page.keyboard.press("Escape");
  await expect(commander.side.getByRole("button", { name: "Contacts…" })).toBeFocused();

  const leadPage = await openAs("operator");
  await leadPage.goto("/");
  const own = `LIVE ${runLabel(started.number)}`;
  const roll = await seesWaiting(leadPage, [own, "roll call: say that you are here"]);
  await expect(roll.getByRole("link")).toHaveAttribute("href", /#people$/);
  await seesWaiting(leadPage, [own, "step 1: go or no go, your vote"]);
  const lead = await AtRun.alone(leadPage, started);
  await lead.keys.enter(leadPage.getByRole("button", { name: "I am here" }), () =>
    expect(people).toContainText("Jun Kato here"),
  );
  await lead.keys.sees(leadPage.getByRole("main"));
  const said = "The lines are empty";
  await lead.answer(lead.step("1"), "Vote go as Lead, step 1", { Reason: said }, { says: said });
  await expect(commander.step("1").card).toContainText("The lines are empty");
  await expect(commander.step("1").card).toContainText("To decide: You.");
  await commander.step("1").press("Go for step 1");
  await commander.step("1").is("Ready");
});

test("an operator on a phone says that it cannot go on, and the commander settles it", async ({
  page,
  openAs,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Stop the array" },
  ]);
  const phone = await openAs("operator");
  await phone.setViewportSize({ width: 360, height: 780 });
  const operator = new RunPage(phone);
  const commander = new RunPage(page);
  await operator.open(started);
  await commander.open(started);
  await operator.step("1").card.getByRole("button", { name: "More for step 1" }).click();
  await phone.getByRole("menuitem", { name: "I can’t, need help…" }).click();
  await operator.say({ Reason: "The password is not accepted" }, "Ask for help");
  await expect(commander.step("1").card).toContainText("The password is not accepted");
  await expect(page.getByText(/help with/).first()).toBeVisible();
  await commander.step("1").card.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: "Help is settled…" }).click();
  await commander.say({ Note: "Use the sealed envelope" }, "Help is settled");
  await expect(operator.step("1").card).not.toContainText("The password is not accepted");

  await commander.step("1").card.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: "Assign…" }).click();
  const assign = commander.dialog.getByRole("button", { name: "Assign", exact: true });
  await expect(assign, "nothing is chosen").toBeDisabled();
  await commander.dialog.getByLabel("To").selectOption({ label: "Jun Kato, operator" });
  await commander.say({}, "Assign");
  await expect(operator.step("1").card).toContainText("Jun Kato");
  await commander.step("1").card.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: "Assign…" }).click();
  await expect(commander.dialog.getByLabel("To").locator("option:checked")).toHaveText("as it is: Jun Kato");
  await expect(assign, "what is left as it is takes the step from nobody").toBeDisabled();
  await page.keyboard.press("Escape");
  await phone.setViewportSize({ width: 1_440, height: 900 });
  await phone.getByRole("button", { name: "Mine 1" }).click();
  await expect(operator.step("1").card).toBeVisible();
});
