import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { holdBack } from "./testing/idle.ts";
import { NewRunPage } from "./testing/new-run-page.ts";

test("who cannot take part any more is told where they were chosen, and keeps no run from being started", async ({
  page,
  api,
}) => {
  const [administrator, commander] = [api("administrator"), api("commander")];
  const name = `Aki ${newMark()}`;
  const email = `${name.replace(" ", ".").toLowerCase()}@example.com`;
  const wish = { name, email, role: "operator", password: "correct horse battery" };
  const aki = await administrator.call<{ id: string }>("POST", "/api/users", wish);
  const { id } = await administrator.publish([{}], { positions: [{ key: "lead", title: "Lead" }] });
  const sites = await administrator.practiceSites();
  await commander.smallRun(sites, [{}], { procedureId: id, positions: { lead: { person: aki.id } } });

  const newRun = new NewRunPage(page);
  await newRun.open(id);
  await page.getByRole("radio", { name: "Drill" }).check({ force: true });
  await expect(newRun.field("Lead")).toHaveValue(aki.id);
  const release = await holdBack(page, "**/api/people**");
  await administrator.call("PATCH", `/api/users/${aki.id}`, { role: "auditor" });
  await page.getByRole("button", { name: "Start DRILL" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Lead is auditor, who takes no part in runs." }),
  ).toBeVisible();
  release();
  await expect(page.getByText("Whoever was chosen cannot take part now.")).toBeVisible();
  await expect(newRun.field("Lead"), "still chosen").toHaveValue(aki.id);

  await newRun.open(id);
  await page.getByRole("radio", { name: "Drill" }).check({ force: true });
  await expect(newRun.field("Lead")).toHaveValue("");
  await newRun.start("Start DRILL");
});
