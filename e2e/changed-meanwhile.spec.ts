import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";

test.use({ role: "administrator" });

test("a person whose role somebody else changed meanwhile is not given the old one back", async ({ page, api }) => {
  const administrator = api("administrator");
  const name = `Aki ${newMark()}`;
  const email = `${name.replace(" ", ".").toLowerCase()}@example.com`;
  const wish = { name, email, role: "commander", password: "correct horse battery" };
  const { id } = await administrator.call<{ id: string }>("POST", "/api/users", wish);
  await page.goto("/users");
  const row = page.getByRole("row").filter({ hasText: email });
  const change = async () => {
    await row.getByRole("button", { name: `Change ${name}` }).click();
    await page.getByRole("menuitem", { name: "Name, e-mail, telephone, role, groups" }).click();
  };
  await change();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Telephone").fill("03-1234-5678");
  await administrator.call("PATCH", `/api/users/${id}`, { role: "auditor", groups: ["Change board"] });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Somebody has changed this person since you opened it.");
  await dialog.getByRole("button", { name: "Back" }).click();
  await change();
  await expect(dialog.getByLabel("Groups")).toHaveValue("Change board");
  await dialog.getByLabel("Telephone").fill("03-1234-5678");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Auditor");
  await expect(row).toContainText("Change board");
  await expect(row).toContainText("03-1234-5678");
});

test("a channel that somebody else made hear of trouble meanwhile goes on to hear of it", async ({ page, api }) => {
  const administrator = api("administrator");
  const name = `Pager ${newMark()}`;
  const wish = { name, format: "webhook", kinds: ["run_changed"], drills: false, address: "http://127.0.0.1:9/pager" };
  const { channel } = await administrator.call<{ channel: { id: string } }>("POST", "/api/notices/channels", wish);
  await page.goto("/messages");
  const row = page.getByRole("table", { name: "Channels" }).getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: "Name, address, what it receives" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(`${name} 2`);
  await administrator.call("PATCH", `/api/notices/channels/${channel.id}`, { kinds: ["step_trouble"] });
  // The list behind has read it: what the form sends is what it was opened from.
  const behind = page.locator("tr", { hasText: name }).filter({ hasText: "Signed webhook" });
  await expect(behind).toContainText("A step failed or its outcome is unknown");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Somebody has changed this channel since you opened it.");
  const { channels } = await administrator.call<{ channels: { id: string }[] }>("GET", "/api/notices/channels");
  expect(channels.find(({ id }) => id === channel.id)).toMatchObject({ name, kinds: ["step_trouble"] });
  await administrator.ask("DELETE", `/api/notices/channels/${channel.id}`);
});

test("a draft that somebody changed is published only after it is shown what they changed", async ({ page, api }) => {
  const [administrator, commander] = [api("administrator"), api("commander")];
  const { id, key, document } = await administrator.publish([{ title: "Tell the users" }]);
  const write = (title: string, seen: object) =>
    commander.call<{ revision: string }>("PUT", `/api/drafts/${key}/steps/1`, {
      ...{ step: { ...document.phases[0]?.steps[0], title }, seen },
    });
  const { revision } = await write("Tell them twice", { version: id });
  await page.goto(`/drafts/${key}`);
  await expect(page.getByText("Tell them twice").first()).toBeVisible();
  await write("Tell nobody", { draft: revision });
  await page.getByRole("button", { name: "Publish v2" }).click();
  const since = page.getByRole("region", { name: "Changed by Mei Mori since you opened it" });
  await expect(since).toContainText(/Tell them twice.*Tell nobody/);
  await expect(page.getByRole("alert").filter({ hasText: "Mei Mori has changed this draft" })).toBeVisible();
  expect((await commander.ask("GET", `/api/drafts/${key}`)).status, "nothing was published").toBe(200);
  await page.getByRole("button", { name: "Publish v2" }).click();
  await expect(page).toHaveURL(/\/procedures\//);
});
