import { expect, test } from "./fixtures.ts";
import { NewRunPage } from "./new-run-page.ts";

test("the page of a new run says what is otherwise than last time, and who had which part", async ({
  page,
  api,
  axe,
}) => {
  const [administrator, commander] = [api("administrator"), api("commander")];
  const sites = await administrator.practiceSites();
  const { people } = await commander.call<{ people: { id: string; name: string }[] }>("GET", "/api/people?limit=200");
  const operator = people.find(({ name }) => name === "Jun Kato");
  if (!operator) throw new Error("There is no operator.");
  const { id } = await administrator.publish([{ title: "Tell the users" }], {
    positions: [{ key: "network", title: "Network lead" }],
    facts: [{ key: "firewalls", question: "Are firewalls included?", label: "Firewalls" }],
  });
  const last = await commander.smallRun(sites, [{}], {
    procedureId: id,
    facts: { firewalls: "no" },
    positions: { network: { person: operator.id } },
  });

  const newRun = new NewRunPage(page);
  await newRun.open(id);
  await expect(page.getByLabel("Network lead", { exact: true })).toHaveValue(operator.id);
  const otherwise = newRun.preview.getByRole("region", { name: /^Otherwise than last time/ });
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Firewalls" })).toContainText(/no.*unknown/);
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Network lead" })).toHaveCount(0);
  await newRun.answer("Are firewalls included?", "no");
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Firewalls" })).toHaveCount(0);
  expect(await axe(page)).toEqual([]);
  await commander.send(last.id, { type: "run.abort", reason: "only a test" });
});

test("a disaster is started from the overview with the keyboard alone, in a few presses", async ({ page, api }) => {
  const { id } = await api("commander").ownProcedure();
  const sites = await api("administrator").practiceSites();
  await page.goto("/");
  let presses = 0;
  const strike = async (what: string) => {
    await page.keyboard.press(what);
    presses += 1;
  };
  const reached = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (let i = 0; i < 12 && !/^New run$/.test(await reached()); i++) await strike("Tab");
  expect(await reached()).toBe("New run");
  await strike("Enter");
  await expect(page.getByRole("button", { name: "Start LIVE run" })).toBeVisible();
  expect(presses).toBeLessThanOrEqual(13);
  const newRun = new NewRunPage(page);
  await newRun.open(id);
  await newRun.chooseSites(sites); // other tests have live runs at the places that come first
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/runs\/R-\d+$/);
  await expect(page).toHaveTitle(/LIVE R-\d+/);
});
