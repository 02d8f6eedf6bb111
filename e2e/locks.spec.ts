import type { RunView } from "#lib/contract/runs.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

test("a second live run is kept back by the first, and started all the same only with a reason that everybody sees", async ({
  page,
  openAs,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const first = await api("commander").smallRun(sites, [{}]);
  const places = { source: sites.source.id, destination: sites.destination.id };
  const wish = { procedureId: first.procedureId, mode: "live", type: "planned", sites: places };
  const refused = await api("commander").ask("POST", "/api/runs", { ...wish, start: true });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ rejection: "run_locked", locks: [{ run: runLabel(first.number) }] });

  const { run: draft } = await api("commander").call<RunView>("POST", "/api/runs", wish);
  const run = new RunPage(page);
  await run.open(draft);
  await run.head.getByRole("button", { name: "Start run" }).click();
  await expect(run.head).toContainText(`${runLabel(first.number)} is a live run of this procedure`);
  const links = run.head.getByRole("alert").getByRole("link");
  await expect(links).toHaveText([runLabel(first.number)]);
  await expect(links).toHaveAttribute("href", `/runs/${runLabel(first.number)}`);
  await page.setViewportSize({ width: 360, height: 740 });
  const foot = page.getByRole("contentinfo");
  const anyway = foot.getByRole("button", { name: "Start anyway" });
  await expect(async () => {
    await foot.getByRole("button", { name: "Start run" }).click({ timeout: 1_000 });
    await expect(anyway, "a phone has the way on, too").toBeVisible({ timeout: 1_000 });
  }).toPass({ intervals: [50] });
  await page.setViewportSize({ width: 1_440, height: 900 });
  await run.head.getByRole("button", { name: "Start anyway" }).click();
  const label = runLabel(draft.number);
  await expect(run.dialog, "it says which run it starts over").toContainText(runLabel(first.number));
  await run.say(
    { Reason: "The first one hangs at a dead site", [`Type the run number, ${label}`]: label },
    "Start anyway",
  );
  await expect(page.getByText("Started over another run.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start anyway" })).toHaveCount(0);
  await expect(run.head, "nothing keeps it back any more").not.toContainText("is a live run of this procedure");
  const other = await openAs("auditor");
  await other.goto(`/runs/${label}`);
  await expect(other.getByText("Started over another run.")).toBeVisible();
  await expect(other.getByText("The first one hangs at a dead site").first()).toBeVisible();
});
