import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { EVERYTHING } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { lookAtFile } from "./testing/look-at-file.ts";
import { keepsHeads, neverEndsEmpty, printed, SHEETS } from "./testing/printed.ts";
import { RunPage } from "./testing/run-page.ts";

const ROOM = "Done by Time and zone What was seen, or why not done";
/** Of the navigation, and of buttons. */
const FOR_THE_SCREEN = /Go to|Overview|Open to print|Save the run pack|Start a run|Reopen/;

test("a drill prints from its page and from its saved pack, which opens from disk with no network, on A4 and Letter", async ({
  page,
  browser,
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").startedRun(sites, { mode: "drill", facts: { ...EVERYTHING, firewalls: "no" } });
  const label = runLabel(run.number);
  await api("commander").ask("PUT", "/api/session/telephone", { telephone: "+81 3-1234-5678" });
  await api("operator").complete(run.id, "1", "2");
  await api("commander").send(run.id, { type: "step.skip", step: "3", reason: "<b>Rehearsed</b> last week" });

  const { document: written } = await api("commander").procedure();
  const reader = await openAs("auditor");
  await reader.goto(`/runs/${label}`);
  // Firefox begins a grid that is longer than what is left of a page on the next one, and so a row that must not break.
  await reader.emulateMedia({ media: "print" });
  await expect(reader.locator("#steps").locator("..")).toHaveCSS("display", "block");
  await reader.emulateMedia({ media: null });
  // Most of it is not on the screen.
  await reader.goto(`/runs/${label}?only=problems`);
  await expect(reader.getByRole("link", { name: "Save the run pack" })).toBeVisible();
  // As over plain http, where browsers have no service workers: the tests block them.
  await expect(reader.getByText("This browser does not keep a copy by itself: save one.")).toBeVisible();
  await isLaidOut(reader);
  for (const format of SHEETS) isWholeDrill(await printed(reader, "run-page", format));
  await neverEndsEmpty(reader, "run-page");
  await expect(reader.locator("[data-paper]"), "nothing of it is left on the screen").toHaveCount(0);
  const [file] = await Promise.all([
    reader.waitForEvent("download"),
    reader.getByRole("link", { name: "Save the run pack" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^DRILL-${label}-pack-.*Z\\.html$`));
  const kept = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(kept);
  expect(readFileSync(kept, "utf8")).not.toMatch(/<script|\ssrc="|\shref="(?!tel:)/);

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
  await expect(offline.getByRole("row", { name: /Incident commander Mei Mori .* \+81 3-1234-5678$/ })).toBeVisible();
  await lookAtFile(offline, "pack", { axe });
  await expect(offline.locator(".paper-sheet > tbody > tr")).toHaveCSS("break-inside", "auto");
  for (const format of SHEETS) {
    isWholeDrill(await printed(offline, "pack", format));
  }
  await neverEndsEmpty(offline, "pack");
  await offline.setViewportSize({ width: 360, height: 780 });
  const beyond = await offline.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBe(0);
  await offline.close();
  await expect(page).toHaveURL("about:blank");

  /** Every step, room where it is open, and on each page the watermark before the words that say whose it is. */
  function isWholeDrill(pages: string[]) {
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(16);
    for (const text of pages) {
      expect(text).toMatch(new RegExp(`DRILL DRILL ${label} ?, .*State as of .* UTC \\(.* JST\\)`));
      expect(text).toMatch(/^Page +\d+ +of +\d+ /);
    }
    const whole = pages.join(" ");
    expect(whole).toMatch(/Incident commander Mei Mori .*\+81 3-1234-5678/);
    for (const { title } of written.phases.flatMap(({ steps }) => steps)) expect(whole).toContain(title);
    expect(whole.split(ROOM).length - 1, "1 to 3 are settled, 7 does not apply").toBe(run.steps.length - 4);
    expect(whole).not.toMatch(FOR_THE_SCREEN);
  }
});

async function isLaidOut(reader: Page): Promise<void> {
  await expect.poll(() => reader.evaluate(laidOut), "it knows how people are reached").toContain("+81 3-1234-5678");
  expect(await reader.evaluate(wrapOfCells), "no word of a column is broken").toBe("normal");
}

/** In the page: what it would print, without the time that printing takes. */
function laidOut(): string {
  dispatchEvent(new Event("beforeprint"));
  const text = document.querySelector("[data-paper]")?.shadowRoot?.textContent ?? "";
  dispatchEvent(new Event("afterprint"));
  return text;
}

/** In the page: how the cells of what it would print break their words. */
function wrapOfCells(): string | undefined {
  dispatchEvent(new Event("beforeprint"));
  const cell = document.querySelector("[data-paper]")?.shadowRoot?.querySelector("main td:not(.broken)");
  const wrap = cell ? getComputedStyle(cell).overflowWrap : undefined;
  dispatchEvent(new Event("afterprint"));
  return wrap;
}

test("where the browser keeps nothing, what the page knows is saved as one file that opens from disk", async ({
  page,
  browser,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ title: "Tell the users" }, { title: "Close the lines" }]);
  await api("operator").complete(started.id, "1");
  const label = runLabel(started.number);
  await page.clock.install();
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  expect(await page.evaluate(() => navigator.serviceWorker?.controller ?? null), "none is allowed here").toBeNull();
  await page.context().setOffline(true);
  await page.clock.fastForward(40_000);
  const stale = page.getByRole("alert").filter({ hasText: "Stale." });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    stale.getByRole("button", { name: "Save the run pack" }).click(),
  ]);
  await expect(stale).toContainText(
    new RegExp(`Saved: what this page knows of ${label}, as it was \\d+\\s(s|min) ago\\.`),
  );
  expect(file.suggestedFilename()).toMatch(new RegExp(`^LIVE-${label}-pack-.*Z\\.html$`));
  const kept = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(kept);
  expect(readFileSync(kept, "utf8")).not.toMatch(/<script|\ssrc="|\shref="(?!tel:)/);
  const fromDisk = await browser.newPage();
  await fromDisk.context().setOffline(true);
  await fromDisk.goto(pathToFileURL(kept).href);
  await expect(fromDisk).toHaveTitle(new RegExp(`^LIVE ${label}, run pack: `));
  await expect(fromDisk.getByText(/^The server did not answer when this was saved\./)).toContainText(/since \d/);
  await expect(fromDisk.getByText(/^Completed, Jun Kato/)).toBeVisible();
  await expect(fromDisk.locator(".card").first()).toHaveCSS("border-style", "solid");
  await lookAtFile(fromDisk, "pack-of-page", { axe });
  await fromDisk.close();
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
  await lookAtFile(paper, "procedure", { axe });
  for (const format of SHEETS) isBlank(await printed(paper, "procedure", format));
  await paper.close();
  for (const format of SHEETS) isBlank(await printed(page, "procedure-page", format));

  function isBlank(pages: string[]) {
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.join(" ").split(ROOM)).toHaveLength(procedure.stepCount + 1);
    for (const text of pages) expect(text).toContain(`${procedure.title} v${procedure.version}, blank checklist`);
    expect(pages.join(" ")).not.toMatch(FOR_THE_SCREEN);
  }
});

test("a report prints", async ({ page, context, api, axe }) => {
  const sites = await api("administrator").practiceSites();
  const steps = [{ title: "Move the data", action: { argv: ["/bin/echo", "moved"] } }, { title: "Tell the users" }];
  const run = await api("commander").smallRun(sites, steps, { rtoSeconds: 3_600 });
  await api("commander").complete(run.id, "1");
  await api("commander").send(run.id, { type: "step.skip", step: "2", reason: "They know already" });
  const label = runLabel(run.number);
  await page.goto(`/runs/${label}/report`);
  await expect(page.getByRole("table", { name: "Deviations" })).toContainText("They know already");
  for (const format of SHEETS)
    for (const text of await printed(page, "report-page", format)) {
      expect(text).toContain("LIVE");
      expect(text).not.toMatch(FOR_THE_SCREEN);
    }
  await neverEndsEmpty(page, "report-page");
  await keepsHeads(page, "report-page");
  const [file] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Open to print" }).click(),
  ]);
  await expect(file.getByRole("heading", { level: 1 })).toHaveText(`LIVE ${label}, report`);
  await lookAtFile(file, "report", { axe });
  for (const format of SHEETS)
    for (const text of await printed(file, "report-file", format)) expect(text).toContain(`LIVE ${label}`);
  await neverEndsEmpty(file, "report-file");
  await keepsHeads(file, "report-file");
});
