import { runLabel } from "#lib/domain/run/read-state.ts";
import { automated, type StepDraft } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test("what a screen reader hears of a card: kind and state, and a name that does not change every second", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [
    {
      title: "Tell the users",
      subSteps: [
        { number: "1.1", title: "By mail", role: "source" },
        { number: "1.2", title: "By phone" },
      ],
    },
    { title: "Stop the mail", ...automated },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  const items = page.locator("#steps").getByRole("list").getByRole("listitem");
  await expect(items.and(run.step("2").card)).toBeVisible();
  await expect(run.step("2").head).toHaveAccessibleName("2 Automated Stop the mail Not started");
  const lines = run.step("1").card.getByRole("checkbox");
  const line = lines.first();
  await expect(line).toHaveAccessibleName(`1.1 By mail, ${sites.source.name}, source`);
  for (const each of await lines.all()) await expect(each).toHaveAccessibleDescription(/^Step 1 has not been started/);
  await expect(run.step("1").card.getByText(/^Step 1 has not been started/), "said once, to everybody").toBeVisible();

  await api("operator").begin(started.id, "1");
  await expect(run.step("1").head).toContainText("2 s");
  await expect(line).toHaveAccessibleDescription("");
  await expect(run.step("1").head).toHaveAccessibleName(/^1 Manual Tell the users .*In progress$/);
  await run.step("1").tick("1.1");
  await expect(line).toHaveAccessibleName(/^1\.1 By mail, .* Mei Mori, /);
});

test("what others do is told once, politely, also to who is in a dialog", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").press("Skip, step 1");
  await expect(run.dialog).toBeVisible();
  await api("operator").begin(started.id, "1");
  const told = page.getByRole("status").filter({ hasText: "Jun Kato started step 1" });
  await expect(told).toHaveText(/\(Tell the users\)\.$/);
  await expect(told).toHaveAttribute("aria-live", "polite");
});

test("what happens again in the same words is told again", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
  const run = new RunPage(page);
  await run.open(started);
  await api("operator").send(started.id, { type: "note.add", text: "Any news?" });
  const told = page.getByRole("status").filter({ hasText: "Jun Kato wrote: Any news?" });
  await expect(told).toHaveText(/^Jun Kato wrote: Any news\?\.$/);
  // A region whose words do not change is not read out.
  const changes = await told.evaluateHandle((element) => {
    const seen: string[] = [];
    const look = () => seen.push(element.textContent);
    new MutationObserver(look).observe(element, { childList: true, characterData: true, subtree: true });
    return seen;
  });
  await api("operator").send(started.id, { type: "note.add", text: "Any news?" });
  await expect.poll(() => changes.jsonValue()).toEqual(["", "Jun Kato wrote: Any news?."]);
});

test("what begins to wait is told on every other page, once more if it waits anew, and no longer than it waits", async ({
  openAs,
  api,
}) => {
  const gated = { title: "Move the address", gate: { kind: "approval" }, dependsOn: [] } satisfies StepDraft;
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [gated, gated]);
  const request = (step = "1") => api("operator").send(started.id, { type: "gate.request", step });
  await request("2");
  const page = await openAs("approver");
  await page.goto("/history");
  await expect(page, "what waits already is known").toHaveTitle(/^\(\d/);
  const sentence = `LIVE ${runLabel(started.number)}: step 1: approve or reject.`;
  const region = page.locator("[data-waits-told]");
  await expect(region, "there before any words").toHaveAttribute("aria-live", "polite");
  await expect(page.getByRole("status").and(region)).toBeAttached();
  const heard = await region.evaluateHandle((element) => {
    const seen: string[] = [];
    new MutationObserver(() => element.textContent && seen.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return seen;
  });
  // Between two of its tellings may be one of another run.
  const times = async () => (await heard.jsonValue()).filter((each) => each.includes(sentence)).length;
  await request();
  await expect.poll(times).toBe(1);
  await api("administrator").send(started.id, { type: "step.reject", step: "1", reason: "Not yet" });
  await expect(region.filter({ hasText: sentence })).toHaveCount(0);
  await api("operator").send(started.id, { type: "step.retry", step: "1" });
  await request();
  await expect.poll(times).toBe(2);
});

test("what a key could not do is told where a screen reader listens already", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ subSteps: [{ number: "1.1", title: "By mail" }] }]);
  await api("operator").begin(started.id, "1");
  const run = new RunPage(page);
  await run.open(started);
  await page.keyboard.press("j");
  await expect(run.step("1").head).toBeFocused();
  // What comes with its words, as a whole, is not read out everywhere.
  await page.evaluate(() => {
    for (const region of document.querySelectorAll("[role=status]")) {
      if (region.checkVisibility()) region.setAttribute("data-heard", "");
    }
  });
  await page.keyboard.press("c");
  const told = page.getByRole("status").filter({ hasText: "Tick 1.1 first." });
  await expect(told).toHaveAttribute("data-heard");
  await expect(told).toBeVisible();
});
