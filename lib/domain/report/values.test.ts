import { expect, test } from "vitest";
import { timelineCsv } from "#lib/domain/report/csv.ts";
import { reportHtml } from "#lib/domain/report/html.ts";
import { isEmpty, reportParts } from "#lib/domain/report/sections.ts";
import { enter, exit, finish, type Move, start } from "#lib/domain/testing/moves.ts";
import { begun, olga, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const procedure = procedureOf(
  { outputs: [{ name: "ticket", label: "Ticket number", type: "text" }] },
  {
    ...automated,
    dependsOn: [],
    outputs: [{ name: "folder", label: "Folder", type: "text", from: { pattern: "folder=(.+)$" } }],
  },
  { outputs: [{ name: "users", label: "Users", type: "integer" }] },
);
const offered = startedRun(procedure);

test("What steps gave is told with who or what said it last, and when; what nobody gave is not", () => {
  const completed = playBy(playBy(offered, olga, start("1")), olga, {
    type: "step.complete",
    step: "1",
    outputs: { ticket: "CHG-77" },
  });
  const captured = play(begun(play(completed, start("2")), "2"), {
    ...finish("2", exit(0)),
    outputs: { folder: "/srv/a" },
  } as Move);
  const at = play(captured, enter("ticket", "CHG-78"));
  const report = reportOf(at);
  const when = (seq: number) => at.log.find((logged) => logged.seq === seq)?.at;
  expect(report.values).toEqual([
    { step: "1", label: "Ticket number", value: "CHG-78", by: "Chie", byCommand: false, at: when(at.run.seq) },
    { step: "2", label: "Folder", value: "/srv/a", by: "worker-1", byCommand: true, at: expect.any(String) },
  ]);
  expect(reportOf(completed).values).toMatchObject([{ value: "CHG-77", by: "Olga" }]);
  expect(reportParts(report).values.table.rows.map((cells) => cells.slice(0, 4))).toEqual([
    ["1", "Ticket number", "CHG-78", "Chie"],
    ["2", "Folder", "/srv/a", "the command, by worker-1"],
  ]);
  expect(reportHtml(report)).toContain(">/srv/a<");
  expect(timelineCsv(report)).toContain("Ticket number: CHG-78");
});

test("Of a run in which no step gave a value the report says so", () => {
  expect(isEmpty(reportParts(reportOf(offered)).values)).toBe(true);
});
