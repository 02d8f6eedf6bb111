import type { Locator, Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type Api, newMark } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { japaneseDrill, namesOf } from "./japanese.ts";
import { latinWords } from "./latin-words.ts";
import { glance } from "./screens.ts";
import { dialogOf } from "./state-looks.ts";

test.use({ locale: "ja-JP" });

const mayBePressed = ":not([aria-disabled=true])";

/** What people have written, as far as the test knows, and where the rest is to be asked for; and how it is looked at. */
type Written = { names: readonly string[]; api: Api; look?: (as: string) => Promise<void> };

const englishOn = (page: Page, { names, api }: Written) => latinWords(page, names, api);

/** What is said in English in the dialogs that these buttons open; each is closed again. */
async function englishIn(page: Page, openers: Locator[], written: Written): Promise<string[]> {
  const found: string[] = [];
  for (const [place, opener] of openers.entries()) {
    await opener.click();
    await expect(dialogOf(page)).toBeVisible();
    found.push(...(await englishOn(page, written)));
    await written.look?.(`${place + 1}`);
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
  for (const [place, name] of names.entries()) {
    await menu.click();
    const look = async () => written.look?.(`menu-${place + 1}`);
    found.push(...(await englishIn(page, [page.getByRole("menuitem", { name, exact: true })], { ...written, look })));
  }
  return [...new Set(found)];
}

test("the dialogs of a run are Japanese, and fit", async ({ page, api, accounts, axe }) => {
  const run = await japaneseDrill({ api });
  const looking = (what: string) => (as: string) => glance(page, `japanese-dialog-${what}-${as}`, { axe });
  const names = namesOf(run, accounts);
  await page.goto(`/runs/${runLabel(run.number)}`);
  const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
  const written = { names, api: api("administrator") };
  const inHead = head.locator("button[aria-haspopup=menu]").filter({ visible: true });
  expect.soft(await englishInMenu(page, inHead, { ...written, look: looking("run") }), "of the run").toEqual([]);
  // One that a person is at, asking for help, a go or no-go, one that failed, and one that is done.
  for (const number of ["1", "2", "6", "10"]) {
    const seen = { ...written, look: looking(number) };
    const card = page.locator(`[data-step="${number}"]`);
    const opener = card.locator("h3 button");
    if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
    const buttons = card.locator(`footer button${mayBePressed}`).filter({ hasText: /…$/ });
    await expect(card.locator("button[aria-haspopup=menu]")).toBeVisible();
    expect.soft(await englishIn(page, await buttons.all(), seen), `of step ${number}`).toEqual([]);
    const menu = card.locator("button[aria-haspopup=menu]");
    expect.soft(await englishInMenu(page, menu, seen), `in the menu of step ${number}`).toEqual([]);
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
