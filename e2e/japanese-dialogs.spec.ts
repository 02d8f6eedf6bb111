import type { Locator, Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { japanese, type Sentence } from "#lib/words/japanese.ts";
import { type Api, newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { japaneseDrill, namesOf } from "./testing/japanese.ts";
import { latinWords } from "./testing/latin-words.ts";
import { openDialog } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";
import { dialogOf } from "./testing/state-looks.ts";

test.use({ locale: "ja-JP" });

/** Which open a dialog: `menu` those behind the dots. A call for a decision may have a dialog only here: its dots are added. */
type Opener = Sentence | `${Sentence}…`;
type Openers = { buttons: readonly Opener[]; menu: readonly Opener[] };

const OF_RUN: readonly Opener[] = [
  "Offer command to somebody…",
  "Run ready steps automatically…",
  "Abort the run…",
  "Declare the run failed…",
];
const OF_EACH: readonly Opener[] = ["I can’t, need help…", "Assign…", "Attach a link…"];
/** One that a person is at, asking for help, a go or no-go, one that failed, and one that is done. */
const OF_STEPS = {
  "1": {
    buttons: ["It failed…"],
    menu: ["Add a note…", "Enter what was done on paper…", "Help is settled…", "Assign…", "Attach a link…"],
  },
  "2": { buttons: ["Go for step {step}…", "No go…"], menu: ["Skip…", "Add a note…", ...OF_EACH] },
  "6": {
    buttons: ["Done by hand…", "Skip…"],
    menu: ["Add a note…", "Enter what was done on paper…", ...OF_EACH],
  },
  "10": { buttons: [], menu: ["Reopen step {step}…", "Add a note…", "Attach a link…"] },
} satisfies Record<string, Openers>;

const mayBePressed = ":not([aria-disabled=true])";
const MENU = "button[aria-haspopup=menu]";

/** What people have written, as far as the test knows, and where the rest is to be asked for; and how it is looked at, of which step. */
type Written = { names: readonly string[]; api: Api; look?: (as: string) => Promise<void>; step?: string };

const englishOn = (page: Page, { names, api }: Written) => latinWords(page, names, api);

/** What is said in English in the dialog that it opens, which is closed again. */
async function englishIn(page: Page, opener: Locator, as: string, written: Written): Promise<string[]> {
  await openDialog(opener, dialogOf(page));
  const found = await englishOn(page, written);
  await written.look?.(as);
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  return found;
}

/** The same of all these buttons, which are there and no others. */
async function englishInAll(page: Page, buttons: Locator, openers: readonly Opener[], written: Written) {
  await expect(buttons).toHaveText(openers.map((words) => inJapanese(words, written.step)));
  const found: string[] = [];
  for (const [place, opener] of openers.entries())
    found.push(...(await englishIn(page, buttons.nth(place), inFileName(opener), written)));
  return found;
}

/** The same of the dialogs that a menu leads to, and of the menu. */
async function englishInMenu(page: Page, menu: Locator, openers: readonly Opener[], written: Written) {
  await menu.click();
  const items = page.locator(`[role=menuitem]${mayBePressed}`);
  await expect(items.filter({ hasText: /…$/ })).toHaveText(openers.map((words) => inJapanese(words, written.step)));
  const found = await englishOn(page, written);
  await page.keyboard.press("Escape");
  for (const opener of openers) {
    await menu.click();
    const item = page.getByRole("menuitem", { name: inJapanese(opener, written.step), exact: true });
    found.push(...(await englishIn(page, item, inFileName(opener), written)));
  }
  return found;
}

/** As it stands there, of that step. */
function inJapanese(words: Opener, step = ""): string {
  const catalogue: Readonly<Record<string, string>> = japanese;
  const known = catalogue[words] ?? `${catalogue[words.replace(/…$/, "")]}…`;
  return known.replace("{step}", step);
}

/** "Mark failed…" is "mark-failed". */
const inFileName = (words: string): string =>
  words
    .replace("{step}", "")
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.join("-") ?? "";

/** One that opens at several steps is the same there: it is looked at where it opens first. */
const opensFirstAt = (as: string): string | undefined =>
  Object.entries<Openers>(OF_STEPS).find(([, { buttons, menu }]) =>
    [...buttons, ...menu].some((words) => inFileName(words) === as),
  )?.[0];

for (const [whose, ofRun, steps] of [
  ["a run, and of a step in hand", OF_RUN, ["1"]],
  ["steps that wait, have failed or are done", [], ["2", "6", "10"]],
] as const)
  test(`the dialogs of ${whose}, are Japanese, and fit`, async ({ page, api, accounts, axe }) => {
    const run = await japaneseDrill({ api });
    const lookIn = (step?: string) => async (as: string) => {
      if (opensFirstAt(as) === step) await lookAt(page, `japanese-dialog-${as}`, { axe, height: 900 });
    };
    const names = namesOf(run, accounts);
    await page.goto(`/runs/${runLabel(run.number)}`);
    const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
    const written = { names, api: api("administrator"), look: lookIn() };
    const menuOfRun = head.locator(MENU).filter({ visible: true });
    if (ofRun.length > 0) expect.soft(await englishInMenu(page, menuOfRun, ofRun, written), "of the run").toEqual([]);
    for (const number of steps) {
      const { buttons, menu } = OF_STEPS[number];
      const seen = { ...written, look: lookIn(number), step: number };
      const card = page.locator(`[data-step="${number}"]`);
      const opener = card.locator("h3 button");
      if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
      await expect(card.locator(MENU)).toBeVisible();
      const foot = card.locator(`footer button${mayBePressed}`).filter({ hasText: /…$/ });
      expect.soft(await englishInAll(page, foot, buttons, seen), `of step ${number}`).toEqual([]);
      expect
        .soft(await englishInMenu(page, card.locator(MENU), menu, seen), `of the menu of step ${number}`)
        .toEqual([]);
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
    for (const [at, { row, add, menu }] of Object.entries({
      "/users": {
        row: "operator@example.com",
        add: "Add a person",
        menu: ["Name, e-mail, telephone, role, groups…", "New password…", "Sessions…", "Deactivate…"],
      },
      "/messages": {
        row: channel.name,
        add: "Add a channel",
        menu: ["Name, address, what it receives…", "New key…", "Delete…"],
      },
    } as const)) {
      await page.goto(at);
      const adds = page.getByRole("banner").getByRole("button").filter({ visible: true });
      expect.soft(await englishInAll(page, adds, [add], written), `${at}: add`).toEqual([]);
      const opener = page.getByRole("row").filter({ hasText: row }).locator(MENU);
      expect.soft(await englishInMenu(page, opener, menu, written), at).toEqual([]);
    }
    await page.goto("/account");
    const buttons = page.getByRole("button", { name: /^(新しいトークン|コードを使う)/ });
    expect.soft(await englishInAll(page, buttons, ["Turn on codes", "New token"], written), "/account").toEqual([]);
    await page.keyboard.press("?");
    await expect(dialogOf(page)).toBeVisible();
    expect.soft(await englishOn(page, written), "keys").toEqual([]);
  });
});
