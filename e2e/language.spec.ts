import { expect, test } from "./fixtures.ts";

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
