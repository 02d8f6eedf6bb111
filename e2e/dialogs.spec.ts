import type { Page } from "@playwright/test";
import { newMark } from "./testing/api.ts";
import { expect } from "./testing/fixtures.ts";
import {
  cutSaving,
  dialogOf,
  lookAtStates,
  mendSaving,
  notConfirmed,
  type People,
  type State,
} from "./testing/state-looks.ts";

async function openMenu(page: Page, row: string): Promise<void> {
  const line = page.getByRole("row").filter({ hasText: row }).first();
  await line.getByRole("button", { name: /^Change/ }).click();
}

/** Opens a dialog from the menu of a row, after the one before is closed. */
async function openFromMenu(page: Page, row: string, item: string): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await openMenu(page, row);
  await page.getByRole("menuitem", { name: item }).click();
  await expect(dialogOf(page)).toBeVisible();
}

const aChannel = () => `Duty pager ${newMark()}`;
const CHANNEL = aChannel();

const withChannel =
  (name: string) =>
  async ({ api }: People): Promise<string> => {
    const made = { name, format: "webhook", address: "http://127.0.0.1:9/hook", kinds: ["break_glass"] };
    await api("administrator").call("POST", "/api/notices/channels", { ...made, drills: false });
    return "/messages";
  };

/** In the dialog that is open, on a phone: what came of it is seen, however long the form is. */
async function saveWithoutAnswer(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await cutSaving(page);
  await dialogOf(page).getByRole("button", { name: "Save" }).click();
  await expect(notConfirmed(page)).toBeInViewport({ ratio: 1 });
  await mendSaving(page);
}

const person = (item: string) => (page: Page) => openFromMenu(page, "operator@example.com", item);
const channel = (item: string) => (page: Page) => openFromMenu(page, CHANNEL, item);

/** Of a row of a table. */
const menu = (row: string) => async (page: Page) => {
  await openMenu(page, row);
  await expect(page.getByRole("menuitem").last()).toBeInViewport({ ratio: 1 });
};

/** What may not be chosen is told from the rest also where all words are black. */
const userMenu = async (page: Page) => {
  await menu("operator@example.com")(page);
  const blocked = page.getByRole("menuitem", { name: "One-time codes… They are not on." });
  await expect(blocked).toHaveCSS("text-align", "start");
  const border = (theme: string) =>
    blocked.evaluate((item, chosen) => {
      const { dataset } = document.documentElement;
      dataset.theme = chosen;
      const { borderTopStyle, borderTopWidth } = getComputedStyle(item);
      dataset.theme = "system";
      return `${borderTopWidth} ${borderTopStyle}`;
    }, theme);
  expect(await border("contrast")).toBe("1px dashed");
  expect(await border("light")).toBe("0px dashed");
};

const menusAt = (only: 360 | 1_440, height: number, name = aChannel()): Record<string, State> => ({
  [`the menu of a person at ${only} px`]: {
    ...{ role: "administrator", at: "/users", height, only },
    looks: { "user-menu": userMenu },
  },
  [`the menu of a channel at ${only} px`]: {
    ...{ role: "administrator", at: withChannel(name), height, only },
    looks: { "channel-menu": menu(name) },
  },
});

const states: Record<string, State> = {
  "the dialogs of a person": {
    role: "administrator",
    at: "/users",
    height: 900,
    looks: {
      "user-edit": person("Name, e-mail, telephone, role, groups…"),
      "user-not-saved": saveWithoutAnswer,
      "user-password": person("New password…"),
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
    at: withChannel(CHANNEL),
    height: 900,
    looks: {
      "channel-change": channel("Name, address, what it receives…"),
      "channel-not-saved": saveWithoutAnswer,
      "channel-key": channel("New key…"),
      "channel-key-once": async (page) => {
        await dialogOf(page).getByRole("button", { name: "Create a new key" }).click();
        await expect(dialogOf(page).getByText(/^whsec_/)).toBeVisible();
      },
      "channel-delete": channel("Delete…"),
    },
  },
};

lookAtStates({ ...states, ...menusAt(360, 740), ...menusAt(1_440, 900) });
