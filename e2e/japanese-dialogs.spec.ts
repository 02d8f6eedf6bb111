import type { Locator, Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type Api, newMark } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { japaneseDrill, namesOf } from "./japanese.ts";
import { latinWords } from "./latin-words.ts";
import { dialogOf } from "./state-looks.ts";

test.use({ locale: "ja-JP" });

const mayBePressed = ":not([aria-disabled=true])";

/** What people have written, as far as the test knows, and where the rest is to be asked for. */
type Written = { names: readonly string[]; api: Api };

const englishOn = (page: Page, { names, api }: Written) => latinWords(page, names, api);

/** What is said in English in the dialogs that these buttons open; each is closed again. */
async function englishIn(page: Page, openers: Locator[], written: Written): Promise<string[]> {
  const found: string[] = [];
  for (const opener of openers) {
    await opener.click();
    await expect(dialogOf(page)).toBeVisible();
    found.push(...(await englishOn(page, written)));
    await page.keyboard.press("Escape");
    await expect(dialogOf(page)).toBeHidden();
  }
  return [...new Set(found)];
}

/** The same of the dialogs that a menu leads to. */
async function englishInMenu(page: Page, menu: Locator, written: Written): Promise<string[]> {
  await menu.click();
  const items = page.locator(`[role=menuitem]${mayBePressed}`);
  await expect(items.first()).toBeVisible();
  const found = await englishOn(page, written);
  const names = (await items.allTextContents()).filter((words) => words.endsWith("…"));
  await page.keyboard.press("Escape");
  for (const name of names) {
    await menu.click();
    found.push(...(await englishIn(page, [page.getByRole("menuitem", { name, exact: true })], written)));
  }
  return [...new Set(found)];
}

test("the dialogs of a run are Japanese", async ({ page, api, accounts }) => {
  const run = await japaneseDrill({ api });
  const names = namesOf(run, accounts);
  await page.goto(`/runs/${runLabel(run.number)}`);
  const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
  const written = { names, api: api("administrator") };
  const inHead = head.locator("button[aria-haspopup=menu]").filter({ visible: true });
  expect.soft(await englishInMenu(page, inHead, written), "of the run").toEqual([]);
  // One that a person is at, asking for help, and one that failed.
  for (const number of ["1", "6"]) {
    const card = page.locator(`[data-step="${number}"]`);
    const opener = card.locator("h3 button");
    if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
    const buttons = card.locator(`footer button${mayBePressed}`).filter({ hasText: /…$/ });
    await expect(card.locator("button[aria-haspopup=menu]")).toBeVisible();
    expect.soft(await englishIn(page, await buttons.all(), written), `of step ${number}`).toEqual([]);
    const menu = card.locator("button[aria-haspopup=menu]");
    expect.soft(await englishInMenu(page, menu, written), `in the menu of step ${number}`).toEqual([]);
  }
});

test.describe(() => {
  test.use({ role: "administrator" });

  test("the dialogs of people, channels and one's own account are Japanese", async ({ page, api }) => {
    const channel = { name: `Duty pager ${newMark()}`, format: "webhook", address: "http://127.0.0.1:9/hook" };
    await api("administrator").call("POST", "/api/notices/channels", {
      ...channel,
      kinds: ["break_glass"],
      drills: true,
    });
    // What the name of a token is like.
    const written = { names: ["nightly-drill"], api: api("administrator") };
    for (const [at, row] of Object.entries({ "/users": "operator@example.com", "/messages": channel.name })) {
      await page.goto(at);
      const adds = page.getByRole("banner").getByRole("button").filter({ visible: true });
      expect.soft(await englishIn(page, await adds.all(), written), `${at}: add`).toEqual([]);
      const menu = page.getByRole("row").filter({ hasText: row }).locator("button[aria-haspopup=menu]");
      expect.soft(await englishInMenu(page, menu, written), at).toEqual([]);
    }
    await page.goto("/account");
    const buttons = page.getByRole("button", { name: /^(新しいトークン|コードを使う)/ });
    await expect(buttons).toHaveCount(2);
    expect.soft(await englishIn(page, await buttons.all(), written), "/account").toEqual([]);
    await page.keyboard.press("?");
    await expect(dialogOf(page)).toBeVisible();
    expect.soft(await englishOn(page, written), "keys").toEqual([]);
  });
});
