import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { ownerUrl, sql } from "./testing/owner-sql.ts";

test("an older version is made the latest again, after it is said what that undoes", async ({ openAs, api }) => {
  const title = `Move ${newMark()}`;
  const first = await api("administrator").publish([{ title: "Stop" }], { title });
  const safer = JSON.stringify({ ...first.document, description: "Safer" });
  await api("administrator").call("POST", "/api/procedures", { document: safer });
  const page = await openAs("commander");
  await page.goto(`/procedures/${first.id}`);
  await expect(page.getByRole("main")).toContainText("To go back to v1, publish its text again as v3.");
  await page.getByRole("button", { name: "Make a draft of it" }).click();
  await expect(page).toHaveURL(`/drafts/${first.key}`);
  await page.getByRole("button", { name: "Publish v3…" }).click();
  const over = page.getByRole("alertdialog", { name: "Publish over v2?" });
  await expect(over).toContainText("Safer");
  await over.getByRole("button", { name: "Publish v3 over v2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${title} v3`);
  const versions = page.getByRole("region", { name: "Versions" }).getByRole("listitem");
  await expect(versions.first()).toContainText(/by Mei Mori, word for word v1/);
  await expect(versions.last()).not.toContainText("word for word");
  await expect(page.getByRole("button", { name: "Make a draft of it" })).toHaveCount(0);
});

test("a newer text that the product brings over one's own is told, and compared as a draft", async ({
  openAs,
  api,
  accounts,
}) => {
  const own = await api("administrator").publish([{ title: "Stop" }], { title: `Move ${newMark()}` });
  const document = JSON.stringify({ ...own.document, description: "As the product has it" });
  const brought = `insert into brought_procedure values ('${own.key}', '${"0".repeat(64)}', '${document}')`;
  await sql(await ownerUrl(accounts.dataFolder), brought);
  const auditor = await openAs("auditor");
  await auditor.goto(`/procedures/${own.id}`);
  await expect(auditor.getByRole("region", { name: "Versions" })).toBeVisible();
  await expect(auditor.getByText("The product brings a newer text")).toHaveCount(0);
  const page = await openAs("commander");
  await page.goto(`/procedures/${own.id}`);
  const said = "The product brings a newer text of this procedure. Your own v1 stays the latest.";
  await expect(page.getByText(said)).toBeVisible();
  await page.getByRole("button", { name: "Make a draft of it" }).click();
  await expect(page).toHaveURL(`/drafts/${own.key}`);
  await expect(page.getByRole("list", { name: "What changes" })).toContainText("As the product has it");
  await page.goto(`/procedures/${own.id}`);
  await expect(page.getByRole("button", { name: "Make a draft of it" })).toBeDisabled();
  await expect(page.getByText("There is a draft already: publish or discard it first.")).toBeVisible();
});
