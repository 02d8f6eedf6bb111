import type { Page } from "@playwright/test";
import { newMark } from "./api.ts";
import { expect } from "./fixtures.ts";
import { dialogOf, lookAtStates, type People, type State } from "./state-looks.ts";

/** Opens a dialog from the menu of a row, after the one before is closed. */
async function openFromMenu(page: Page, row: string, item: string): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  const line = page.getByRole("row").filter({ hasText: row }).first();
  await line.getByRole("button", { name: /^Change/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
  await expect(dialogOf(page)).toBeVisible();
}

const CHANNEL = `Duty pager ${newMark()}`;

async function channelAt({ api }: People): Promise<string> {
  const made = { name: CHANNEL, format: "webhook", address: "http://127.0.0.1:9/hook", kinds: ["break_glass"] };
  await api("administrator").call("POST", "/api/notices/channels", { ...made, drills: false });
  return "/messages";
}

const person = (item: string) => (page: Page) => openFromMenu(page, "operator@example.com", item);
const channel = (item: string) => (page: Page) => openFromMenu(page, CHANNEL, item);

const states: Record<string, State> = {
  "the dialogs of a person": {
    role: "administrator",
    at: "/users",
    height: 900,
    looks: {
      "user-edit": person("Name, telephone, role, groups…"),
      "user-password": person("New password…"),
      "user-codes": person("One-time codes…"),
      "user-deactivate": person("Deactivate…"),
      "user-sessions": async (page) => {
        await person("Sessions…")(page);
        await expect(dialogOf(page).getByRole("table")).toBeVisible();
      },
      "user-sessions-loading": async (page) => {
        // It is never answered.
        await page.route("**/api/users/*/sessions", () => {});
        await openFromMenu(page, "approver@example.com", "Sessions…");
        await expect(page.getByText("Loading the sessions")).toBeVisible();
      },
    },
  },
  "the dialogs of a channel": {
    role: "administrator",
    at: channelAt,
    height: 900,
    looks: {
      "channel-change": channel("Name, address, what it receives…"),
      "channel-key": channel("New key…"),
      "channel-key-once": async (page) => {
        await dialogOf(page).getByRole("button", { name: "Create a new key" }).click();
        await expect(dialogOf(page).getByText(/^whsec_/)).toBeVisible();
      },
      "channel-delete": channel("Delete…"),
    },
  },
};

lookAtStates(states);
