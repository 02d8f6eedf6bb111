import type { RunView } from "#lib/contract/runs.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

test("a step's action is changed by its form, looked at, published, and then run so", async ({ page, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const published = await api("commander").publish([{ title: "Say it", action: { argv: ["/bin/echo", "old"] } }]);
  await page.goto(`/procedures/${published.id}`);
  await page.getByRole("link", { name: "Change step 1" }).click();
  const form = page.getByRole("form", { name: "Change step 1" });
  await expect(form.getByRole("textbox", { name: "Command 2" })).toHaveValue("old");
  expect(await axe(page)).toEqual([]);

  await form.getByRole("textbox", { name: "Title" }).fill("");
  await page.getByRole("button", { name: "Keep in the draft" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /needs? correcting/ })).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Title" })).toBeFocused();
  await lookAt(page, "step-form-refused", { axe, height: 1_200 });
  await form.getByRole("textbox", { name: "Title" }).fill("Say it anew");
  await form.getByRole("textbox", { name: "Command 2" }).fill("new");
  await page.getByRole("button", { name: "Keep in the draft" }).click();

  const changes = page.getByRole("list", { name: "What changes" });
  const action = changes.getByRole("listitem").filter({ hasText: "Step 1, action" });
  await expect(action).toHaveText(/Before.*Command\s*\/bin\/echo\s*old.*After.*Command\s*\/bin\/echo\s*new/s);
  await expect(action, "and as it is written").toContainText(/"argv": \[\s*"\/bin\/echo",\s*"old"\s*\]/);
  await expect(changes).toContainText("Say it anew");
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Publish v2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("v2");

  const next = await api("commander").procedure(published.key);
  const { run: started } = await api("commander").call<RunView>("POST", "/api/runs", {
    ...{ procedureId: next.id, mode: "live", type: "planned", start: true },
    sites: { source: sites.source.id, destination: sites.destination.id },
  });
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").runCommand();
  await expect(await run.step("1").openOutput(1)).toContainText("new");
});
