import { BASE_URL } from "./addresses.ts";
import { expect, test } from "./fixtures.ts";
import { lookAt } from "./screens.ts";

test("a page that fails says that nothing was changed, and a console that fails says the same", async ({
  browser,
  accounts,
  axe,
}) => {
  // Not a page of the fixtures, which must never log an error.
  const context = await browser.newContext({ baseURL: BASE_URL, serviceWorkers: "block" });
  await context.addCookies([{ ...accounts.commander.cookie, url: BASE_URL }]);
  const page = await context.newPage();
  const title = page.getByRole("heading", { level: 1, name: "This page could not be shown" });

  // What the server would never answer.
  await page.route("**/api/runs?**", (route) => route.fulfill({ json: { runs: [{}], next: null } }));
  await page.goto("/");
  await expect(title).toBeVisible();
  await expect(page.getByText("Runs continue without this page.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to the overview" })).toHaveAttribute("href", "/");
  await lookAt(page, "failed-page", { axe, height: 600 });
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await page.addInitScript(() => {
    performance.getEntriesByType = () => {
      throw new Error("on purpose");
    };
  });
  await page.goto("/help");
  await expect(title).toBeVisible();
  await expect(page).toHaveTitle("Error · Switchover console");
  await lookAt(page, "failed-console", { axe, height: 600 });
  await context.close();
});
