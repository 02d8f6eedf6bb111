import type { Page } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: "administrator" });

/** Pages are asked for and not answered between `hold` and `come`. */
async function gateBefore(page: Page): Promise<{ hold: () => void; come: () => void }> {
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  await page.route(
    ({ searchParams }) => searchParams.has("_rsc"),
    async (route) => {
      await gate.promise;
      await route.continue();
    },
  );
  return {
    hold: () => {
      gate = Promise.withResolvers();
    },
    come: () => gate.resolve(),
  };
}

test("what was pressed shows at once that its page is on its way, and is only read out where that takes long", async ({
  page,
  axe,
}) => {
  await page.goto("/help");
  const marked = page.locator("a[data-on-the-way]");
  const told = page.getByRole("status").filter({ hasText: "Opening the page…" });
  const seen = page.locator("p[data-on-the-way]");
  const title = page.getByRole("heading", { level: 1 });
  const nav = page.getByRole("navigation", { name: "Main" });
  // The first sign that somebody is there brings the palette, and what is looked at here.
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  const pages = await gateBefore(page);
  pages.hold();
  await nav.getByRole("link", { name: "Sites" }).click();
  await expect(marked).toHaveText("Sites");
  await expect(title).toHaveText("Help");
  await expect(told).toBeAttached();
  await lookAt(page, "on-the-way", { axe, height: 600 });
  await expect(marked, "nothing moves for who asks for that").toHaveCSS("animation-name", "none");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expect(marked).toHaveCSS("animation-name", "on-the-way");
  await page.setViewportSize({ width: 1_440, height: 900 });
  pages.come();
  await expect(title).toHaveText("Sites");
  await expect(marked).toHaveCount(0);
  await expect(told).toHaveCount(0);
  await expect(seen).toHaveCount(0);

  pages.hold();
  await nav.getByRole("link", { name: "Users" }).focus();
  await page.keyboard.press("Enter");
  await expect(marked).toHaveText("Users");
  // Another one is wanted after all.
  await nav.getByRole("link", { name: "History" }).click();
  await expect(marked).toHaveText("History");
  pages.come();
  await expect(title).toHaveText("History");
  await expect(marked).toHaveCount(0);

  pages.hold();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Procedures");
  await page.keyboard.press("Enter");
  await expect(seen, "where there is no link, a line of its own").toHaveText("Opening the page…");
  pages.come();
  await expect(title).toHaveText("Procedures");
  await expect(seen).toHaveCount(0);
});
