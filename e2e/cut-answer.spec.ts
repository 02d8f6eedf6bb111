import type { Page } from "@playwright/test";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

/** The connection breaks while the answer to the first command comes: the server has done it, and says so in vain. */
const cutFirstAnswer = (page: Page) =>
  page.addInitScript(() => {
    const { fetch } = window;
    let cut = false;
    window.fetch = async (address, init) => {
      const answer = await fetch(address, init);
      if (cut || !String(address).endsWith("/commands")) return answer;
      cut = true;
      const { status, headers } = answer;
      return new Response(new ReadableStream({ start: (body) => body.error(new TypeError("network error")) }), {
        status,
        headers,
      });
    };
  });

test("a command whose answer is cut off is not called refused, and is sent again as the same one", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const { id, number } = await api("commander").smallRun(sites, [{}, {}]);
  const keys: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/commands")) keys.push((request.postDataJSON() as { key: unknown }).key);
  });
  await cutFirstAnswer(page);
  const run = new RunPage(page);
  await run.open({ number });
  await run.step("1").open();
  await run.step("1").card.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: "Add a note…" }).click();
  await run.dialog.getByLabel("Note", { exact: true }).fill("The doors are open");
  await run.dialog.getByRole("button", { name: "Add a note", exact: true }).click();
  const told = run.dialog.getByText(/^The server did not answer, so it is not known whether this was done\./);
  await expect(told).toBeVisible();
  await expect(run.dialog).not.toContainText("Refused");
  await run.dialog.getByRole("button", { name: "Try again" }).click();
  await expect(run.dialog).toBeHidden();
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
  const { events } = await api("auditor").call<{ events: LoggedEvent[] }>("GET", `/api/runs/${id}/log`);
  expect(events.filter(({ event }) => event.type === "note.added")).toHaveLength(1);
});
