import { enterSteps, focused } from "./testing/at-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { neverIdle } from "./testing/idle.ts";
import { RunPage } from "./testing/run-page.ts";

// Where the focus is among the steps: while events arrive, and while a filter takes cards away.

const steps = [
  { title: "Tell the users", subSteps: [{ number: "1.1", title: "By mail" }] },
  { title: "Close the lines", dependsOn: ["1"] },
  { title: "Open the new site", dependsOn: ["2"] },
];

test("the focus stays where it is while twenty events arrive", async ({ page, api }) => {
  // Long enough that there is somewhere to scroll to.
  const many = Array.from({ length: 30 }, () => ({}));
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  await enterSteps(page);
  await page.keyboard.press("j");
  expect(await focused(page)).toBe("2");
  const place = await run.step("2").head.boundingBox();
  for (let i = 1; i <= 10; i++) {
    await api("operator").send(started.id, { type: "sub_step.add", step: "1", title: `Line ${i}` });
    await api("operator").send(started.id, { type: "note.add", text: `Note ${i}` });
  }
  await expect(run.side).toContainText("Note 10");
  expect(await focused(page)).toBe("2");
  await expect(run.step("2").head).toBeFocused();
  expect(Math.abs(((await run.step("2").head.boundingBox())?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(2);
  await page.keyboard.press("k");
  expect(await focused(page)).toBe("1");
  // A screen reader is told in few sentences, not in twenty.
  await expect(page.getByRole("status").filter({ hasText: /^\d+ changes, step 1\. / })).toBeAttached();
});

test("the focus stays in the card when another person presses the button that has it", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const { card, head } = await run.step("1").open();
  await run.step("1").button("Start step 1").focus();
  const place = await head.boundingBox();
  await api("operator").send(started.id, { type: "step.start", step: "1" });
  await run.step("1").is("In progress");
  // Not on what has taken its place: whoever meant to start it must not complete it.
  await expect(card).toBeFocused();
  expect((await head.boundingBox())?.y).toBe(place?.y);
});

test("a card that leaves the filtered list gives its focus to the nearest", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { dependsOn: [] },
    { dependsOn: [] },
    { dependsOn: [] },
  ]);
  const run = new RunPage(page);
  await page.goto(`/runs/R-${started.number}?show=ready`);
  await expect(page.locator("[data-step]")).toHaveCount(3);
  await enterSteps(page);
  await page.keyboard.press("j");
  expect(await focused(page)).toBe("2");
  await api("operator").send(started.id, { type: "step.start", step: "2" });
  await expect(run.page.locator("[data-step]")).toHaveCount(2);
  await expect.poll(() => focused(page)).toBe("3");
});

test("the key that completes asks again when the focus was moved by an event", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { dependsOn: [] },
    { dependsOn: [] },
    { dependsOn: [] },
  ]);
  for (const step of ["1", "2", "3"]) await api("operator").send(started.id, { type: "step.start", step });
  const run = new RunPage(page);
  await page.goto(`/runs/R-${started.number}?show=in_progress`);
  await expect(page.locator("[data-step]")).toHaveCount(3);
  await enterSteps(page);
  while ((await focused(page)) !== "2") await page.keyboard.press("j");
  await api("operator").send(started.id, { type: "step.complete", step: "2" });
  await expect.poll(() => focused(page)).toBe("3");
  await page.keyboard.press("c");
  await expect(page.getByRole("status").filter({ hasText: "Step 2 left the list" })).toBeVisible();
  await run.step("3").is("In progress");
  await page.keyboard.press("c");
  await expect(page.locator('[data-step="3"]')).toHaveCount(0);
});

test("a key that is heard late does nothing to the step that somebody has gone on to", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { dependsOn: [] },
    { dependsOn: [] },
  ]);
  for (const step of ["1", "2"]) await api("operator").send(started.id, { type: "step.start", step });
  const run = new RunPage(page);
  // What hears the keys is there once the browser is idle.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await run.open(started);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  const slow = Promise.withResolvers<void>();
  await page.route("**/_next/static/**", async (route) => {
    await slow.promise;
    await route.continue();
  });
  await run.step("1").head.focus();
  const asked = page.waitForRequest("**/_next/static/**");
  await page.keyboard.press("c");
  await asked;
  await run.step("2").head.focus();
  slow.resolve();
  await expect(async () => {
    await page.keyboard.press("p");
    await expect(page).toHaveURL(/\?show=problems$/, { timeout: 500 });
  }).toPass();
  expect(sent).toEqual([]);
});

test("the way back to all steps has the focus, also where it is fetched only when there are none", async ({
  openAs,
  api,
}) => {
  const page = await openAs("operator");
  await neverIdle(page);
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}, {}]);
  await new RunPage(page).open(started);
  await enterSteps(page);
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "Show all 2 steps" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page), "the step that was hidden").toBe("1");
});

test("filters are set by key and stand in the address", async ({ openAs, api }) => {
  // Nothing here is an operator's own.
  const page = await openAs("operator");
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [...steps, { title: "Look at it", roles: ["source"] }]);
  await api("commander").send(started.id, { type: "step.start", step: "1" });
  await api("commander").send(started.id, { type: "step.fail", step: "1", reason: "Nobody answers" });
  await new RunPage(page).open(started);
  // As it comes while Caps Lock is on.
  await page.keyboard.press("P");
  await expect(page).toHaveURL(/\?show=problems$/);
  await expect(page.locator("[data-step]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/\?/);
  await enterSteps(page);
  while ((await focused(page)) !== "2") await page.keyboard.press("j");
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\?show=mine$/);
  await expect(page.getByRole("button", { name: "Show all 4 steps" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page), "the step that was hidden").toBe("2");
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "Show all 4 steps" })).toBeFocused();
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/\?show=person$/);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("jkcn");
  await expect(page).toHaveURL(/find=jkcn$/);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-step]")).toHaveCount(4);
  await page.keyboard.type("look");
  await expect(page.locator("[data-step]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  expect(await focused(page), "the nearest that was found").toBe("4");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-step]")).toHaveCount(4);
  // So narrow, or so large, that the notes take the place of the steps.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.keyboard.press("t");
  await expect(page.getByRole("list", { name: "Timeline of the steps" }).locator(":focus")).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("4");
  await page.setViewportSize({ width: 1_440, height: 900 });
  await page.keyboard.press("s");
  await expect(page.getByLabel("Only steps of this place")).toBeFocused();
  await page.getByLabel("Only steps of this place").selectOption("role:source");
  await expect(page).toHaveURL(/\?role=source$/);
  await page.reload();
  await expect(page.locator("[data-step]")).toHaveCount(1);
  await expect(page.locator("[data-step]")).toContainText("Look at it");
});
