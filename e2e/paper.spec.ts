import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { EVERYTHING } from "./api.ts";
import { expect, test } from "./fixtures.ts";

/** Printed pages are kept for people to look at. */
const PRINTS = path.join("test-results", "prints");
const SHEETS = ["A4", "Letter"] as const;

/** What the browser would print, and how many pages it is. Each page object of a PDF says so in clear. */
async function printed(page: Page, name: string, format: (typeof SHEETS)[number]): Promise<{ pages: number }> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false, printBackground: false });
  mkdirSync(PRINTS, { recursive: true });
  writeFileSync(path.join(PRINTS, `${name}-${format}.pdf`), pdf);
  return { pages: pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0 };
}

test("the pack of a drill is saved, opens from disk with no network, and prints on A4 and Letter", async ({
  page,
  browser,
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").startedRun(sites, { mode: "drill", facts: { ...EVERYTHING, firewalls: "no" } });
  const label = runLabel(run.number);
  await api("operator").complete(run.id, "1", "2");
  await api("commander").send(run.id, { type: "step.skip", step: "3", reason: "<b>Rehearsed</b> last week" });

  const reader = await openAs("auditor");
  await reader.goto(`/runs/${label}`);
  // Firefox begins a grid that is longer than what is left of a page on the next one, and so a row that must not break.
  await reader.emulateMedia({ media: "print" });
  await expect(reader.locator("#steps").locator("..")).toHaveCSS("display", "block");
  await reader.emulateMedia({ media: null });
  const [file] = await Promise.all([
    reader.waitForEvent("download"),
    reader.getByRole("link", { name: "Save the run pack" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^DRILL-${label}-pack-.*Z\\.html$`));
  const kept = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(kept);
  expect(readFileSync(kept, "utf8")).not.toMatch(/<script|\ssrc="|\shref="/);

  const offline = await browser.newPage();
  await offline.context().setOffline(true);
  await offline.goto(pathToFileURL(kept).href);
  await expect(offline).toHaveTitle(new RegExp(`^DRILL ${label}, run pack: `));
  await expect(offline.getByRole("heading", { level: 1 })).toContainText(
    `${sites.source.name} → ${sites.destination.name}`,
  );
  await expect(offline.getByRole("heading", { level: 3 })).toHaveCount(run.steps.length);
  await expect(offline.getByText(/State as of .* UTC \(.* JST\)/)).toBeVisible();
  await expect(offline.getByText("<b>Rehearsed</b> last week")).toBeVisible();
  await expect(offline.getByText("Firewalls: no, so not applicable").first()).toBeVisible();
  await expect(offline.getByRole("row", { name: /Incident commander Mei Mori/ })).toBeVisible();
  expect(await axe(offline)).toEqual([]);
  await expect(offline.locator(".sheet > tbody > tr")).toHaveCSS("break-inside", "auto");
  for (const format of SHEETS) {
    const { pages } = await printed(offline, "pack", format);
    expect(pages, format).toBeGreaterThan(3);
    expect(pages, format).toBeLessThan(16);
  }
  await offline.setViewportSize({ width: 360, height: 780 });
  const beyond = await offline.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBe(0);
  await offline.close();
  await expect(page).toHaveURL("about:blank");
});

test("a procedure prints as a blank checklist", async ({ page, context, api, axe }) => {
  const procedure = await api("commander").procedure();
  await page.goto(`/procedures/${procedure.id}`);
  const [paper] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Open to print" }).click(),
  ]);
  await expect(paper).toHaveTitle(`${procedure.title} v${procedure.version}, checklist`);
  await expect(paper.getByRole("heading", { level: 3 })).toHaveCount(procedure.stepCount);
  await expect(paper.getByText("Performed when Firewalls is yes").first()).toBeVisible();
  // In the page itself no script may run, so a copy of it is looked at.
  const copy = await context.newPage();
  await copy.setContent(await paper.content());
  expect(await axe(copy)).toEqual([]);
  for (const format of SHEETS) expect((await printed(paper, "procedure", format)).pages, format).toBeGreaterThan(3);
});

test("a report prints", async ({ page, context, api }) => {
  const sites = await api("administrator").practiceSites();
  const steps = [{ title: "Move the data", action: { argv: ["/bin/echo", "moved"] } }, { title: "Tell the users" }];
  const run = await api("commander").smallRun(sites, steps, { rtoSeconds: 3_600 });
  await api("commander").complete(run.id, "1");
  await api("commander").send(run.id, { type: "step.skip", step: "2", reason: "They know already" });
  await page.goto(`/runs/${runLabel(run.number)}/report`);
  await expect(page.getByRole("table", { name: "Deviations" })).toContainText("They know already");
  for (const format of SHEETS) expect((await printed(page, "report-page", format)).pages, format).toBeGreaterThan(0);
  const [file] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Open to print" }).click(),
  ]);
  await expect(file.getByRole("heading", { level: 1 })).toHaveText(`LIVE ${runLabel(run.number)}, report`);
  for (const format of SHEETS) expect((await printed(file, "report-file", format)).pages, format).toBeGreaterThan(0);
});
