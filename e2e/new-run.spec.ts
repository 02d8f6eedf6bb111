import type { Locator } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { newMark } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { NewRunPage } from "./new-run-page.ts";
import { lookAt } from "./screens.ts";

test("the page of a new run says what is otherwise than last time, who had which part, and offers command", async ({
  page,
  api,
  axe,
}) => {
  const [administrator, commander] = [api("administrator"), api("commander")];
  const sites = await administrator.practiceSites();
  const { people } = await commander.call<{ people: { id: string; name: string }[] }>("GET", "/api/people?limit=200");
  const operator = people.find(({ name }) => name === "Jun Kato");
  if (!operator) throw new Error("There is no operator.");
  const restore = { title: "Restore the firewalls", condition: when("firewalls", "yes"), expectedSeconds: 3_600 };
  const { id } = await administrator.publish([{ title: "Tell the users" }, restore, { expectedSeconds: 600 }], {
    positions: [{ key: "network", title: "Network lead" }],
    facts: [{ key: "firewalls", question: "Are firewalls included?", label: "Firewalls" }],
    rtoSeconds: 3_000,
  });
  const last = await commander.smallRun(sites, [{}], {
    procedureId: id,
    facts: { firewalls: "no" },
    positions: { network: { person: operator.id } },
  });

  const newRun = new NewRunPage(page);
  await newRun.open(id);
  await expect(page.getByLabel("Network lead", { exact: true })).toHaveValue(operator.id);
  const facts = await page.getByRole("radiogroup", { name: "Are firewalls included?" }).boundingBox();
  const preview = await newRun.preview.boundingBox();
  expect(preview?.x, "beside the facts").toBeGreaterThan((facts?.x ?? 0) + (facts?.width ?? 0));
  expect(preview?.y).toBeLessThan(facts?.y ?? 0);
  const otherwise = newRun.preview.getByRole("region", { name: /^Different from last time/ });
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Firewalls" })).toContainText(/no.*unknown/);
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Network lead" })).toHaveCount(0);
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Commander" })).toHaveCount(0);
  await expect(otherwise.getByRole("listitem").filter({ hasText: "RTO" })).toContainText(/none.*50\smin/);

  const expected = newRun.preview.getByRole("region", { name: "Expected duration" });
  await expect(expected).toContainText(/1\sh\s10\smin.*1 undecided included.*At best: 1 of 3 steps has no estimate/);
  await expect(expected).toContainText(/over RTO by 20\smin.*by the procedure/);
  const steps = newRun.preview.getByRole("list").first();
  const top = async () => (await steps.boundingBox())?.y;
  const before = await top();
  await newRun.answer("Are firewalls included?", "no");
  await expect(expected).toContainText(
    /10\smin.*At best: 1 of 2 steps has no estimate.*40\smin to spare.*by the procedure/,
  );
  await expect(expected).not.toContainText("undecided");
  expect(await top()).toBe(before);
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Firewalls" })).toHaveCount(0);
  const whom = page.getByLabel("Commander", { exact: true });
  await expect(whom.getByRole("option", { name: /^(Jun Kato|Mei Mori,)/ })).toHaveCount(0);
  await whom.selectOption({ label: "Daichi Ueda, administrator" });
  await expect(page.getByText("You command until Daichi Ueda accepts.")).toBeVisible();
  await expect(page.getByText("Commander Mei Mori (you), offered to Daichi Ueda")).toBeVisible();
  await expect(otherwise.getByRole("listitem").filter({ hasText: "Commander" })).toContainText(
    /Mei Mori.*offered to Daichi Ueda/,
  );
  await lookAt(page, "new-run-offered", { axe, height: 2_400 });
  await page.getByRole("button", { name: "Start LIVE run" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: runLabel(last.number) })).toBeVisible();
  await lookAt(page, "new-run-refused", { axe, height: 900 });
  await commander.send(last.id, { type: "run.abort", reason: "only a test" });

  await page.getByRole("button", { name: "Create as draft" }).click();
  await expect(page.getByText("Command is offered to Daichi Ueda.")).toBeVisible();
  await expect(page.getByText("Until it is accepted, Mei Mori commands.")).toBeVisible();
  await commander.send(/R-\d+$/.exec(page.url())?.[0] ?? "", { type: "run.abort", reason: "only a test" });
  await newRun.open(id);
  await expect(whom.locator("option:checked")).toHaveText("Mei Mori (you)");
});

test("a disaster is started from the overview by another procedure and at other places, in a few presses", async ({
  page,
  api,
}) => {
  const [mark, east, west] = [newMark(), newMark(), newMark()];
  // Other tests have procedures and places of their own, which come first: these are found by their first letters.
  await api("administrator").publish([{ title: "Stop the source", condition: when("source_up", "yes") }, {}], {
    title: `${mark} switchover`,
    facts: [{ key: "source_up", question: "Is the source operating?", label: "Source operating" }],
    presets: [
      { key: "planned", title: "Planned", type: "planned", facts: { source_up: "yes" } },
      { key: "failover", title: "Failover", type: "unplanned", facts: { source_up: "no" } },
    ],
  });
  for (const key of [east, west]) {
    await api("administrator").call("POST", "/api/sites", { key: `site-${key}`, name: key, place: "", parameters: {} });
  }
  await page.goto("/");
  let presses = 0;
  const strike = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    presses += keys.flatMap((key) => key.split("+")).length;
  };
  const tabTo = async (field: Locator) => {
    const isFocused = () => field.evaluate((one) => one === document.activeElement);
    for (let i = 0; i < 16 && !(await isFocused()); i++) await strike("Tab");
    await expect(field).toBeFocused();
  };
  const choose = async (label: string, name: string) => {
    const field = page.getByLabel(label, { exact: true });
    await tabTo(field);
    await strike(...name);
    await expect(field.locator("option:checked")).toContainText(name);
    await expect(field).toBeFocused();
  };
  await expect(page.getByRole("link", { name: "New run" })).toBeVisible();
  await strike("n");
  await expect(page.getByRole("button", { name: "Start LIVE run" })).toBeVisible();
  await choose("Procedure", mark);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`New LIVE run: ${mark} switchover`);
  await choose("Source", east);
  await choose("Destination", west);
  await expect(page.getByRole("radio", { name: "Unplanned failover" })).toBeChecked();
  await expect(new NewRunPage(page).line("Stop the source")).toContainText("Does not apply");
  await strike("Control+Enter");
  await page.waitForURL(/\/runs\/R-\d+$/);
  await expect(page).toHaveTitle(/LIVE R-\d+/);
  // Of these, 18 are letters that only this test has to type. What that takes a person: docs/performance.md
  expect(presses).toBeLessThanOrEqual(28);
  const number = Number(/R-(\d+)$/.exec(page.url())?.[1]);
  const { type, mode, facts } = await api("commander").run(number);
  expect([mode, type, facts.source_up]).toEqual(["live", "unplanned", "no"]);
});

test("sites that were chosen by hand stay chosen when another procedure is; an old version and mixed sites are told", async ({
  page,
  api,
  axe,
}) => {
  const marks = [newMark(), newMark()];
  const [first, second] = await Promise.all(marks.map((title) => api("administrator").publish([{}], { title })));
  const next = JSON.stringify({ ...first?.document, description: "As it is today" });
  await api("administrator").call("POST", "/api/procedures", { document: next });
  const sites = await api("administrator").practiceSites();
  await new NewRunPage(page).open(first?.id);
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await field("Source").selectOption(sites.destination.id);
  await field("Destination").selectOption({ label: "Practice West (practice)" });
  await page.getByRole("radio", { name: "Drill" }).check({ force: true });
  await expect(page.getByText("not the latest: that is v2")).toBeVisible();
  await expect(page.getByText("Practice West is for practice, the other site is real.")).toBeVisible();
  await lookAt(page, "new-run-drill", { axe, height: 1_500 });
  await field("Procedure").selectOption(second?.id ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${marks[1]}`);
  await expect(field("Source")).toHaveValue(sites.destination.id);
});

test("the key that starts a run sends nothing that its button refuses, and nothing from behind the palette", async ({
  page,
  api,
  axe,
}) => {
  const { id } = await api("commander").ownProcedure();
  const sites = await api("administrator").practiceSites();
  const newRun = new NewRunPage(page);
  await newRun.open(id);
  await newRun.chooseSites(sites);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Earlier…" }).click();
  await page.getByLabel(/^Declared at/).fill("2099-01-01T00:00");
  await expect(page.getByText("The time of declaration is in the future.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.getByLabel("Recovery time objective").fill("soon");
  await page.getByLabel("Switchover destination site", { exact: true }).selectOption(sites.source.id);
  await lookAt(page, "new-run-wrong", { axe, height: 2_600 });
  await page.keyboard.press("Control+Enter");
  await page.getByLabel("Recovery time objective").fill("");
  await newRun.chooseSites(sites);
  await page.getByRole("button", { name: "Now", exact: true }).click();
  await expect(page.getByRole("button", { name: "Create as draft" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/runs\/R-\d+$/);
  expect(sent.filter((address) => address.endsWith("/api/runs"))).toHaveLength(1);
});
