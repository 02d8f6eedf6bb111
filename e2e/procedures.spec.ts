import { readFileSync } from "node:fs";
import type { Past } from "#lib/contract/procedures.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { procedureDraft } from "#lib/domain/testing/procedures.ts";
import { newMark } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { lookAt } from "./testing/screens.ts";
import { cutSaving } from "./testing/state-looks.ts";

test("the built-in procedure is read with its 17 steps, and says where each part comes from", async ({ page }) => {
  await page.goto("/procedures");
  await page.getByRole("link", { name: "Disaster recovery switchover", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Disaster recovery switchover");
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(17);
  const third = page.getByRole("listitem").filter({ hasText: "Stopping the Resources that are Targets of Switchover" });
  await expect(third).toContainText("Perform when the switchover source site is operating inferred");
  await third.getByText("Not in the published text").click();
  await expect(third).toContainText("The table's text has no remark here. It is taken over from step 2");
});

test("a document with mistakes is refused, each with its line and field", async ({ page, axe }) => {
  await page.goto("/procedures/new");
  const lines = [
    "format: switchover-procedure/1",
    "key: broken",
    "title: Broken",
    "roles: [{ key: source, title: Source }]",
    "phases:",
    "  - title: All",
    "    steps:",
    '      - { number: "1", title: First, kind: manual, roles: [source], dependsOn: ["2"] }',
    '      - { number: "2", title: Second, kind: manual, roles: [nowhere] }',
  ];
  await page.getByLabel("Document").fill(lines.join("\n"));
  await page.getByRole("button", { name: "Check and publish" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Not published.");
  const wrong = page.getByRole("list", { name: "What is wrong" }).getByRole("listitem");
  await expect(wrong.filter({ hasText: "line 9" })).toContainText("phases[0].steps[1].roles[0]");
  await wrong.getByRole("button", { name: "line 9" }).click();
  const selected = () => page.evaluate(() => window.getSelection()?.toString());
  await expect.poll(selected).toContain("nowhere");
  await lookAt(page, "procedure-upload-refused", { axe, height: 900 });
  await cutSaving(page);
  await page.getByRole("button", { name: "Check and publish" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Not confirmed. The server did not answer");
  await lookAt(page, "procedure-upload-not-sent", { axe, height: 900 });
});

test("a document is uploaded, downloaded again, and started as a run", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const title = `Move the mail ${newMark()}`;
  const document = procedureDraft(
    [{ title: "Tell the users" }, { title: "Move it", action: { argv: ["/bin/echo", "moved"] } }],
    {
      key: title.toLowerCase().replaceAll(" ", "-"),
      title,
    },
  );
  await page.goto("/procedures");
  await page.getByRole("link", { name: "Upload a procedure" }).click();
  const file = { name: "mail.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) };
  // "大阪切替" in Shift-JIS.
  const buffer = Buffer.from("7469746c653a2091e58de390d891d6", "hex");
  await page.getByLabel("Procedure file").setInputFiles({ name: "sjis.yaml", mimeType: "text/yaml", buffer });
  await expect(page.getByText("sjis.yaml is not text in UTF-8")).toBeVisible();
  await page.getByLabel("Procedure file").setInputFiles(file);
  await page.getByRole("button", { name: "Check and publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${title} v1`);
  await expect(page.getByRole("listitem").filter({ hasText: "Move it" })).toContainText(/\/bin\/echo\s*moved/);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download YAML" }).click();
  expect(readFileSync(await (await downloading).path(), "utf8")).toContain(`title: ${title}`);

  await page.getByRole("link", { name: "Start a run" }).click();
  await expect(page).toHaveURL(/\/new-run\?/);
  await page.getByLabel("Source", { exact: true }).selectOption(sites.source.id);
  await page.getByLabel("Destination", { exact: true }).selectOption(sites.destination.id);
  await page.getByRole("button", { name: "Start LIVE run" }).click();
  await expect(page).toHaveURL(/\/runs\/R-\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
});

test("a draft is downloaded to be changed elsewhere, and discarded only after it is said what is lost", async ({
  page,
  api,
  axe,
}) => {
  const published = await api("commander").publish([{ title: "Stop it" }, { title: "Say it" }]);
  await api("commander").publish([{}]);
  const [, step] = published.document.phases[0]?.steps ?? [];
  const changed = { ...step, title: "Say it twice" };
  await api("commander").call("PUT", `/api/drafts/${published.key}/steps/2`, {
    ...{ step: changed, seen: { version: published.id } },
  });
  await page.goto("/procedures");
  const drafts = page.getByRole("region", { name: "Drafts" }).getByRole("listitem");
  const ours = drafts.filter({ has: page.locator(`a[href="/drafts/${published.key}"]`) });
  await expect(ours).toContainText("begun from v1, changed by Mei Mori, ");
  await expect(ours.locator("code"), "where another has the same title").toHaveText(published.key);
  await page.goto(`/procedures/${published.id}/steps/2`);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Say it twice");
  await expect(page.getByRole("main")).toContainText(/As it is in the draft, changed by Mei Mori, \d/);
  await page.goto(`/procedures/${published.id}`);
  await expect(page.getByRole("main")).toContainText(/There is a draft of it, changed by Mei Mori, \d/);
  await page.getByRole("link", { name: "There is a draft of it" }).click();
  await expect(page).toHaveURL(`/drafts/${published.key}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download YAML" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${published.key}-draft.yaml`);
  expect(readFileSync(await file.path(), "utf8")).toContain("title: Say it twice");

  await expect(page.getByRole("main").getByRole("link", { name: "upload it" })).toHaveAttribute(
    "href",
    "/procedures/new",
  );
  await page.getByRole("button", { name: "Discard…" }).click();
  const dialog = page.getByRole("alertdialog", { name: /^Discard the draft of .+\?$/ });
  await expect(dialog).toContainText("What it changes is gone for good.");
  await expect(dialog.getByRole("button", { name: "Back" })).toBeFocused();
  await lookAt(page, "draft-discard", { axe, height: 900 });
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect((await api("commander").ask("GET", `/api/drafts/${published.key}`)).status).toBe(200);
  await page.getByRole("button", { name: "Discard…" }).click();
  await dialog.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page).toHaveURL(`/procedures/${published.id}`);
  expect((await api("commander").ask("GET", `/api/drafts/${published.key}`)).status).toBe(404);
});

test("a draft in which nothing differs is not published", async ({ page, api, axe }) => {
  const { id, key, document } = await api("commander").publish([{ title: "Tell the users" }]);
  const step = document.phases[0]?.steps[0];
  await api("commander").call("PUT", `/api/drafts/${key}/steps/1`, { step, seen: { version: id } });
  await page.goto(`/drafts/${key}`);
  await expect(page.getByText("Nothing differs from the published version.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish" })).toBeDisabled();
  await lookAt(page, "draft-unchanged", { axe, height: 900 });
});

test("a procedure says when it was drilled, what has changed since, and how long its drills took", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const title = `Move the mail ${newMark()}`;
  const published = await api("commander").publish([{ title: "Tell the users", inDrill: "run" }], { title });
  await page.goto(`/procedures/${published.id}`);
  const trend = page.getByRole("region", { name: "How long it took" });
  await expect(trend).toContainText("there is nothing to draw");
  await expect(trend.getByRole("radio")).toHaveCount(0);

  const places = { source: sites.source.id, destination: sites.destination.id };
  for (const rtoSeconds of [3_600, null]) {
    const drill = { procedureId: published.id, sites: places, facts: {}, mode: "drill" as const, rtoSeconds };
    const run = await api("commander").startedRun(sites, drill);
    await api("operator").complete(run.id, "1");
  }
  await page.goto("/procedures");
  const row = page.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("Drilled as it is");
  await expect(row, "when it was drilled last, and in which run").toContainText(/\d+ \w+ 20\d\d, today\s*v1, R-\d{4}/);
  await page.goto(`/procedures/${published.id}`);
  const bars = trend.getByRole("radiogroup", { name: /^How long 2 runs took/ }).getByRole("radio");
  await expect(trend).toContainText(/: took \d+\ss, no objective/);
  await expect(trend).toContainText("The objective of 1 h 00 min is far above the runs");
  await bars.last().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(trend).toContainText(/: took \d+\ss, within the objective of 1\sh\s00\smin/);
  await bars.last().hover({ force: true });
  await expect(trend).toContainText(/: took \d+\ss, no objective/);
  await expect(trend).toContainText(/The last drill took .* the one before/);
  await trend.getByText("As a table").click();
  await expect(trend.getByRole("table").getByRole("row")).toHaveCount(3);
  await expect(trend.getByRole("row").nth(2)).toContainText("1 h");
  await lookAt(page, "procedure-trend", { axe });
  const declaredAt = new Date(Date.now() - 50 * 60_000).toISOString();
  const late = { procedureId: published.id, sites: places, facts: {}, mode: "drill" as const, rtoSeconds: 1_800 };
  const { id: lateRun } = await api("commander").startedRun(sites, { ...late, declaredAt });
  await api("operator").complete(lateRun, "1");
  await page.reload();
  await expect(trend).toContainText(/: took 50\smin, 20\smin over the objective of 30\smin/);
  await expect(page.getByText("never checked")).toBeVisible();
  await lookAt(page, "procedure-trend-over", { axe });

  const next = { ...published.document, description: "As it is today" };
  await api("commander").call("POST", "/api/procedures", { document: JSON.stringify(next) });
  await page.goto("/");
  const known = page.getByRole("table", { name: "Procedures" });
  await expect(known.getByRole("columnheader", { name: "Last drilled" })).toBeVisible();
  await expect(known.getByRole("row").filter({ hasText: title })).toContainText(/\d+ \w+ 20\d\d, today\s*v1, R-\d{4}/);
  await known.getByRole("row").filter({ hasText: title }).getByRole("link", { name: "Changed since v1" }).click();
  await expect(page.getByRole("list", { name: "What changes" })).toContainText("As it is today");
  await page.goto(`/procedures/${published.id}`);
  const versions = page.getByRole("region", { name: "Versions" }).getByRole("listitem");
  await expect(versions).toHaveText([/^v2open version 2/, /^v1this one.*what changed since version 1/]);
  await expect(page.getByText("This is not the latest version.")).toBeVisible();
  await expect(page.getByText("never checked")).toBeVisible();
  await lookAt(page, "procedure-old-version", { axe });
  await page.getByRole("link", { name: "Open v2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("v2");
  await expect(page.getByText("This is not the latest version.")).toHaveCount(0);
});

test("a procedure that was only run live says by which run it is known to work", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const title = `Move the mail ${newMark()}`;
  const { id } = await api("commander").publish([{ title: "Tell the users" }], { title });
  const places = { source: sites.source.id, destination: sites.destination.id };
  const live = { procedureId: id, sites: places, facts: {}, mode: "live" as const };
  const run = await api("commander").startedRun(sites, live);
  await api("operator").complete(run.id, "1");
  await page.goto("/procedures");
  const row = page.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("Was run live as it is");
  await expect(row.getByRole("link", { name: runLabel(run.number) })).toHaveAttribute(
    "href",
    `/runs/${runLabel(run.number)}`,
  );
});

test("the bars of the trend are as high as their runs were long, on one scale", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  const { id } = await api("commander").publish([{ title: "Tell the users" }]);
  const places = { source: sites.source.id, destination: sites.destination.id };
  for (const minutes of [30, 10]) {
    const declaredAt = new Date(Date.now() - minutes * 60_000).toISOString();
    const drill = { procedureId: id, sites: places, facts: {}, mode: "drill" as const, declaredAt };
    const run = await api("commander").startedRun(sites, drill);
    await api("operator").complete(run.id, "1");
  }
  await page.goto(`/procedures/${id}`);
  const bars = page.getByRole("radiogroup", { name: /^How long 2 runs took/ }).locator("label > .timeline-bar");
  await expect(bars).toHaveCount(2);
  await expect(page.getByText("2 drills were only simulated: their times are those of no recovery.")).toBeVisible();
  const [long = 0, short = 0] = await bars.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  const { runs } = await api("auditor").call<Past>("GET", `/api/procedures/${id}/past`);
  const [first = 0, second = 0] = runs.map(({ rtaSeconds }) => rtaSeconds);
  expect(Math.round(first / second)).toBe(3);
  expect(long / short).toBeCloseTo(first / second, 1);
});

test("an unknown procedure is not found, on each page of one", async ({ page }) => {
  for (const of of ["", "/changes", "/steps/1"]) {
    await page.goto(`/procedures/nobody-wrote-it${of}`);
    await expect(page.getByRole("heading", { level: 1, name: "Not found" }), of).toBeVisible();
  }
});

test("nothing has changed since the version of today, and it leads back to that", async ({ page, api }) => {
  const { id } = await api("commander").publish([{ title: "Tell the users" }]);
  await page.goto(`/procedures/${id}/changes`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing has changed since v1");
  await page.getByRole("link", { name: "Open the procedure" }).click();
  await expect(page).toHaveURL(new RegExp(`/procedures/${id}$`));
});
