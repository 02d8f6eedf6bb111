import type { Page } from "@playwright/test";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import type { Accounts } from "./testing/accounts.ts";
import { type Api, newMark, type Sites } from "./testing/api.ts";
import { busyRun } from "./testing/busy-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { japaneseDrill, namesOf } from "./testing/japanese.ts";
import { latinWords, writtenIn } from "./testing/latin-words.ts";
import { picture } from "./testing/screens.ts";

test.describe("Whoever reads Japanese", () => {
  test.use({ locale: "ja-JP", role: "commander" });

  test("gets Japanese from the server and keeps it in the browser, until English is chosen", async ({ page }) => {
    const drawn = (await (await page.goto("/"))?.text()) ?? "";
    expect(/<html[^>]*>/.exec(drawn)?.[0]).toContain('lang="ja"');
    expect(/>概況</.test(drawn)).toBe(true);
    const foot = '"" counter(page) " / " counter(pages) " ページ"';
    await expect(page.locator("html"), "what is printed at the foot of a page").toHaveCSS("--page-number", foot);
    await expect(page.getByRole("link", { name: "手順書" }).first()).toBeVisible();
    await expect(page).toHaveTitle(/切替コンソール/);
    await page.getByRole("button", { name: /配色とサインアウト/ }).click();
    await page.getByRole("radio", { name: "English" }).click();
    await expect(page.getByRole("link", { name: "Procedures" }).first()).toBeVisible();
    await page.goto("/history");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("commands a run in Japanese, at a desk and on a phone", async ({ page, api, accounts, axe }) => {
    const run = await japaneseDrill({ api });
    const names = namesOf(run, accounts);
    const look = async (name: string) => {
      await picture(page, `japanese-run-${name}`, true);
      // At its top the foot of a phone may lie over half of a button: axe then calls that too small.
      if (page.viewportSize()?.width === 360)
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      expect.soft(await latinWords(page, names), name).toEqual([]);
      expect.soft(await axe(page), name).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(beyond, `${name} scrolls sideways`).toBe(0);
    };
    await page.goto(`/runs/R-${String(run.number).padStart(4, "0")}`);
    for (const { number } of run.steps) {
      const head = page.locator(`[data-step="${number}"] h3 button`);
      if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
    }
    await look("desk");
    await page.getByRole("button", { name: "ステップ 6 の試行 1 の出力を開く" }).click();
    await look("output");
    await page.getByRole("button", { name: "出力を閉じる" }).click();
    await page
      .locator('[data-step="6"]')
      .getByRole("button", { name: /^手作業での完了を記録/ })
      .click();
    await look("dialog");
    await page.keyboard.press("Escape");
    // High enough that the foot covers no button in part.
    await page.setViewportSize({ width: 360, height: 2_400 });
    await page.emulateMedia({ colorScheme: "dark" });
    for (const tab of ["現在", "すべて", "メモ"]) {
      await page
        .getByRole("contentinfo")
        .getByRole("button", { name: new RegExp(`^${tab}`) })
        .click();
      await look(`phone-${tab}`);
    }
  });
});

test("a window follows the language that another window has chosen with its next page, and not in part", async ({
  page,
  context,
}) => {
  await page.goto("/");
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "History" })).toBeVisible();
  const other = await context.newPage();
  await other.goto("/help");
  await other.getByRole("button", { name: /theme and sign-out/ }).click();
  await other.getByRole("radio", { name: "日本語" }).click();
  await expect(other.locator("html")).toHaveAttribute("lang", "ja");
  await expect(page.locator("html"), "what is read there stays").toHaveAttribute("lang", "en");
  await navigation.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "履歴" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await expect(page).toHaveTitle(/履歴/);
});

/** A desk in the light and a phone in the dark. */
const LOOKS = [
  [1_440, 900, "light"],
  [360, 780, "dark"],
] as const;

/** A drill of the same sites by the procedure as it is today, to be compared. */
async function overByNow(commander: Api, procedureId: string, { source, destination }: Sites): Promise<Run> {
  const sites = { source: source.id, destination: destination.id };
  const body = { procedureId, mode: "drill", type: "planned", sites, start: true };
  const { run } = await commander.call<RunView>("POST", "/api/runs", body);
  for (const step of ["1", "2", "3"]) await commander.send(run.id, { type: "step.skip", step, reason: "訓練では省く" });
  return run;
}

/** A procedure in Japanese with something of everything, its next version, and a run of each; one was looked back on. */
async function lookedBackOn(api: (role: Role) => Api) {
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(
    sites,
    [
      {
        title: "データを移す",
        remarks: "二度実行しない",
        caution: "元のデータは消える",
        action: { argv: ["/bin/echo", "done"], idempotent: true },
        irreversible: true,
      },
      { title: "利用者に知らせる", instructions: "電話で。", expectedSeconds: 60, gate: { kind: "hold" } },
      { title: "記録を閉じる" },
    ],
    { rtoSeconds: 3_600 },
  );
  await api("commander").complete(run.id, "1");
  await api("commander").send(run.id, { type: "step.skip", step: "2", reason: "連絡済み" });
  await api("commander").send(run.id, { type: "step.skip", step: "3", reason: "明日まで開けておく" });
  const finding = "00000000-0000-4000-b000-0000000000ab";
  const said = { text: "一覧が古い", owner: "運用部" };
  await api("auditor").send(run.id, { type: "finding.add", finding, ...said, dueOn: "2030-01-01" });
  await api("auditor").send(run.id, { type: "report.sign_off", as: "監査" });
  const before = await api("commander").procedure(run.procedureId);
  const procedure = await api("commander").call<ProcedureView>("POST", "/api/procedures", {
    document: JSON.stringify({ ...before.document, description: "今日の手順" }),
  });
  const other = await overByNow(api("commander"), procedure.id, sites);
  await api("commander").call("PUT", `/api/drafts/${procedure.key}/steps/3`, {
    step: { ...procedure.document.phases[0]?.steps[2], title: "記録を確かめて閉じる" },
    seen: { version: procedure.id },
  });
  return { run, procedure, before, other, sites };
}

/** What others wrote in English: a run in the middle, one that is paused, and a channel whose receiver is not there. */
async function englishHouse({ api, accounts }: { api: (role: Role) => Api; accounts: Accounts }) {
  await busyRun({ api, accounts });
  const [administrator, commander] = [api("administrator"), api("commander")];
  const paused = await commander.smallRun(await administrator.practiceSites(), [{ title: "Tell the users" }], {
    mode: "drill",
  });
  await api("operator").send(paused.id, { type: "help.ask", step: "1", reason: "The phone is dead" });
  await commander.send(paused.id, { type: "run.pause", reason: "The building is evacuated" });
  const channel = { name: `Duty pager ${newMark()}`, format: "webhook", address: "http://127.0.0.1:9/hook" };
  const kinds = ["break_glass", "help_asked"];
  const made = await administrator.call<{ channel: { id: string } }>("POST", "/api/notices/channels", {
    ...{ ...channel, kinds, drills: true },
  });
  await administrator.call("POST", `/api/notices/channels/${made.channel.id}/test`);
}

type Axe = (page: Page) => Promise<string[]>;

type About = { api: Api; written: string[]; axe?: Axe };

/** Checks whether the page is Japanese, and whole, wide and narrow. */
async function lookAt(page: Page, name: string, { api, written, axe }: About) {
  for (const [width, height, colorScheme] of LOOKS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await picture(page, `japanese-${name}-${width}-${colorScheme}`, true);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    if (axe) expect.soft(await axe(page), `${name} at ${width} px`).toEqual([]);
    const latin = await latinWords(page, written, api);
    expect.soft(latin, `${name} at ${width} px says in English`).toEqual([]);
    const text = (await page.locator("body").textContent()) ?? "";
    const apart = text.match(/.{0,20}[。！？] \S{0,20}/g) ?? [];
    expect.soft(apart, `${name} at ${width} px joins sentences by a space`).toEqual([]);
    const alone = page.locator("time:not([title$=UTC])");
    expect.soft(await alone.allTextContents(), `${name} tells without UTC`).toEqual([]);
  }
}

test.describe("In Japanese", () => {
  test.use({ locale: "ja-JP", role: "administrator" });

  test("every page is Japanese, and whole on a screen and a phone", async ({ page, api, accounts, axe }) => {
    await englishHouse({ api, accounts });
    const { run, procedure, before, other, sites } = await lookedBackOn(api);
    const label = runLabel(run.number);
    const written = [...writtenIn(procedure.document), ...writtenIn(run), ...Object.values(run.sites).map(String)];
    const about = { api: api("administrator"), axe, written };
    for (const [name, at] of Object.entries({
      account: "/account",
      users: "/users",
      history: `/history?text=${label}`,
      compare: `/history/compare?a=${label}&b=${runLabel(other.number)}`,
      procedures: "/procedures",
      procedure: `/procedures/${procedure.id}`,
      upload: "/procedures/new",
      step: `/procedures/${procedure.id}/steps/1`,
      changes: `/procedures/${before.id}/changes`,
      "no-changes": `/procedures/${procedure.id}/changes`,
      draft: `/drafts/${procedure.key}`,
      report: `/runs/${label}/report`,
      record: `/runs/${label}/record`,
      "new-run": `/new-run?procedure=${procedure.id}`,
      afterwards: `/runs/${label}/afterwards`,
      site: `/sites/${sites.source.id}`,
      help: "/help",
      "no-run": "/runs/R-999999",
      "nothing-here": "/nothing-here",
      overview: "/",
      sites: "/sites",
      "new-site": "/sites/new",
      messages: "/messages",
      "all-history": "/history",
    })) {
      await page.goto(at);
      await lookAt(page, name, about);
    }
  });

  test("whoever is not let in is told so in Japanese", async ({ page, api, axe }) => {
    await page.context().clearCookies();
    // The name of the single sign-on that the tests set up.
    const about = { api: api("administrator"), axe, written: ["the company"] };
    for (const [name, at] of Object.entries({
      "sign-in": "/sign-in",
      "set-up": "/set-up",
      "set-up-used": "/set-up?token=used",
    })) {
      await page.goto(at);
      await lookAt(page, name, about);
    }
  });
});
