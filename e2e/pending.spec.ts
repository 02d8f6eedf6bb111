import type { Page } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test("nothing is shown as done before the server has said so, and no button of before comes back", async ({
  page,
  api,
}) => {
  // So many that they are not drawn at a stroke.
  const steps = Array.from({ length: 300 }, (_, place) => ({ title: `Move service ${place + 1}` }));
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
  const run = new RunPage(page);
  await run.open(started);
  const { card } = run.step("1");
  await expect(run.step("1").button("Start step 1")).toBeEnabled();
  const seen = await watchCard(page, "1");

  let letPass = () => {};
  const passed = new Promise<void>((resolve) => {
    letPass = resolve;
  });
  await page.route("**/commands", async (route) => {
    await passed;
    await route.continue();
  });
  await run.step("1").press("Start step 1");
  await expect(card.getByRole("button", { name: "Starting step 1…" })).toHaveAttribute("aria-busy", "true");
  letPass();
  await expect(run.step("1").button("Complete step 1")).toBeVisible();
  await expect(card).toContainText("Mei Mori");
  expect(await seen()).toEqual(["ready", "ready, sending", "in_progress"]);
});

test("what a key sends is said while it is on its way, and a key that comes too soon says that it was not sent", async ({
  page,
  api,
}) => {
  const beside = { dependsOn: [] };
  const { id, number } = await api("commander").smallRun(await api("administrator").practiceSites(), [beside, beside]);
  for (const step of ["1", "2"]) await api("commander").send(id, { type: "step.start", step });
  const run = new RunPage(page);
  await run.open({ number });
  await run.hasAllParts();
  const letPass = Promise.withResolvers<void>();
  await page.route("**/commands", async (route) => {
    await letPass.promise;
    await route.continue();
  });
  const [first, second] = [run.step("1"), run.step("2")];
  await first.card.focus();
  await page.keyboard.press("c");
  const status = page.getByRole("status");
  await expect(status.filter({ hasText: "Sending step 1…" })).toBeVisible();
  await second.card.focus();
  await page.keyboard.press("c");
  const notice = status.filter({ hasText: "This was not sent" });
  await expect(notice).toBeVisible();
  letPass.resolve();
  await first.is("Completed");
  await second.is("In progress");
  await second.card.focus();
  await page.keyboard.press("c");
  await second.is("Completed");
  await expect(notice).toBeHidden();
});

/** What the card says after each change of the page, each thing once in its order. */
async function watchCard(page: Page, step: string): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle((number) => {
    const all: string[] = [];
    const look = () => {
      const card = document.querySelector<HTMLElement>(`[data-step="${number}"]`);
      const words = `${card?.dataset.state}${card?.querySelector("[aria-busy]") ? ", sending" : ""}`;
      if (all.at(-1) !== words) all.push(words);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    return all;
  }, step);
  return () => said.jsonValue();
}
