import type { Page } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";

/** Of the ground, from 0 to 255. */
const brightness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d");
    if (!canvas) throw new Error("There is no canvas.");
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });

/** Whether what matters less is written fainter. */
const isQuiet = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const less = document.querySelector("main .text-fg-2");
    if (!less) throw new Error("Nothing on this page matters less.");
    return getComputedStyle(less).color !== getComputedStyle(document.body).color;
  });

/** What the colours are made of. */
const tokens = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const names = [...style].filter((name) => name.startsWith("--color-"));
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  });

const chooseTheme = async (page: Page, name: string) => {
  await page.getByRole("button", { name: /theme and sign-out/ }).click();
  await page.getByRole("radio", { name }).check();
  await page.keyboard.press("Escape");
};

test("the page is dark where the system is, until another theme is chosen, which is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/help");
  expect(await brightness(page)).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await brightness(page)).toBeLessThan(50);
  await chooseTheme(page, "Light");
  expect(await brightness(page)).toBeGreaterThan(200);
  await page.reload();
  expect(await brightness(page)).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: "light" });
  await chooseTheme(page, "Dark");
  expect(await brightness(page)).toBeLessThan(50);
  await page.reload();
  expect(await brightness(page)).toBeLessThan(50);
});

test("the contrast theme is chosen and kept, and comes by itself to who asks the system for more contrast", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
  await page.goto("/help");
  expect(await isQuiet(page)).toBe(true);
  await page.emulateMedia({ contrast: "more" });
  expect(await isQuiet(page)).toBe(false);
  const asked = await tokens(page);
  expect(Object.keys(asked).length).toBeGreaterThan(20);
  await page.emulateMedia({ contrast: "no-preference" });
  expect(await tokens(page)).not.toEqual(asked);
  await chooseTheme(page, "Contrast");
  expect(await tokens(page), "the same, asked of the system or chosen here").toEqual(asked);
  expect([await isQuiet(page), await brightness(page)]).toEqual([false, 255]);
  await page.reload();
  expect([await isQuiet(page), await brightness(page)]).toEqual([false, 255]);
});

test("what the keyboard has come to is outlined, and nothing moves for who asks for that", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  await expect(focused).toHaveCSS("outline-style", "solid");
  await expect(focused).not.toHaveCSS("outline-width", "0px");

  const moving = () =>
    page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", '<span class="transition-opacity" id="moving"></span>');
      const one = document.querySelector("#moving");
      const property = one && getComputedStyle(one).transitionProperty;
      one?.remove();
      return property;
    });
  expect(await moving()).toBe("opacity");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toBe("none");
});
