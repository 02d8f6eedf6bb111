import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./fixtures.ts";

// Before anything else has made a run: an empty console is seen once only.

test("the overview before the first run, while none is live, and with a report to sign", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const auditors = await openAs("auditor");
  await page.goto("/");
  await auditors.goto("/");
  await expect(page.getByText("Try it before you need it")).toBeVisible();
  await expect(page.getByRole("link", { name: "Start a practice run" })).toHaveAttribute(
    "href",
    "/new-run?sites=practice",
  );
  await expect(page.getByRole("link", { name: "Start a drill" })).toHaveAttribute("href", "/new-run?mode=drill");
  await expect(auditors.getByText("No run yet")).toBeVisible();
  await expect(auditors.getByRole("link", { name: "Read a procedure" })).toHaveAttribute("href", "/procedures");
  expect(await axe(page)).toEqual([]);

  const run = await api("commander").smallRun(await api("administrator").practiceSites(), [{}], { mode: "drill" });
  await api("commander").complete(run.id, "1");
  for (const seen of [page, auditors]) await seen.reload();
  const live = (of: typeof page) => of.getByRole("region", { name: "Live now" });
  await expect(page.getByText("Try it before you need it")).toBeHidden();
  await expect(live(page)).toContainText("No run is live");
  await expect(live(page).getByRole("link", { name: "Start a drill" })).toBeVisible();
  await expect(live(auditors).getByRole("link", { name: "History" })).toBeVisible();

  const label = runLabel(run.number);
  const reports = page.getByRole("region", { name: "Reports to sign" });
  await expect(reports.getByRole("listitem")).toHaveText(new RegExp(`^DRILL ${label}.*Completed, ended \\d+ s ago`));
  await expect(auditors.getByRole("region", { name: "Reports to sign" }), "who did not command it").toHaveCount(0);
  const toReport = reports.getByRole("link", { name: `Read and sign DRILL ${label}` });
  await expect(toReport).toHaveAttribute("href", `/runs/${label}/report`);
  await api("commander").send(run.id, { type: "report.sign_off", as: "Commander" });
  await page.reload();
  await expect(page.getByRole("region", { name: "Finished lately" })).toContainText(label);
  await expect(reports).toHaveCount(0);
});
