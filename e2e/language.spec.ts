import type { Page } from "@playwright/test";
import type { Api } from "./api.ts";
import { expect, test } from "./fixtures.ts";
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
