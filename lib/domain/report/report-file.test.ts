import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { timelineCsv } from "#lib/domain/report/csv.ts";
import { reportHtml } from "#lib/domain/report/html.ts";
import { Report } from "#lib/domain/report/report.ts";
import { reportSections } from "#lib/domain/report/sections.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";
import { begin, byHand, exit, finish, skip, start } from "#lib/domain/testing/moves.ts";
import { begun, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { anyRun, playAll } from "#lib/domain/testing/random-runs.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";
import { bothTimes } from "#lib/words/time.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("As a file", () => {
  const evil = `<script>alert("1")</script>`;
  const at = play(startedRun(procedureOf({ title: `Stop ${evil}` }, {})), {
    type: "step.skip",
    step: "1",
    reason: `=HYPERLINK("x")`,
  });

  test("nothing that people wrote becomes HTML, and nothing is fetched", () => {
    const html = reportHtml(reportOf(at, {}));
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(html.match(/(src|href)=/g)).toBeNull();
  });

  test("is a drill in its first word and behind all of it, or live and nothing of that", () => {
    const drill = reportHtml(reportOf(startedRun(procedureOf({}), { mode: "drill" })));
    expect(drill).toContain("<title>DRILL R-0042, report</title>");
    expect(drill).toMatch(/body\.drill::after\{content:"DRILL"[^}]*position:fixed/);
    expect(reportHtml(reportOf(at))).not.toContain("DRILL");
  });

  test("draws one kind of time only in a plain colour, so that grey paper tells them apart", () => {
    const svg = timelineSvg(reportOf(at));
    const fills = [...svg.matchAll(/height="6" fill="([^"]+)"\/><text/g)].map(([, fill]) => fill);
    const ids = [...svg.matchAll(/<pattern id="(\w+)"/g)].map(([, id]) => `url(#${id})`);
    expect(new Set(fills).size).toBe(4);
    expect(svg).toMatch(/<\/defs><rect width="1000" height="\d+" fill="#fff"\/>/);
    expect(fills.filter((fill) => !ids.includes(fill ?? ""))).toHaveLength(1);
  });

  test("draws under the bars when they begin and when they end", () => {
    const report = reportOf(at);
    const ends = [report.declaredAt ?? "", report.endedAt ?? report.asOf ?? ""].map((moment) => bothTimes(moment));
    const told = [...timelineSvg(report).matchAll(/<text [^>]*>(2[^<]* UTC[^<]*)<\/text>/g)].map(([, words]) => words);
    expect(told).toEqual(ends);
  });

  test("has a row for each step in its picture, and says of one that took no time what became of it", () => {
    const svg = timelineSvg(reportOf(play(startedRun(procedureOf({}, {})), start("1"))));
    const told = [...svg.matchAll(/<text x="(?:0|40)" y="\d+" font-size="11">([^<]*)<\/text>/g)].map(
      ([, words]) => words,
    );
    expect(told.slice(0, 3)).toEqual(["1", "2", "not started"]);
  });

  test("tells of each step in no more columns than paper holds, and what belongs together in one of them", () => {
    const report = reportOf(play(startedRun(procedureOf({ expectedSeconds: 60 }, {})), ...byHand("1")));
    const table = reportSections(report).find(({ drawn }) => drawn)?.table;
    expect(table?.head).toEqual(["Step", "State", "Planned", "Actual", "Took", "By, note"]);
    const times = "2026-[\\d :-]+UTC\n– 2026-[\\d :-]+UTC";
    expect(table?.rows[0]).toEqual([
      "1 Step 1",
      "completed",
      expect.stringMatching(new RegExp(`^${times}\nby the procedure$`)),
      expect.stringMatching(new RegExp(`^${times}$`)),
      expect.stringMatching(/^\d+\ss, planned 1\smin\nPeople worked: \d+\ss\nWaiting: \d+\ss$/),
      "Chie",
    ]);
    expect(table?.rows[1]?.slice(1, 4), "not over").toEqual(["ready", "", expect.stringMatching(/UTC\nnot over$/)]);
    expect(timelineCsv(report)).toMatch(
      /^Mode,Run,Step,Title,State,Planned,From,To,Took,Commands,People worked,Waiting,/,
    );
  });

  test("tells a command that no worker has begun as queued, not as in progress", () => {
    const sent = play(startedRun(procedureOf(automated)), start("1"));
    const stateIn = (moment: Play) => timelineCsv(reportOf(moment)).split("\r\n")[1]?.split(",")[4];
    expect([sent, begun(sent, "1")].map(stateIn)).toEqual(["queued", "in progress"]);
  });

  test("no cell of the CSV is a formula, and quotes and lines stay in their cell", () => {
    const csv = timelineCsv(reportOf(at));
    expect(csv).toMatch(/^Mode,Run,Step,Title,State,/);
    expect(csv.split("\r\n")[1]).toMatch(/^LIVE,R-0042,1,/);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain(`"Stop <script>alert(""1"")</script>"`);
  });
});

test("A step that was skipped is told how long it waited, not that it took a time", () => {
  const report = reportOf(play(startedRun(procedureOf({ expectedSeconds: 60 }, {})), skip("1")));
  const table = reportSections(report).find(({ drawn }) => drawn)?.table;
  expect(table?.rows[0]?.[4]).toMatch(/^Waiting: \d+\ss$/);
});

test("A command that failed is drawn otherwise than one that did its work", () => {
  const commands = startedRun(procedureOf(automated));
  const barsOf = (code: number) =>
    timelineSvg(reportOf(play(commands, start("1"), begin("1"), finish("1", exit(code))))).match(
      /height="10" fill="url\(#(?:machine|failed)\)"/g,
    );
  expect(barsOf(1)).toEqual(['height="10" fill="url(#failed)"']);
  expect(barsOf(0)).toEqual(['height="10" fill="url(#machine)"']);
});

test("Whatever is done to a run, its report is one by its schema, and every file of it can be made", () => {
  fc.assert(
    fc.property(anyRun, (any) => {
      const at = playAll(any, () => {});
      const report = reportOf(at);
      expect(Report.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
      expect(timelineCsv(report).split("\r\n").length).toBe(at.run.steps.length + 2);
      expect(reportHtml(report)).toContain("</html>");
      for (const { segments } of report.steps) {
        const follows = segments.slice(1).every(({ from }, i) => (segments[i]?.to ?? "later") <= from);
        expect(follows).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
