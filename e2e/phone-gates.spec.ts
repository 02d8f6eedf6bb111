import type { Locator } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { press, RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const PHONE = { width: 360, height: 740 };
const FINGER_PX = 44;
/** High enough that the foot covers nothing of the card. */
const HIGH_PX = 1_200;

test.use({ viewport: PHONE, hasTouch: true });

const boxOf = async (button: Locator) => {
  const box = await button.boundingBox();
  if (!box) throw new Error("It is not drawn.");
  return box;
};

test("the commander decides on a phone: no, asked again and go, releases, and breaks the glass", async ({
  page,
  api,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Cut over", gate: { kind: "poll", of: [] } },
    { title: "Tell the users", gate: { kind: "hold" } },
    { title: "Cut the link", gate: { kind: "approval" } },
  ]);
  const label = runLabel(started.number);
  const run = new RunPage(page);
  await run.open(started);
  const foot = page.getByRole("contentinfo");
  const button = (name: string) => foot.getByRole("button", { name });
  await expect(button("Go for step 1")).toBeInViewport({ ratio: 1 });
  const [go, no] = [await boxOf(button("Go for step 1")), await boxOf(button("No go, step 1"))];
  expect(no.x - (go.x + go.width), "apart enough for a thumb").toBeGreaterThanOrEqual(FINGER_PX / 2);
  expect(Math.min(no.width, no.height)).toBeGreaterThanOrEqual(FINGER_PX);
  await expect(run.step("1").card.getByRole("button", { name: /go/i })).toBeHidden();
  await lookAt(page, "phone-go-no-go", { axe, height: HIGH_PX, only: 360 });
  await page.setViewportSize(PHONE);

  await button("No go, step 1").click();
  await run.say({ Reason: "The lines are still full" }, "No go");
  await expect(run.step("1").card).toContainText("The lines are still full");
  await press(button("Ask again for step 1"));
  await press(button("Go for step 1"));
  await press(button("Start step 1"));
  await press(button("Complete step 1"));
  await press(button("Release step 2"));
  await press(button("Start step 2"));
  await press(button("Complete step 2"));

  await run.step("3").card.getByRole("button", { name: "More for step 3" }).click();
  await page.getByRole("menuitem", { name: "Break the glass…" }).click();
  await expect(run.dialog.getByRole("button", { name: "Break the glass" })).toBeInViewport({ ratio: 1 });
  await lookAt(page, "break-glass", { axe, height: HIGH_PX });
  await page.setViewportSize(PHONE);
  await run.say({ Reason: "Nobody else is left", "Type the run number": label }, "Break the glass");
  const banner = page.getByRole("status").filter({ hasText: "Glass broken for step 3." });
  await expect(banner).toBeInViewport({ ratio: 1 });
  await expect(button("Start step 3")).toBeInViewport({ ratio: 1 });
});

test("who holds a position votes on a phone, either way with one thumb", async ({ openAs, api, axe }) => {
  const started = await api("commander").smallRun(
    await api("administrator").practiceSites(),
    [{ title: "Cut over", gate: { kind: "poll", of: ["lead"] } }, { title: "Tell the users" }],
    { positions: { lead: { person: await api("commander").idOf("Jun Kato") } } },
  );
  const page = await openAs("operator");
  await page.setViewportSize(PHONE);
  const run = new RunPage(page);
  await run.open(started);
  const foot = page.getByRole("contentinfo");
  await expect(foot.getByRole("button", { name: "Vote go as Lead, step 1" })).toBeInViewport({ ratio: 1 });
  await expect(foot.getByRole("button", { name: "Vote no go as Lead, step 1" })).toHaveText("No go…");
  await lookAt(page, "phone-vote", { axe, height: HIGH_PX, only: 360 });
  await page.setViewportSize(PHONE);
  await foot.getByRole("button", { name: "Vote no go as Lead, step 1" }).click();
  await expect(run.dialog.getByLabel("Reason")).toBeFocused();
  await lookAt(page, "vote-no-go", { axe, height: 900 });
  await page.setViewportSize(PHONE);
  await run.say({ Reason: "The lines are still full" }, "Vote no go as Lead");
  await expect(run.step("1").card).toContainText("The lines are still full");
  await foot.getByRole("button", { name: "Vote go as Lead, step 1" }).click();
  await expect(run.dialog.getByLabel("Reason")).toBeFocused();
  await expect(run.dialog).toContainText("It takes the place of “no go” by Jun Kato.");
  await lookAt(page, "vote-go", { axe, height: 900 });
  await page.setViewportSize(PHONE);
  await run.say({ Reason: "Now they are empty" }, "Vote go as Lead");
  await expect(run.step("1").card).toContainText("Now they are empty");
});
