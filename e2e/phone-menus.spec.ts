import type { Page } from "@playwright/test";
import { commandHelp } from "#lib/client/help/command-help.ts";
import { expect } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { addressOf, dialogOf, lookAtStates, type People, type State } from "./testing/state-looks.ts";

/** A live run in which somebody has a part: its roll is called. */
async function rollAt({ api }: People): Promise<string> {
  const steps = [{ title: "Tell the users", caution: "Not the customers." }, { title: "Close the lines" }];
  const positions = { lead: { person: await api("commander").idOf("Jun Kato") } };
  const run = await api("commander").smallRun(await api("administrator").practiceSites(), steps, { positions });
  return `${addressOf(run)}#people`;
}

const closed = async (page: Page) => {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu").or(dialogOf(page))).toBeHidden();
};

const isCalled = (page: Page) => expect(page.getByRole("button", { name: "I am here" })).toBeInViewport({ ratio: 1 });

const states: Record<string, State> = {
  "the roll call at a desk": {
    role: "operator",
    at: rollAt,
    height: 900,
    only: 1_440,
    looks: { "run-roll": isCalled },
  },
  "the menus and sheets of a phone": {
    role: "operator",
    at: rollAt,
    height: 740,
    only: 360,
    looks: {
      "phone-roll": {
        height: 1_600,
        act: async (page) => {
          await isCalled(page);
          await new RunPage(page).hasAllParts();
        },
      },
      "phone-menu": async (page) => {
        await page.getByRole("contentinfo").getByRole("button", { name: /^Now/ }).click();
        await expect(page.getByRole("button", { name: "I am here" }), "it waits there too").toBeInViewport({
          ratio: 1,
        });
        await page.getByRole("button", { name: "Menu" }).click();
        await expect(dialogOf(page).getByRole("link", { name: "Help" })).toBeInViewport({ ratio: 1 });
      },
      "phone-palette": async (page) => {
        await closed(page);
        await page.getByRole("button", { name: "Go to" }).click();
        await expect(page.getByRole("group", { name: "Actions" })).toBeVisible();
      },
      "phone-step-menu": async (page) => {
        await closed(page);
        await new RunPage(page).step("1").card.getByRole("button", { name: "More for step 1" }).click();
        await expect(page.getByRole("menuitem").last()).toBeInViewport({ ratio: 1 });
      },
      "phone-buttons": async (page) => {
        await page.getByRole("menuitem", { name: "What these buttons do" }).click();
        await expect(dialogOf(page)).toContainText(commandHelp["step.start"].does);
        await expect(dialogOf(page).getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
      },
      "phone-cannot": async (page) => {
        await closed(page);
        await page.getByRole("contentinfo").getByRole("button", { name: "I can’t, need help, step 1" }).click();
        await expect(dialogOf(page).getByLabel("Reason")).toBeFocused();
      },
    },
  },
};

lookAtStates(states);
