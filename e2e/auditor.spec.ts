import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test.use({ role: "auditor" });

test("an auditor reads a whole run and can press nothing in it", async ({ page, api }) => {
  const started = await api("commander").startedRun(await api("administrator").practiceSites());
  await api("operator").complete(started.id, "1", "2");
  await api("operator").send(started.id, { type: "step.start", step: "3" });
  const run = new RunPage(page);
  await run.open(started);

  for (const number of ["1", "2", "3", "4", "12"]) await run.step(number).open();
  await expect(run.step("4").card).toContainText("Stop the replication from the source to the destination.");
  const main = page.getByRole("main");
  await expect(main.getByRole("checkbox")).toHaveCount(0);
  await expect(main.getByRole("textbox")).toHaveCount(0);
  const more = run.head.getByRole("button");
  await expect(more).toHaveAccessibleName(/^More for run/);
  await more.click();
  await expect(page.getByRole("menuitem")).toHaveText(["What “In progress” means"]);
  await page.keyboard.press("Escape");
  // What opens and folds has a state of its own; any other button would ask for something.
  const asking = main.locator("button:not([aria-expanded]):not([aria-pressed])").filter({ visible: true });
  await expect(asking).toHaveText(["Open output"]);
  await asking.click();
  await expect(run.drawer).toContainText("resources locked");
});

test("the card of somebody without buttons is as high when others complete its step", async ({ page, api }) => {
  const steps = [{ title: "Tell the users" }, { title: "Close the lines" }];
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const run = new RunPage(page);
  for (const [number, width] of [
    ["1", 360],
    ["2", 1_440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await run.open(started);
    await run.hasAllParts();
    const { card } = run.step(number);
    const height = () => card.evaluate((one) => one.getBoundingClientRect().height);
    await api("operator").send(started.id, { type: "step.start", step: number });
    await run.step(number).is("In progress");
    const before = await height();
    await api("operator").send(started.id, { type: "step.complete", step: number });
    await expect(card).toContainText(/DoneJun Kato, /);
    expect(await height(), `at ${width}`).toBe(before);
  }
});

test("an auditor opens every page and is offered nothing that changes something", async ({ page }) => {
  for (const [path, title] of [
    ["/", "Overview"],
    ["/history", "History"],
    ["/procedures", "Procedures"],
    ["/sites", "Sites"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("link", { name: /^(New|Start|Add|Upload|Edit)/ })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^(New|Start|Add|Upload|Edit)/ })).toHaveCount(0);
  }
  await page.goto("/new-run");
  await expect(page.getByText("You may read, not start")).toBeVisible();
  await page.goto("/users");
  await expect(page.getByRole("button", { name: /Add/ })).toHaveCount(0);
  await page.goto("/procedures");
  await page.getByRole("link", { name: "Disaster recovery switchover" }).first().click();
  const often = page.getByLabel("How often asked");
  await expect(often).toBeDisabled();
  await expect(often).toHaveAccessibleDescription("A commander says how often.");
});

test("what an auditor sends to the API is refused", async ({ api }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").startedRun(sites);
  const refused = [
    ["POST", `/api/runs/${started.id}/commands`, { command: { type: "step.start", step: "1" } }],
    ["POST", `/api/runs/${started.id}/commands`, { command: { type: "note.add", text: "A note" } }],
    ["PATCH", `/api/sites/${sites.source.id}`, { name: "Elsewhere" }],
    ["POST", "/api/procedures", { document: "title: x" }],
  ] as const;
  for (const [method, at, body] of refused) {
    const answer = await api("auditor").ask(method, at, body);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "forbidden" });
  }
  expect((await api("auditor").run(started.id)).seq).toBe(started.seq);
});
