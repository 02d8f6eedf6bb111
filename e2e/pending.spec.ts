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
