import { declaredWords, endedWords, startedWords } from "#lib/domain/paper/declared.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import { isSpoilt } from "#lib/domain/record/spoilt.ts";
import { DEVIATIONS, type DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import { inAllWords, secondsInAll, stepsInBrief, timeNote, timeSums } from "#lib/domain/report/in-brief.ts";
import { noDeviations } from "#lib/domain/report/no-deviations.ts";
import { known, objectivesSection } from "#lib/domain/report/objectives.ts";
import { recordSection } from "#lib/domain/report/record-section.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { reportedState } from "#lib/domain/report/state-words.ts";
import type { Table } from "#lib/domain/report/table.ts";
import { timelineTable } from "#lib/domain/report/timeline-table.ts";
import { TROUBLES } from "#lib/domain/report/trouble-kind.ts";
import { cameAfter } from "#lib/domain/run/came-after.ts";
import { secondsBetween } from "#lib/domain/whole-seconds.ts";
import { variableLines, type WorkLine, workLines } from "#lib/domain/work-words.ts";
import { joined, type PlainSentence, row, t, tn } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/** A report as people read it, the same on the page, on paper and in a file: titles, facts and tables of text. */
export type Section = {
  title: string;
  /** What is said beside its title. */
  note?: string;
  /** The picture of the timeline stands in it. */
  drawn?: true;
  /** What is said where there is nothing. */
  empty?: string;
  facts?: readonly (readonly [label: string, value: string])[];
  table?: Table;
  /** What commands wrote: the one part whose lines are kept. */
  texts?: readonly { title: string; text: string }[];
};

export const OUTCOME_WORDS: Record<Report["outcome"], PlainSentence> = {
  open: "None yet",
  passed: "Passed",
  passed_with_conditions: "Passed with conditions",
  failed: "Not passed",
};

/** Nothing that a record says which does not hold is the outcome. */
export const outcomeWords = ({ outcome: of }: Report, spoilt: boolean): string =>
  spoilt ? t("In doubt") : t(OUTCOME_WORDS[of]);

export const becauseWords = ({ outcome: of, because }: Report, spoilt: boolean): readonly string[] =>
  spoilt ? [t("The record says: {outcome}.", { outcome: t(OUTCOME_WORDS[of]) }), ...because] : because;

const ACTORS = { worker: "worker", system: "system", person: "person" } as const satisfies Record<
  string,
  PlainSentence
>;

/** Every part of a report by its name, in the order in which it is read from a file. */
export const reportParts = (report: Report) =>
  ({
    outcome: outcome(report),
    run: identity(report),
    objectives: objectivesSection(report),
    time: {
      title: t("Where the time went"),
      note: timeNote(report),
      facts: timeFacts(report),
    },
    facts: { title: t("Facts"), empty: t("The procedure asks nothing."), facts: answers(report) },
    participants: { title: t("Participants"), table: participants(report) },
    timeline: { title: t("Timeline"), drawn: true, table: timelineTable(report) },
    breakGlass: {
      title: t("Break-glass"),
      empty: t("Nobody broke the glass."),
      table: deviations(report, isBreakGlass),
    },
    deviations: { title: deviationsTitle(report), empty: noDeviations(report.status), table: deviations(report) },
    trouble: {
      title: t("Trouble on the way"),
      empty: t("No step failed, nobody called for help, and the run was not paused."),
      table: trouble(report),
    },
    decisions: {
      title: t("Decisions"),
      empty: t("Nothing had to be decided."),
      table: decisions(report),
    },
    commands: {
      title: t("Commands"),
      empty: t("No command was run."),
      table: commands(report),
      texts: outputs(report),
    },
    values: { title: t("Values that steps gave"), empty: t("No step gave a value."), table: values(report) },
    evidence: { title: t("Evidence"), empty: t("Nothing was attached."), table: evidence(report) },
    findings: { title: t("Findings"), empty: t("No findings."), table: findings(report) },
    record: recordSection(report),
    signOffs: { title: t("Sign-offs"), empty: t("Nobody has signed this report off."), table: signOffs(report) },
  }) as const satisfies Record<string, Section>;

/** What did not apply is listed with them, and is none. */
const deviationsTitle = ({ deviations: of }: Report): string =>
  of.some(({ kind }) => kind === "not_applicable") ? t("Deviations, and what did not apply") : t("Deviations");

export const reportSections = (report: Report): Section[] => Object.values(reportParts(report));

/** Whether a part has nothing but the sentence that says so. */
export const isEmpty = ({ empty, table, facts }: Section): boolean =>
  empty !== undefined && (table?.rows.length ?? 0) === 0 && (facts?.length ?? 0) === 0;

function outcome(report: Report): Section {
  const seconds = secondsInAll(report);
  const { verdict } = report.record;
  const spoilt = verdict !== null && isSpoilt(verdict);
  return {
    title: t("Outcome"),
    facts: [
      ...(spoilt ? [[t("The record"), t("The record this is drafted from does not hold.")] as const] : []),
      [t("Outcome"), outcomeWords(report, spoilt)],
      [t("Because"), joined(...becauseWords(report, spoilt))],
      [t("Steps"), stepsInBrief(report)],
      ...(seconds === null ? [] : [[inAllWords(report), duration(seconds)] as const]),
    ],
  };
}

/** Which run the report is of. */
function identity(report: Report): Section {
  const { mode, procedure, sites, type, commander, status } = report;
  return {
    title: t("The run"),
    facts: [
      [t("Run"), `${mode === "drill" ? t("DRILL") : t("LIVE")} ${report.run}${t(", ")}${reportedState(status)}`],
      [t("Procedure"), t("{title}, version {version}, SHA-256 {hash}", procedure)],
      [t("Type"), type === "planned" ? t("Planned switchover") : t("Unplanned failover")],
      ...sites.map(({ role, name }) => [role, name] as const),
      [t("Commander"), commander],
      [t("Declared"), declaredWords(report)],
      [t("Started"), startedWords(report)],
      [t("Ended"), endedWords(report) ?? t("not over")],
    ],
  };
}

const timeFacts = (report: Report) => timeSums(report).map(({ words, seconds }) => [words, known(seconds)] as const);

const answers = ({ facts }: Report) =>
  facts.map(({ label, answer, said }) => [label, row([t(answer), ...(said ? [sayerWords(said)] : [])])] as const);

/** "Chie, 2026-01-01 02:03:04 UTC". */
export const sayerWords = ({ by, at }: { by: string; at: string }): string => row([by, bothTimes(at)]);

/** A kind of actor that has no part of its own; what is not known here stays as it is. */
const actorWord = (kind: string): string =>
  kind === "worker" || kind === "system" || kind === "person" ? t(ACTORS[kind]) : kind;

const participants = ({ participants: of }: Report): Table => ({
  head: [t("Who"), t("As"), t("Events")],
  rows: of.map(({ name, kind, parts, events }) => [
    name,
    parts.length > 0 ? row(parts) : actorWord(kind),
    String(events),
  ]),
});

/** A gate that was passed without those it asks, and a run that was started against the lock of another. */
const isBreakGlass = (kind: DeviationKind): boolean => kind === "break_glass" || kind === "started_over";

const deviations = ({ deviations: of }: Report, isMeant: (kind: DeviationKind) => boolean = () => true): Table => ({
  head: [t("What"), t("Step"), t("When"), t("Who"), t("Why")],
  rows: of
    .filter(({ kind }) => isMeant(kind))
    .map(({ kind, step, at, by, why }) => [t(DEVIATIONS[kind]), step ?? "", bothTimes(at), by, why]),
});

const trouble = ({ trouble: of }: Report): Table => ({
  head: [t("What"), t("Step"), t("From"), t("How long"), t("Who said so"), t("Why"), t("How it ended")],
  rows: of.map(({ kind, step, at, to, by, why, ended }) => [
    t(TROUBLES[kind]),
    step ?? "",
    bothTimes(at),
    to === null ? "" : duration(secondsBetween(at, to)),
    by,
    why,
    ended,
  ]),
});

const decisions = ({ decisions: of }: Report): Table => ({
  head: [t("Step"), t("When"), t("Waited"), t("Who"), t("What"), t("Reason")],
  rows: of.map(({ step, at, by, what, reason, waitedSeconds }) => [
    step,
    bothTimes(at),
    waitedSeconds === null ? "" : duration(waitedSeconds),
    by,
    what,
    reason,
  ]),
});

const commands = ({ commands: of }: Report): Table => ({
  head: [t("Step"), t("Where"), t("What was run"), t("Started"), t("Result"), t("Output")],
  rows: of.map((one) => [
    // Each a line under the other: eight columns are too narrow on paper.
    `${one.step}\n${t("attempt {attempt}", { attempt: one.attempt }).replace(" ", "\u00a0")}`,
    one.worker ? t("{site}, by {worker}", { site: one.site, worker: one.worker }) : one.site,
    one.work ? row([...workLines(one.work), ...variableLines(one.variables)].map(asWords), "; ") : "",
    `${bothTimes(one.at)}\n${one.why === undefined ? one.by : `${one.by}: ${one.why}`}`,
    one.durationSeconds === undefined ? one.result : `${one.result}${t(", ")}${commandDuration(one.durationSeconds)}`,
    one.output ? outputWords(one.output) : "",
  ]),
});

/** Most commands are quick: a tenth of a second says something of them. */
const commandDuration = (seconds: number): string => (seconds < 60 ? t("{seconds} s", { seconds }) : duration(seconds));

function outputWords({ lines, truncated, sha256 }: { lines: number; truncated: boolean; sha256: string }): string {
  const said = { count: lines, hash: sha256 };
  return truncated
    ? tn("{count} line, truncated, SHA-256 {hash}", "{count} lines, truncated, SHA-256 {hash}", lines, said)
    : tn("{count} line, SHA-256 {hash}", "{count} lines, SHA-256 {hash}", lines, said);
}

const asWords = ({ label, words, args }: WorkLine): string => `${label}: ${words ?? args?.join(" ")}`;

const outputs = ({ commands: of }: Report): NonNullable<Section["texts"]> =>
  of.flatMap(({ step, attempt, output }) =>
    output && output.text !== ""
      ? [{ title: t("Output of step {step}, attempt {attempt}", { step, attempt }), text: output.text }]
      : [],
  );

const values = ({ values: of }: Report): Table => ({
  head: [t("Step"), t("What"), t("Value"), t("Who"), t("When")],
  rows: of.map(({ step, label, value, by, byCommand, at }) => [
    step,
    label,
    value,
    byCommand ? t("the command, by {worker}", { worker: by }) : by,
    bothTimes(at),
  ]),
});

const evidence = ({ steps }: Report): Table => ({
  head: [t("Step"), t("Name"), t("By"), t("Digest or address")],
  rows: steps.flatMap(({ number, evidence: of }) =>
    of.map(({ name, by, sha256, url }) => [number, name, by, sha256 ? `SHA-256 ${sha256}` : (url ?? "")]),
  ),
});

const findings = ({ review }: Report): Table => ({
  head: [t("Finding"), t("Owner"), t("Due"), t("Noted by"), t("Closed")],
  rows: review.findings.map(({ text, owner, dueOn, by, at, closed }) => [
    text,
    owner,
    dueOn ?? "",
    `${by.name}${t(", ")}${bothTimes(at)}`,
    closed
      ? t("{how}. {name}, {at}", { how: closed.how, name: closed.by.name, at: bothTimes(closed.at) })
      : t("not closed"),
  ]),
});

const signOffs = ({ review, events }: Report): Table => ({
  head: [t("Who"), t("As"), t("When"), t("Of")],
  rows: review.signOffs.map((signOff) => {
    const { by, as, at, seq } = signOff;
    const count = cameAfter(review, signOff, events);
    const of = count === 0 ? t("all events") : t("events 1 to {last}; {count} came after", { last: seq, count });
    return [by.name, as, bothTimes(at), of];
  }),
});
