import type { Page } from "@playwright/test";
import type { Api } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { japaneseDrill, latinOn, namesOf } from "./japanese.ts";
import { latinWords, writtenByPeople } from "./latin-words.ts";

test.describe("Whoever reads Japanese", () => {
  test.use({ locale: "ja-JP", role: "commander" });

  test("gets Japanese from the server and keeps it in the browser, until English is chosen", async ({ page }) => {
    const drawn = (await (await page.goto("/"))?.text()) ?? "";
    expect(/<html[^>]*>/.exec(drawn)?.[0]).toContain('lang="ja"');
    expect(/>概況</.test(drawn)).toBe(true);
    await expect(page.getByRole("link", { name: "手順書" }).first()).toBeVisible();
    await expect(page).toHaveTitle(/切替コンソール/);
    await page.getByRole("button", { name: /配色とサインアウト/ }).click();
    await page.getByRole("radio", { name: "English" }).click();
    await expect(page.getByRole("link", { name: "Procedures" }).first()).toBeVisible();
    await page.goto("/history");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("commands a run in Japanese, at a desk and on a phone", async ({ page, api, accounts, axe }) => {
    const run = await japaneseDrill({ api });
    const names = namesOf(run, accounts);
    const look = async (name: string) => {
      await page.screenshot({ path: `test-results/screens/japanese-run-${name}.png`, fullPage: true });
      expect.soft(await latinOn(page, names), name).toEqual([]);
      expect.soft(await axe(page), name).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(beyond, `${name} scrolls sideways`).toBe(0);
    };
    await page.goto(`/runs/R-${String(run.number).padStart(4, "0")}`);
    for (const { number } of run.steps) {
      const head = page.locator(`[data-step="${number}"] h3 button`);
      if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
    }
    await look("desk");
    await page.getByRole("button", { name: "ステップ 6 の試行 1 の出力を開く" }).click();
    await look("output");
    await page.getByRole("button", { name: "出力を閉じる" }).click();
    await page
      .locator('[data-step="6"]')
      .getByRole("button", { name: /^手作業で実施済み/ })
      .click();
    await look("dialog");
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 360, height: 780 });
    for (const tab of ["現在", "すべて", "メモ"]) {
      await page
        .getByRole("contentinfo")
        .getByRole("button", { name: new RegExp(`^${tab}`) })
        .click();
      await look(`phone-${tab}`);
    }
  });
});

const WIDTHS = [
  [1_440, 900],
  [360, 780],
] as const;

type Axe = (page: Page) => Promise<string[]>;

/** Looks whether the page is Japanese, and whole, wide and narrow. */
async function lookAt(page: Page, name: string, { api, axe, written }: { api: Api; axe: Axe; written: string[] }) {
  for (const [width, height] of WIDTHS) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `test-results/screens/japanese-${name}-${width}.png`, fullPage: true });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    expect.soft(await axe(page), `${name} at ${width} px`).toEqual([]);
  }
  const latin = await latinWords(page, [...written, ...(await writtenByPeople(api))]);
  expect.soft(latin, `${name} says in English`).toEqual([]);
}

test.describe("In Japanese", () => {
  test.use({ locale: "ja-JP", role: "administrator" });

  test("whoever is not let in is told so in Japanese", async ({ page, api, axe }) => {
    await page.context().clearCookies();
    // The name of the single sign-on that the tests set up.
    const about = { api: api("administrator"), axe, written: ["the company"] };
    for (const [name, at] of Object.entries({
      "sign-in": "/sign-in",
      "set-up": "/set-up",
      "set-up-form": "/set-up?token=used",
    })) {
      await page.goto(at);
      await lookAt(page, name, about);
    }
  });
});
