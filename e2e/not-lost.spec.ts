import type { Dialog, Page } from "@playwright/test";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { NewRunPage } from "./testing/new-run-page.ts";

test.use({ role: "administrator" });

/** Chooses Japanese in the menu of whoever is signed in; resolves with what the browser asks before the page is read anew. */
async function chooseJapanese(page: Page): Promise<Dialog> {
  await page.getByRole("button", { name: "theme and sign-out" }).click();
  const [asked] = await Promise.all([
    page.waitForEvent("dialog"),
    page.getByRole("radio", { name: "日本語" }).click({ noWaitAfter: true }),
  ]);
  return asked;
}

test("another language throws nothing away unasked, and makes no drill a live run", async ({ page, api }) => {
  const { id } = await api("administrator").publish([{}]);
  const newRun = new NewRunPage(page);
  await newRun.open(id);
  await page.getByRole("radio", { name: "Drill" }).check({ force: true });
  await page.getByLabel("Recovery time objective").fill("2 h");
  const asked = await chooseJapanese(page);
  expect(asked.type()).toBe("beforeunload");
  await asked.dismiss();
  await expect(page.getByLabel("Recovery time objective"), "it stays when one wants to").toHaveValue("2 h");
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByRole("radio", { name: "訓練" })).toBeChecked();
  await expect(page).toHaveTitle(/^(\(.+\) )?訓練/);
});

test("another procedure stays chosen in another language, and what was chosen by hand before it is not thrown away unasked", async ({
  page,
  api,
}) => {
  const administrator = api("administrator");
  const sites = await administrator.practiceSites();
  const [first, second] = [await administrator.publish([{}]), await administrator.publish([{}])];
  const newRun = new NewRunPage(page);
  await newRun.open(first.id);
  await newRun.field("Source").selectOption(sites.destination.id);
  await newRun.field("Procedure").selectOption(second.id);
  await expect(page.getByText("Loading the procedure")).toHaveCount(0);
  await expect(newRun.field("Source")).toHaveValue(sites.destination.id);
  const asked = await chooseJapanese(page);
  expect(asked.type()).toBe("beforeunload");
  await asked.dismiss();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByLabel("手順書", { exact: true })).toHaveValue(second.id);
});

test("a link and the palette ask before what was entered is thrown away", async ({ page }) => {
  await page.goto("/sites/new");
  const place = page.getByLabel("Place");
  await place.fill("Floor 1");
  /** What is asked when it is done, and answered so. */
  const asked = async (act: () => Promise<void>, answer: "accept" | "dismiss") => {
    const asks = page.waitForEvent("dialog").then(async (dialog) => {
      await dialog[answer]();
      return dialog.message();
    });
    await act();
    expect(await asks).toBe("What you entered on this page is not saved. Leave without it?");
  };
  const byLink = () => page.getByRole("link", { name: "History" }).first().click();
  const byPalette = async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox").fill("History");
    await expect(page.getByRole("option", { name: "History" }).first()).toBeVisible();
    await page.keyboard.press("Enter");
  };
  for (const way of [byLink, byPalette]) {
    await asked(way, "dismiss");
    await expect(page).toHaveURL("/sites/new");
    await expect(place).toHaveValue("Floor 1");
  }
  await asked(byLink, "accept");
  await expect(page).toHaveURL("/history");
  await page.getByRole("link", { name: "Sites" }).first().click();
  await expect(page, "nothing is asked where nothing would be lost").toHaveURL("/sites");
});

test("the form of a site that was saved shows what was saved when one goes back to it", async ({ page, api }) => {
  const name = `Tokyo ${newMark()}`;
  const key = name.toLowerCase().replace(" ", "-");
  const { id } = await api("administrator").call<{ id: string }>("POST", "/api/sites", { key, name });
  await page.goto("/sites");
  await page.getByRole("link", { name: `Edit ${name}` }).click();
  const place = page.getByLabel("Place");
  await place.fill("Floor 1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(`/sites#site-${id}`);
  await page.goBack();
  await expect(place).toHaveValue("Floor 1");
  await place.fill("Floor 2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(`/sites#site-${id}`);
  await expect(page.locator(`#site-${id}`)).toContainText("Floor 2");
});
