import { runLabel } from "#lib/domain/run/read-state.ts";
import { BASE_URL } from "./testing/addresses.ts";
import { expect, test } from "./testing/fixtures.ts";
import { keptPack } from "./testing/kept-pack.ts";
import { lookAt } from "./testing/screens.ts";

const steps = [{ title: "Stop the services" }];

test("a page that fails says that nothing was changed, and a console that fails says the same and leads to the kept pack", async ({
  browser,
  accounts,
  api,
  axe,
}) => {
  // Not a page of the fixtures, which must never log an error.
  const context = await browser.newContext({ baseURL: BASE_URL, serviceWorkers: "allow" });
  await context.addCookies([{ ...accounts.commander.cookie, url: BASE_URL }]);
  const page = await context.newPage();
  const title = page.getByRole("heading", { level: 1, name: "This page could not be shown" });

  // What the server would never answer.
  await page.route("**/api/runs?**", (route) => route.fulfill({ json: { runs: [{}], next: null } }));
  await page.goto("/");
  await expect(title).toBeVisible();
  await expect(page.getByText("Runs continue without this page.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to the overview" })).toHaveAttribute("href", "/");
  await expect(page.getByText(/^Time: \d+ \w+ \d{4}, \d\d:\d\d:\d\d JST/)).toBeVisible();
  await expect(page.getByRole("code")).toHaveText(/^TypeError: \S/);
  await lookAt(page, "failed-page", { axe, height: 600 });
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await page.addInitScript(() => {
    const fail = () => {
      throw new Error("on purpose");
    };
    Object.defineProperty(Performance.prototype, "timeOrigin", { get: fail });
  });
  await page.goto("/help");
  await expect(title).toBeVisible();
  await expect(page).toHaveTitle("Error · Switchover console");
  await lookAt(page, "failed-console", { axe, height: 600 });

  const label = runLabel((await api("commander").smallRun(await api("administrator").practiceSites(), steps)).number);
  const before = await context.newPage();
  await before.goto(`/runs/${label}`);
  await expect.poll(() => keptPack(before, label)).toContain(`LIVE ${label}`);
  await page.goto(`/runs/${label}`);
  await expect(title).toHaveText(`LIVE ${label}: This page could not be shown`);
  await expect(page).toHaveTitle(`LIVE ${label}: Error · Switchover console`);
  const kept = page.getByRole("link", { name: "Open the saved run pack" });
  await expect(kept).toBeVisible();
  await lookAt(page, "failed-run", { axe, height: 600 });
  await kept.click();
  await expect(page).toHaveTitle(new RegExp(`^LIVE ${label}, run pack`));
  await expect(page.getByRole("alert")).toHaveText(/^Read only\. This is what this browser kept of R-\d+: it was so/);
  await expect(page.getByRole("link", { name: "Try again" })).toHaveAttribute("href", `/runs/${label}`);

  await page.goto("/runs/R-999999/report");
  await expect(title, "no pack of it is kept").toHaveText("R-999999: This page could not be shown");
  await context.close();
});
