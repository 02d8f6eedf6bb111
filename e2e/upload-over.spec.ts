import { readFile } from "node:fs/promises";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";

test("an upload says whose version it would undo, and publishes over it only then", async ({ openAs, api }) => {
  const administrator = api("administrator");
  const title = `Move ${newMark()}`;
  const first = await administrator.publish([{ title: "Stop" }], { title });
  const page = await openAs("commander");
  await page.goto(`/procedures/${first.id}`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download YAML" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  const safer = JSON.stringify({ ...first.document, description: "Safer" });
  await administrator.call("POST", "/api/procedures", { document: safer });

  await page.goto("/procedures/new");
  const document = page.getByLabel("Document");
  await document.fill(text.replace(title, `${title}, anew`));
  await page.getByRole("button", { name: "Check and publish" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Not published." });
  await expect(refused).toContainText("published v2 since this document was begun from v1.");
  await expect(refused.getByRole("link", { name: "What has changed since" })).toHaveAttribute(
    "href",
    `/procedures/${first.hash}/changes`,
  );
  await expect(document, "what was written is still there").not.toHaveValue("");
  await refused.getByRole("button", { name: "Publish v3 over v2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${title}, anew`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("v3");
});

test("an upload says whose procedure has its key, and takes its place only then", async ({ openAs, api }) => {
  const title = `Mail failover ${newMark()}`;
  const first = await api("administrator").publish([{ title: "Stop" }], { title });
  const page = await openAs("commander");
  await page.goto("/procedures/new");
  const document = page.getByLabel("Document");
  await document.fill(JSON.stringify({ ...first.document, title: "Tape restore" }));
  await page.getByRole("button", { name: "Check and publish" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Not published." });
  await expect(refused).toContainText(`The key ${first.key} is in use: v1, "${title}", by`);
  await expect(refused.getByRole("link", { name: "What v1 says" })).toHaveAttribute("href", `/procedures/${first.id}`);
  const over = refused.getByRole("button", { name: "Publish v2 over v1" });
  await document.press("End");
  await document.pressSequentially(" ");
  await expect(over, "what was changed since was not refused").toHaveCount(0);
  await page.getByRole("button", { name: "Check and publish" }).click();
  await over.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tape restore v2");
});

test("what differs from the procedure that has its key is told of an upload as a draft", async ({ openAs, api }) => {
  const title = `Mail failover ${newMark()}`;
  const first = await api("administrator").publish([{ title: "Stop" }], { title });
  const page = await openAs("commander");
  await page.goto("/procedures/new");
  await page.getByLabel("Document").fill(JSON.stringify({ ...first.document, title: "Tape restore" }));
  await page.getByRole("button", { name: "Check and publish" }).click();
  await page.getByRole("button", { name: "Compare as a draft" }).click();
  await expect(page).toHaveURL(`/drafts/${first.key}`);
  await expect(page.getByRole("region", { name: "What changes" })).toContainText(new RegExp(`${title}.*Tape restore`));
  await expect(page.getByRole("button", { name: "Publish v2" })).toBeVisible();

  await page.goto("/procedures/new");
  await page.getByLabel("Document").fill(JSON.stringify({ ...first.document, title: "Tape archive" }));
  await page.getByRole("button", { name: "Check and publish" }).click();
  await page.getByRole("button", { name: "Compare as a draft" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Not published." });
  await expect(refused).toContainText("No draft was made. There is a draft already: publish or discard it first.");
});
