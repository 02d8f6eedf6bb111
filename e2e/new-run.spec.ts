import type { Locator } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { when } from "#lib/domain/testing/procedures.ts";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { holdBack } from "./testing/idle.ts";
import { NewRunPage } from "./testing/new-run-page.ts";
import { lookAt } from "./testing/screens.ts";

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
  await expect(expected).toContainText(/by the procedure.*over RTO by 20\smin/);
  const steps = newRun.preview.getByRole("list").first();
  const top = async () => (await steps.boundingBox())?.y;
  const before = await top();
  await newRun.answer("Are firewalls included?", "no");
  await expect(expected).toContainText(
    /10\smin.*At best: 1 of 2 steps has no estimate.*by the procedure.*40\smin to spare/,
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
  await page.setViewportSize({ width: 360, height: 740 });
  const head = page.getByRole("banner");
  await expect(head, "also on a phone").toContainText(/Commander Mei Mori.*RTO left\s50\smin.*\d\d:\d\d UTC/s, {
    useInnerText: true,
  });
  await commander.send(last.id, { type: "run.abort", reason: "only a test" });

  await page.getByRole("button", { name: "Create as draft" }).click();
  await expect(page.getByText("Command is offered to Daichi Ueda.")).toBeVisible();
  await expect(page.getByText("Until it is accepted, Mei Mori commands.")).toBeVisible();
  await commander.send(/R-\d+$/.exec(page.url())?.[0] ?? "", { type: "run.abort", reason: "only a test" });
  await newRun.open(id);
  await expect(whom.locator("option:checked")).toHaveText("Mei Mori (you)");
  await expect(page.getByText("never drilled to the end"), "one may have been aborted").toBeVisible();
});

test("an objective that cannot be read is nowhere said not to be set", async ({ page, api }) => {
  const { id } = await api("administrator").publish([{ title: "Tell the users", expectedSeconds: 600 }]);
  const last = await api("commander").smallRun(await api("administrator").practiceSites(), [{}], { procedureId: id });
  await page.setViewportSize({ width: 360, height: 740 });
  const newRun = new NewRunPage(page);
  await newRun.open(id);
  const [head, objective] = [page.getByRole("banner"), page.getByLabel("Recovery time objective")];
  const expected = newRun.preview.getByRole("region", { name: "Expected duration" });
  await expect(head).toContainText("RTO not set", { useInnerText: true });
  await expect(expected).toContainText("no RTO set");
  await objective.fill("soon");
  await expect(head).toContainText("RTO not known yet", { useInnerText: true });
  await expect(expected).toContainText("RTO not known yet");
  await expect(newRun.preview.getByRole("listitem").filter({ hasText: "RTO" })).toContainText(/none.*not known yet/);
  await expect(page.getByText(/RTO (not|no RTO) set|no RTO set/)).toHaveCount(0);
  await objective.fill("2 h");
  await expect(head).toContainText(/RTO left\s2\sh/, { useInnerText: true });
  await api("commander").send(last.id, { type: "run.abort", reason: "only a test" });
});

test("who would be refused to start is told before the press and led to a draft; the server decides where the list is behind", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  await NewRunPage.ready(page, api, sites);
  const start = page.getByRole("button", { name: "Start LIVE run" });
  const draft = page.getByRole("button", { name: "Create as draft" });
  await expect(page.getByText(`No other run is active at ${sites.source.name}`)).toBeVisible();
  const prominent = await start.evaluate((button) => getComputedStyle(button).backgroundColor);
  await expect(draft).not.toHaveCSS("background-color", prominent);
  const declared = page.getByRole("banner").locator("dl > div").filter({ hasText: "Since declared" });
  await expect(declared).toHaveText(/not started\s*declared when started$/);
  const release = await holdBack(page, "**/api/runs?*over=no*");
  const other = await api("commander").smallRun(sites, [{}]);
  const refusal = page.getByRole("alert").filter({ hasText: `${runLabel(other.number)} is a live run` });
  await page.keyboard.press("Control+Enter");
  await expect(refusal.getByRole("link", { name: runLabel(other.number) })).toBeVisible();
  await expect(start).toBeEnabled();
  await expect(start).not.toHaveCSS("background-color", prominent);
  await expect(draft).toHaveCSS("background-color", prominent);
  await expect(page.getByText("A draft starts nothing and declares nothing.")).toBeVisible();
  await lookAt(page, "new-run-refused", { axe, height: 900 });

  release();
  const why = page.getByRole("status").filter({ hasText: `${runLabel(other.number)} is a live run` });
  await expect(why).toContainText("Create the new run as a draft: a draft can be started anyway, with a reason.");
  await expect(refusal).toHaveCount(0);
  await expect(start).toBeDisabled();
  await expect(start).toHaveAccessibleDescription(/is a live run/);
  await expect(draft).toHaveCSS("background-color", prominent);
  await lookAt(page, "new-run-held", { axe, height: 900 });
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.keyboard.press("Control+Enter");
  await api("commander").send(other.id, { type: "run.abort", reason: "only a test" });
  await expect(start).toBeEnabled();
  await expect(start).toHaveCSS("background-color", prominent);
  await expect(why).toHaveCount(0);
  expect(sent).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/runs\/R-\d+$/);
  await expect(page).toHaveTitle(/LIVE R-\d+/);
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
  const newRun = new NewRunPage(page);
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
    const field = newRun.field(label);
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
  await expect(newRun.line("Stop the source")).toContainText("Does not apply");
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
  const newRun = new NewRunPage(page);
  await newRun.open(first?.id);
  await newRun.field("Source").selectOption(sites.destination.id);
  await newRun.field("Destination").selectOption({ label: "Practice West (practice)" });
  await page.getByRole("radio", { name: "Drill" }).check({ force: true });
  await expect(page.getByText("not the latest: that is v2")).toBeVisible();
  await expect(page.getByText("Practice West is for practice, the other site is real.")).toBeVisible();
  await lookAt(page, "new-run-drill", { axe, height: 1_500 });
  await newRun.field("Procedure").selectOption(second?.id ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${marks[1]}`);
  await expect(newRun.field("Source")).toHaveValue(sites.destination.id);
});

test("a version that is published while a new run is filled in is told before one of before is started", async ({
  page,
  api,
}) => {
  const { id, document } = await api("administrator").publish([{}]);
  const newRun = new NewRunPage(page);
  await newRun.open(id);
  await page.getByRole("radio", { name: "Drill" }).check({ force: true });
  // As if it were published a moment ago: the list has not been read since.
  const release = await holdBack(page, "**/api/procedures**");
  await api("administrator").call("POST", "/api/procedures", {
    document: JSON.stringify({ ...document, description: "As it is today" }),
  });
  await page.getByRole("button", { name: "Start DRILL" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "v2 of this procedure was published meanwhile" }),
  ).toBeVisible();
  release();
  await expect(page.getByText("not the latest: that is v2")).toBeVisible();
  await newRun.start("Start DRILL");
});

test("an address of a procedure that is not here starts no other one in its place", async ({ page }) => {
  await page.goto("/new-run?procedure=gone&mode=drill");
  await expect(page.getByText("This procedure is not here")).toBeVisible();
  await page.getByRole("link", { name: "Choose the procedure" }).click();
  await expect(page.getByRole("button", { name: "Start DRILL" })).toBeVisible();
});

test("a switchback of a run that is not here starts no other one in its place", async ({ page }) => {
  await page.goto("/new-run?back=R-999999");
  await expect(page.getByText("There is no run at this address")).toBeVisible();
  await expect(page.getByRole("link", { name: "Look in the history" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Start/ })).toHaveCount(0);
});

test("the key that starts a run sends nothing that its button refuses, and nothing from behind the palette", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const newRun = await NewRunPage.ready(page, api, sites);
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
  await newRun.field("Switchover destination site").selectOption(sites.source.id);
  await expect(page.getByRole("button", { name: "Start LIVE run" })).toHaveAccessibleDescription(
    "A switchover needs two places: choose another site than the source. 2 more fields are wrong.",
  );
  await expect(page.getByLabel(/^Declared at/)).toHaveAccessibleDescription("This is in the future.");
  const unknown = page.getByRole("definition").filter({ hasText: "not known yet" });
  await expect(unknown, "the time since the declaration, and the RTO").toHaveCount(2);
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
