import { emptyConsole } from "./empty-console.ts";
import { expect, test } from "./fixtures.ts";
import { lookAt } from "./screens.ts";

test("where nothing is yet, each page says what it is for and what to do first", async ({ openAs, accounts, axe }) => {
  const { url, cookie, stop } = await emptyConsole(accounts);
  try {
    const page = await openAs(null);
    await page.context().addCookies([{ ...cookie, url }]);
    for (const [name, [at, words, next]] of Object.entries({
      overview: ["/", "No procedure yet", "Upload a procedure"],
      procedures: ["/procedures", "No procedure yet", "Upload a procedure"],
      "new-run": ["/new-run", "There is no procedure to run", "Upload a procedure"],
      sites: ["/sites", "No site yet", "Add a site"],
      history: ["/history", "No run yet", "Start a drill"],
    } as const)) {
      await page.goto(url + at);
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: next })).toBeVisible();
      await lookAt(page, `empty-${name}`, { axe, height: 600, ...(at !== "/" && at !== "/sites" && { only: 360 }) });
    }
  } finally {
    await stop();
  }
});
