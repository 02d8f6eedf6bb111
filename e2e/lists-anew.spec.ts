import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";

/** So often a list is asked for anew, and what loading takes. */
const WITHIN = { timeout: 60_000 };

test("a list that stays open shows what others publish, rename and add", async ({ openAs, api }) => {
  const administrator = api("administrator");
  const commander = api("commander");
  const title = `Move ${newMark()}`;
  const first = await commander.publish([{ title: "Stop" }], { title });
  const sites = await administrator.practiceSites();
  const [overview, procedures, siteList, users] = await Promise.all(
    ["/", "/procedures", "/sites", "/users"].map(async (address) => {
      const page = await openAs("administrator");
      await page.goto(address);
      return page;
    }),
  );
  if (!overview || !procedures || !siteList || !users) throw new Error("Not every page was opened.");
  for (const page of [overview, procedures]) {
    await expect(page.getByRole("row").filter({ hasText: title })).toContainText("v1");
  }
  await expect(siteList.getByText(sites.source.name).first()).toBeVisible();
  await expect(users.getByRole("table", { name: "Users" })).toBeVisible();

  const document = JSON.stringify({ ...first.document, description: "As it is today" });
  await commander.call("POST", "/api/procedures", { document });
  const renamed = `Renamed ${title}`;
  await administrator.call("PATCH", `/api/sites/${sites.source.id}`, { name: renamed });
  const name = `Aki ${title}`;
  const email = `aki-${newMark()}@example.com`;
  await administrator.call("POST", "/api/users", { name, email, role: "auditor", password: "correct horse battery" });

  for (const page of [overview, procedures]) {
    await expect(page.getByRole("row").filter({ hasText: title })).toContainText("v2", WITHIN);
  }
  await expect(siteList.getByText(renamed).first()).toBeVisible(WITHIN);
  await expect(users.getByRole("table", { name: "Users" })).toContainText(name, WITHIN);
});
