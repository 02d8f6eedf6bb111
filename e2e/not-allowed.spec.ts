import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { lookAt } from "./testing/screens.ts";

test.use({ role: "auditor" });

test("each page that a role may not open says who may, and where to go instead, whole in every width and theme", async ({
  page,
  api,
  axe,
}) => {
  const { source } = await api("administrator").practiceSites();
  const procedure = await api("commander").publish([{ title: "Tell the users" }]);
  const step = { ...procedure.document.phases[0]?.steps[0], title: `Tell all ${newMark()}` };
  await api("commander").call("PUT", `/api/drafts/${procedure.key}/steps/1`, { step, seen: { version: procedure.id } });
  for (const [name, at] of Object.entries({
    messages: "/messages",
    "site-new": "/sites/new",
    site: `/sites/${source.id}`,
    draft: `/drafts/${procedure.key}`,
    "procedure-upload": "/procedures/new",
    "step-form": `/procedures/${procedure.id}/steps/1`,
  })) {
    await page.goto(at);
    const main = page.getByRole("main");
    await expect(main, name).toContainText(/administrator|commander/i);
    await expect(main.getByRole("link"), name).toHaveCount(1);
    await expect(main, name).toContainText(/Who may: \S/);
    await lookAt(page, `not-allowed-${name}`, { axe, height: 500 });
  }
});
