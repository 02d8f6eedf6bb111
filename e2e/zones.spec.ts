import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Api } from "./testing/api.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

/** A run that is over: a command that ran, a step that was skipped, and a note. */
async function overRun(commander: Api, administrator: Api) {
  const sites = await administrator.practiceSites();
  const steps = [{ title: "Move the data", action: { argv: ["/bin/echo", "moved"] } }, { title: "Tell the users" }];
  const run = await commander.smallRun(sites, steps, { rtoSeconds: 3_600 });
  await commander.complete(run.id, "1");
  await commander.send(run.id, { type: "note.add", text: "The bridge is open" });
  await commander.send(run.id, { type: "step.skip", step: "2", reason: "They know already" });
  return run;
}

const pagesOf = (label: string) => [`/runs/${label}`, `/runs/${label}/report`, `/runs/${label}/record`, "/history"];

const textOf = async (page: Page) => (await page.getByRole("main").textContent()) ?? "";

/**
 * Times that say one zone only, with what they stand in. Not those of a folded row: opened it says both. Nor the clock, which
 * has UTC under it, and the events, which have it beside them.
 */
const alone = (page: Page): Promise<string[]> =>
  page.locator("time:visible").evaluateAll((times) =>
    times.flatMap((time) => {
      const told = time.textContent ?? "";
      const place = time.closest("dd, p, td, li, article, [data-step]");
      const folded = time.closest('button[aria-expanded="false"]');
      if (!/\d\d:\d\d/.test(told) || folded || /UTC/.test(place?.textContent ?? "")) return [];
      return time.closest("aside li") ? [] : [`${told} in ${place?.textContent}`];
    }),
  );

test.describe("whose zone is not UTC", () => {
  test("reads each time of a run there and in UTC", async ({ page, api, axe }) => {
    const started = await overRun(api("commander"), api("administrator"));
    const run = new RunPage(page);
    await run.open(started);
    await expect(page.getByText(/Ended \d+ \w+ \d{4}, \d\d:\d\d JST \(.*\d\d:\d\d UTC\)/)).toBeVisible();
    await expect(run.step("2").head).toContainText(/\d\d:\d\d JST: “They know already”/);
    for (const step of ["1", "2"]) {
      await run.step(step).open();
      await expect(run.step(step).card).toContainText(/\d\d:\d\d(:\d\d)? JST \(\d\d:\d\d(:\d\d)? UTC\)/);
    }
    expect(await alone(page)).toEqual([]);
    const note = run.side.getByRole("listitem").filter({ hasText: "The bridge is open" });
    await expect(note.getByRole("time")).toHaveText([/^\d\d:\d\d$/, /^\d\d:\d\d$/]);
    const [there, utc] = (await note.getByRole("time").allTextContents()).map((words) => Number(words.slice(0, 2)));
    expect(((there ?? 0) - (utc ?? 0) + 24) % 24).toBe(9);
    await expect(run.side.getByText("UTC", { exact: true })).toBeVisible();
    await note.scrollIntoViewIfNeeded();
    await lookAt(page, "zones-run", { axe });

    await run.step("1").openOutput(1);
    await run.drawer.getByRole("button", { name: "Show times" }).click();
    await expect(run.drawer).toContainText(/\d\d:\d\d:\d\d\.\d{3} UTC\s*moved/);
    await expect(run.drawer.getByTitle(/\d\d:\d\d:\d\d JST$/).first()).toHaveText(/UTC$/);
    await lookAt(page, "zones-output", { axe, height: 1_200 });
    for (const at of pagesOf(runLabel(started.number)).slice(1)) {
      await page.goto(at);
      await expect(
        page
          .getByRole("main")
          .getByText(/\d\d:\d\d(:\d\d)? (JST|UTC)/)
          .first(),
      ).toBeVisible();
      expect(await textOf(page), at).toMatch(/\d\d:\d\d UTC|\d\d:\d\d:\d\d UTC \(.* JST\)/);
    }
  });

  test("reads until when a run has in both, in its head, on its card and before it is started", async ({
    page,
    api,
  }) => {
    const steps = [
      { title: "Move the data", expectedSeconds: 600 },
      { title: "Tell the users", expectedSeconds: 60 },
    ];
    const wish = { rtoSeconds: 7_200 };
    const sites = await api("administrator").practiceSites();
    const started = await api("commander").smallRun(sites, steps, wish);
    const { id } = await api("administrator").publish(steps, wish);
    for (const width of [1_440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [at, told] of [
        [`/runs/${runLabel(started.number)}`, "finish"],
        [`/new-run?procedure=${id}`, "Declared at"],
        ["/", "Overview"],
      ]) {
        await page.goto(at ?? "");
        await expect(
          page
            .getByText(told ?? "")
            .filter({ visible: true })
            .first(),
        ).toBeVisible();
        await expect(page.locator("time:visible").or(page.locator("[data-lines]")).first()).toBeVisible();
        expect(await alone(page), `${at} at ${width} px`).toEqual([]);
      }
    }
  });
});

test.describe("whose zone is UTC", () => {
  test.use({ timezoneId: "UTC" });

  test("reads each time once", async ({ page, api }) => {
    const started = await overRun(api("commander"), api("administrator"));
    for (const at of pagesOf(runLabel(started.number))) {
      await page.goto(at);
      await expect(
        page
          .getByRole("main")
          .getByText(/\d\d:\d\d(:\d\d)? UTC/)
          .first(),
      ).toBeVisible();
      expect(await textOf(page), at).not.toMatch(/UTC \(|\(.*\d\d:\d\d UTC\)/);
    }
  });
});

test("a person chooses the zone of their messages, and what is none is said at its field", async ({ openAs, axe }) => {
  const page = await openAs("approver");
  await page.goto("/account");
  const zone = page.getByLabel("Time zone");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await zone.fill("Moon/Crater");
  await save.click();
  await expect(zone).toHaveAccessibleDescription(/Must be a time zone such as "Asia\/Tokyo"/);
  await expect(zone).toHaveAttribute("aria-invalid", "true");
  await expect(zone).toBeFocused();
  await lookAt(page, "zones-account", { axe });
  await page.getByRole("button", { name: "Use this browser’s: Asia/Tokyo" }).click();
  await save.click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await zone.fill("Europe/Berlin");
  await save.click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue("Europe/Berlin");
});

test.describe("where it is another day than in UTC", () => {
  test.use({ timezoneId: new Date().getUTCHours() < 11 ? "Etc/GMT+12" : "Pacific/Kiritimati" });

  test("the clock tells both days, each beside its time", async ({ page, api }) => {
    const dayIn = (timeZone?: string) =>
      page.evaluate(
        (zone) =>
          new Date()
            .toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: zone })
            .replace(",", ""),
        timeZone,
      );
    const sites = await api("administrator").practiceSites();
    const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
    await page.goto("/history");
    const [here, there] = [await dayIn(), await dayIn("UTC")];
    expect(here).not.toBe(there);
    const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
    await expect(head).toContainText(new RegExp(`${here} [\\d:]{8} UTC[+-]1\\d, ${there} [\\d:]{8} UTC`));
    await page.goto(`/runs/${runLabel(run.number)}`);
    const clock = head.locator("dl > div").filter({ hasText: "Server time" });
    await expect(clock).toContainText(new RegExp(`[\\d:]{8} UTC[+-]1\\d${here}${there} [\\d:]{8} UTC`));
  });
});

test("a day alone tells, pointed at, when that was in the reader's zone and in UTC", async ({ page, api }) => {
  const { title } = await api("auditor").procedure();
  await page.goto("/procedures");
  const row = page.getByRole("row").filter({ hasText: title });
  const published = row.getByRole("time").last();
  await expect(published).toHaveText(/^\d+ \w+ \d{4}$/);
  const whole = /^\d+ \w+ \d{4}, \d\d:\d\d:\d\d JST · \d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC$/;
  await expect(published).toHaveAttribute("title", whole);
});
