import { procedureDraft } from "#lib/domain/testing/procedures.ts";
import { emptyConsole } from "./empty-console.ts";
import { expect, test } from "./fixtures.ts";
import { lookAt } from "./screens.ts";
import { send } from "./signed-in.ts";

test("where nothing is yet, each page says what it is for and what to do first", async ({ openAs, accounts, axe }) => {
  // It starts a console of its own.
  test.setTimeout(120_000);
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
      await lookAt(page, `empty-${name}`, { axe, height: 1_000 });
    }
    await page.goto(`${url}/messages`);
    await expect(page.getByText("There are no channels")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add a channel" })).toBeVisible();
    await lookAt(page, "empty-messages", { axe, height: 900 });
    await send(
      url,
      "/api/procedures",
      { document: JSON.stringify(procedureDraft([{ title: "Tell the users" }])) },
      cookie,
    );
    await page.goto(`${url}/new-run`);
    await expect(page.getByText("A run needs two sites")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Sites" })).toBeVisible();
    await lookAt(page, "empty-new-run-sites", { axe, height: 600 });
  } finally {
    await stop();
  }
});
