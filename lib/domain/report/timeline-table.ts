import { duration } from "#lib/domain/paper/duration.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { reportedState } from "#lib/domain/report/state-words.ts";
import type { Table } from "#lib/domain/report/table.ts";
import { whoAt } from "#lib/domain/run/place-taken.ts";
import { secondsBetween, wholeSeconds } from "#lib/domain/whole-seconds.ts";
import { row, t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

type Reported = Report["steps"][number];

/** As people read it, also on A4: what belongs together stands in one cell, a line each. */
export const timelineTable = ({ steps }: Report): Table => ({
  head: [t("Step"), t("State"), t("Planned"), t("Actual"), t("Took"), t("By, note")],
  rows: steps.map((step) => [
    `${step.number} ${step.title}`,
    stateWords(step),
    step.planned ? lines(...fromTo(step.planned.from, step.planned.to), step.planned.basis) : "",
    actualWords(step),
    lines(tookWords(step), ...kinds.map(([kind, words]) => labeled(words(), inWords(step, kind)))),
    lines(step.by && whoAt(step.by, step.site), step.note),
  ]),
});

/** As it is reckoned with: a column each. */
export const timelineColumns = ({ steps, values }: Report): Table => ({
  head: [
    t("Step"),
    t("Title"),
    t("State"),
    t("Planned"),
    t("From"),
    t("To"),
    t("Took"),
    ...kinds.map(([, words]) => words()),
    t("By"),
    t("Note"),
    t("Values"),
    t("Site"),
  ],
  rows: steps.map((step) => [
    step.number,
    step.title,
    stateWords(step),
    step.planned ? plannedWords(step.planned) : "",
    step.from ? bothTimes(step.from) : "",
    step.to ? bothTimes(step.to) : "",
    tookWords(step),
    ...kinds.map(([kind]) => inWords(step, kind)),
    step.by ?? "",
    step.note ?? "",
    row(
      values.filter((one) => one.step === step.number).map(({ label, value }) => labeled(label, value)),
      "; ",
    ),
    step.site ?? "",
  ]),
});

const kinds = [
  ["machine", () => t("Commands")],
  ["people", () => t("People worked")],
  ["waiting", () => t("Waiting")],
] as const;

const lines = (...all: readonly (string | null)[]): string => all.filter((one) => one).join("\n");

const fromTo = (from: string, to: string | null): string[] => [
  bothTimes(from),
  to ? `– ${bothTimes(to)}` : t("not over"),
];

/** Of what was entered afterwards often only when it was is known. */
function actualWords({ from, to }: Reported): string {
  if (from) return lines(...fromTo(from, to));
  return to ? bothTimes(to) : "";
}

const labeled = (label: string, text: string): string => (text === "" ? "" : `${label}: ${text}`);

function stateWords({ state, queued, simulated, recordedAfterwards }: Reported): string {
  return row([
    queued ? t("queued") : reportedState(state),
    ...(simulated ? [t("SIMULATED")] : []),
    ...(recordedAfterwards ? [t("RECORDED AFTERWARDS")] : []),
  ]);
}

const plannedWords = ({ from, to, basis }: NonNullable<Reported["planned"]>): string =>
  t("{from} to {to}, {basis}", { from: bothTimes(from), to: bothTimes(to), basis });

function tookWords(step: Reported): string {
  const { from, to, planned } = step;
  if (!from || !to || isOnlySkipped(step)) return "";
  const took = duration(secondsBetween(from, to));
  return planned
    ? t("{took}, planned {planned}", { took, planned: duration(secondsBetween(planned.from, planned.to)) })
    : took;
}

/** That it stood ready until it was skipped is no time that it took. */
const isOnlySkipped = ({ state, segments }: Reported): boolean =>
  state === "skipped" && segments.every(({ kind }) => kind === "waiting");

/** How long it was machines, people or waiting, as far as that is over. */
function inWords({ segments }: Reported, kind: (typeof kinds)[number][0]): string {
  const ms = segments
    .filter((segment) => segment.kind === kind && segment.to !== null)
    .reduce((sum, { from, to }) => sum + Date.parse(to ?? from) - Date.parse(from), 0);
  return ms > 0 ? duration(wholeSeconds(ms)) : "";
}
