import { expect } from "./testing/fixtures.ts";
import { cutSaving, dialogOf, lookAtStates, mendSaving, notConfirmed, type State } from "./testing/state-looks.ts";

// Forms whose answer does not come: each says so where it is, and keeps what was written.

const states: Record<string, State> = {
  "what a person could not save of their account": {
    role: "auditor",
    at: "/account",
    looks: {
      "account-not-saved": async (page) => {
        await cutSaving(page);
        await page.getByLabel("Telephone").fill("+81 3 5555 0100");
        await page.getByRole("button", { name: "Change number" }).click();
        await expect(notConfirmed(page)).toHaveCount(1);
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await expect(notConfirmed(page)).toHaveCount(2);
        await expect(notConfirmed(page).last(), "where the button is").toBeInViewport({ ratio: 1 });
        await expect(page.getByRole("button", { name: "Save", exact: true })).toBeInViewport({ ratio: 1 });
      },
      "account-saved": async (page) => {
        await mendSaving(page);
        await expect(page.getByLabel("Telephone")).toHaveValue("+81 3 5555 0100");
        await page.getByRole("button", { name: "Change number" }).click();
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await expect(notConfirmed(page)).toHaveCount(0);
        await expect(page.getByText("Saved.", { exact: true })).toHaveCount(2);
      },
    },
  },
  "what could not be saved of a site": {
    role: "administrator",
    at: async ({ api }) => `/sites/${(await api("administrator").practiceSites()).source.id}`,
    looks: {
      "site-not-saved": async (page) => {
        await cutSaving(page);
        await page.getByLabel("Place").fill("Osaka, second floor");
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await expect(notConfirmed(page), "where the button is").toBeInViewport({ ratio: 1 });
        await expect(page.getByLabel("Place")).toHaveValue("Osaka, second floor");
      },
    },
  },
  "a filter that could not be saved": {
    role: "auditor",
    at: "/history?mode=drill&status=aborted",
    height: 900,
    looks: {
      "history-name-not-saved": async (page) => {
        await cutSaving(page);
        await page.getByRole("button", { name: "Save this filter" }).click();
        await dialogOf(page).getByLabel("Name").fill("Drills that were aborted");
        await dialogOf(page).getByRole("button", { name: "Save it" }).click();
        await expect(notConfirmed(page)).toBeVisible();
        await expect(dialogOf(page).getByLabel("Name")).toHaveValue("Drills that were aborted");
      },
    },
  },
};

lookAtStates(states);
