import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures.ts";
import { japaneseDrill, latinOn, namesOf } from "./japanese.ts";

const SCREENS = path.join("test-results", "screens");

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
    mkdirSync(SCREENS, { recursive: true });
    const run = await japaneseDrill({ api });
    const names = namesOf(run, accounts);
    const look = async (name: string) => {
      await page.screenshot({ path: path.join(SCREENS, `japanese-${name}.png`), fullPage: true });
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
