import type { Locator, Page } from "@playwright/test";
import { keyWords } from "#lib/client/palette/key-words.ts";
import { keyLabels, keys } from "#lib/client/palette/keys.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { AtRun, enterSteps, focused } from "./testing/at-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { Keyboard } from "./testing/keyboard.ts";
import { RunPage } from "./testing/run-page.ts";

const steps = [
  { title: "Tell the users", subSteps: [{ number: "1.1", title: "By mail" }] },
  { title: "Close the lines", dependsOn: ["1"] },
  { title: "Open the new site", dependsOn: ["2"] },
];

test("a whole run is done by keyboard alone", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const keys = await Keyboard.alone(page);
  const run = new RunPage(page);
  await run.open(started);
  for (const step of ["1", "2", "3"]) {
    const { card, head } = run.step(step);
    await expect(card).toHaveAttribute("data-state", "ready");
    if (step === "1") await enterSteps(page);
    while ((await focused(page)) !== step) await keys.press("j");
    if ((await head.getAttribute("aria-expanded")) === "false") await keys.press("Enter");
    await keys.enter(run.step(step).button(`Start step ${step}`), () =>
      expect(card).toHaveAttribute("data-state", "in_progress", { timeout: 300 }),
    );
    expect(await focused(page)).toBe(step);
    if (step === "1") {
      await keys.press("c");
      await expect(page.getByRole("status").filter({ hasText: "1.1" })).toBeVisible();
      // The press has left the focus at the foot of the card: from its head the line is a few presses away.
      await keys.press("j", "k");
      expect(await focused(page)).toBe(step);
      await keys.tick(card.getByRole("checkbox", { name: "1.1 " }), true);
      await addLine(keys, card);
    }
    await keys.press("c");
    await expect(card).toHaveAttribute("data-state", "completed");
  }
  await expect(page.getByText(/^Completed\./)).toBeVisible();
});

async function addLine(keys: Keyboard, card: Locator): Promise<void> {
  const add = card.getByRole("button", { name: "Add a line" });
  const line = card.getByRole("textbox", { name: "New line of step 1" });
  await keys.tabTo(add);
  await keys.press("Enter");
  await keys.compose(line, "でんわ");
  await keys.press("Escape");
  await keys.sees(add);
  await keys.press("Enter");
  await keys.type(line, "By phone");
  await keys.press("Enter");
  const added = card.getByRole("checkbox", { name: "By phone" });
  await expect(added).toBeVisible();
  await keys.sees(add);
  await keys.tabTo(added, "Shift+Tab");
  await keys.press("Space");
  await expect(added).toBeChecked();
}

test("a fact that was answered and a note that was added leave the focus where they were begun", async ({
  page,
  api,
}) => {
  const { id } = await api("administrator").publish(
    [{ title: "Tell the users" }, { title: "Start the firewalls", condition: when("firewalls", "yes") }],
    { facts: [{ key: "firewalls", question: "Are firewalls included?", label: "Firewalls" }] },
  );
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{}], { procedureId: id });
  const run = await AtRun.alone(page, started);
  const { keys, side } = run;
  const step = run.step("2");
  await run.goTo(step);
  await keys.enter(step.card.getByRole("button", { name: /^Yes:/ }), () =>
    expect(step.card).toHaveAttribute("data-state", "not_started"),
  );
  await run.staysIn(step);

  const fact = (answer: string) => side.getByRole("button", { name: `Firewalls: ${answer}.` });
  await keys.press("t");
  await keys.tabTo(fact("yes"));
  await keys.press("Enter");
  await keys.tabTo(side.getByRole("radio", { name: "yes" }));
  await keys.press("ArrowRight");
  await keys.tabTo(side.getByRole("button", { name: "Answer “no”" }));
  await keys.press("Enter");
  await keys.sees(fact("no"));
  await keys.press("Enter");
  await keys.tabTo(side.getByRole("button", { name: "Back" }));
  await keys.press("Enter");
  await keys.sees(fact("no"));
  await keys.press("Enter");
  await keys.tabTo(side.getByRole("radio", { name: "no", exact: true }));
  await keys.press("Escape");
  await keys.sees(fact("no"));
  await expect(fact("no")).toHaveAttribute("aria-expanded", "false");

  const note = side.getByLabel("Add a note to this run");
  await keys.type(note, "All is well");
  await keys.tabTo(side.getByRole("button", { name: "Add note" }));
  await keys.press("Enter");
  await expect(side).toContainText("All is well");
  await keys.sees(note);
  await expect(note).toHaveValue("");
});

/** Whether the page takes that key, so that the browser does nothing of its own. */
async function isTaken(page: Page, key: string, press: () => Promise<void>): Promise<boolean> {
  // In an object: a promise would be waited for, and the press must not come before the page listens.
  const heard = await page.evaluateHandle(
    (wanted) => ({
      taken: new Promise<boolean>((resolve) =>
        addEventListener("keydown", (event) => event.key === wanted && resolve(event.defaultPrevented)),
      ),
    }),
    key,
  );
  await press();
  return heard.evaluate(({ taken }) => taken);
}

test("notes and the timeline have keys, and the sheet shows them all", async ({ page, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const run = new RunPage(page);
  await run.open(started);
  // Typed before the keys are there: what follows n is text.
  await page.keyboard.type("np");
  const note = run.side.getByLabel("Add a note to this run");
  await expect(note).toBeFocused();
  await expect(page).not.toHaveURL(/\?/);
  await page.keyboard.type("jump");
  await expect(note).toHaveValue(/jump$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  const told = await Keyboard.alone(page);
  await told.compose(run.dialog.getByLabel("Note"), "でんわ");
  expect(await isTaken(page, "k", () => page.keyboard.press("Control+k")), "not left to the browser").toBe(true);
  const said = { Note: "By mail and by phone", "For somebody in particular": "Jun Kato, operator" };
  await told.say(said, "Add a note");
  await expect(run.side).toContainText("to Jun Kato: By mail and by phone step 1");
  expect(await focused(page)).toBe("1");
  await expect(note).toHaveValue(/jump$/);
  await note.fill("");
  const hint = run.side.locator("kbd");
  await expect(hint).toHaveText("n");
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await expect(run.side.getByRole("list", { name: "Timeline of the steps" }).getByRole("link").first()).toBeFocused();

  await page.keyboard.press("?");
  for (const entry of keys) {
    await expect(run.dialog.getByText(keyWords(entry), { exact: true })).toBeVisible();
    await expect(run.dialog.getByText(keyLabels(entry).at(-1) ?? "", { exact: true }).first()).toBeVisible();
  }
  expect(await axe(page)).toEqual([]);
  await run.dialog.getByRole("checkbox", { name: "Use single letters" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(run.dialog).toBeHidden();
  await expect(hint, "a key that is not heard").toHaveCount(0);
  await page.keyboard.press("p");
  await expect(page).not.toHaveURL(/\?/);
});
