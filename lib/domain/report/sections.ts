import { duration, instant } from "#lib/domain/paper/instants.ts";
import { DEVIATIONS, type DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { variableLines, type WorkLine, workLines } from "#lib/domain/work-words.ts";

/** A report as people read it, the same on the page, on paper and in a file: titles, facts and tables of text. */
export type Section = {
  title: string;
  /** What is said where there is nothing. */
  empty?: string;
  facts?: readonly (readonly [label: string, value: string])[];
  table?: Table;
  /** What commands wrote: the one part whose lines are kept. */
  texts?: readonly { title: string; text: string }[];
};

export const OUTCOME_WORDS: Record<Report["outcome"], string> = {
  open: "Not over",
  passed: "Passed",
  passed_with_conditions: "Passed with conditions",
  failed: "Failed",
};

export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] };

export function reportSections(report: Report): Section[] {
  return [
    summary(report),
    objectives(report),
    { title: "Participants", table: participants(report) },
    { title: "Timeline", table: timeline(report) },
    { title: "Break-glass", empty: "Nobody broke the glass.", table: deviations(report, isBreakGlass) },
    { title: "Deviations", empty: "None: everything was done as the procedure says.", table: deviations(report) },
    { title: "Approvals and votes", empty: "Nothing had to be decided.", table: decisions(report) },
    { title: "Commands", empty: "No command was run.", table: commands(report), texts: outputs(report) },
    { title: "Evidence", empty: "Nothing was attached.", table: evidence(report) },
    { title: "Findings", empty: "No findings.", table: findings(report) },
    { title: "Sign-offs", empty: "Nobody has signed this report off.", table: signOffs(report) },
  ];
}

function summary(report: Report): Section {
  const { outcome, because, procedure, sites, type, commander, declaredAt, startedAt, endedAt, status } = report;
  return {
    title: "Summary",
    facts: [
      ["Outcome", OUTCOME_WORDS[outcome]],
      ["Because", because.join(" ")],
      ["Run", `${report.mode === "drill" ? "DRILL" : "LIVE"} ${report.run}, ${status.replaceAll("_", " ")}`],
      ["Procedure", `${procedure.title}, version ${procedure.version}, SHA-256 ${procedure.hash}`],
      ["Type", type === "planned" ? "Planned switchover" : "Unplanned failover"],
      ...sites.map(({ role, name }) => [role, name] as const),
      ["Commander", commander],
      ["Declared", instant(declaredAt)],
      ["Started", startedAt ? instant(startedAt) : "not started"],
      ["Ended", endedAt ? instant(endedAt) : "not over"],
    ],
  };
}

function objectives({ objectives: of, time }: Report): Section {
  const against = (objective: number | null, actual: number | null) =>
    `${objective === null ? "no objective" : duration(objective)}, actual ${actual === null ? "not known" : duration(actual)}${
      objective !== null && actual !== null ? (actual <= objective ? ", met" : ", MISSED") : ""
    }`;
  const { interruption } = of;
  return {
    title: "Objectives",
    facts: [
      ["Recovery time", against(of.rtoSeconds, of.rtaSeconds)],
      ["Recovery point", against(of.rpoSeconds, of.rpaSeconds)],
      [
        "Business interruption",
        interruption
          ? `from step ${interruption.from} to step ${interruption.to}: ${interruption.seconds === null ? "not known" : duration(interruption.seconds)}`
          : "not stated",
      ],
      ["Commands ran", duration(time.machineSeconds)],
      ["People worked", duration(time.peopleSeconds)],
      ["Waited for people", duration(time.waitingSeconds)],
    ],
  };
}

const participants = ({ participants: of }: Report): Table => ({
  head: ["Who", "As", "Events"],
  rows: of.map(({ name, kind, parts, events }) => [name, parts.length > 0 ? parts.join(", ") : kind, String(events)]),
});

type Marked = Pick<Report["steps"][number], "state" | "simulated" | "recordedAfterwards">;

const stateWords = ({ state, simulated, recordedAfterwards }: Marked): string =>
  `${state.replaceAll("_", " ")}${simulated ? ", SIMULATED" : ""}${recordedAfterwards ? ", RECORDED AFTERWARDS" : ""}`;

const timeline = ({ steps }: Report): Table => ({
  head: ["Step", "Title", "State", "Planned", "From", "To", "Commands", "People", "Waiting", "By", "Note"],
  rows: steps.map(({ number, title, planned, from, to, segments, by, note, ...step }) => [
    number,
    title,
    stateWords(step),
    planned ? `${instant(planned.from)} to ${instant(planned.to)}, ${planned.basis}` : "",
    from ? instant(from) : "",
    to ? instant(to) : "",
    ...(["machine", "people", "waiting"] as const).map((kind) => {
      const seconds = segments
        .filter((segment) => segment.kind === kind && segment.to !== null)
        .reduce((sum, segment) => sum + (Date.parse(segment.to ?? segment.from) - Date.parse(segment.from)) / 1_000, 0);
      return seconds > 0 ? duration(Math.round(seconds)) : "";
    }),
    by ?? "",
    note ?? "",
  ]),
});

/** A gate that was passed without those it asks, and a run that was started against the lock of another. */
const isBreakGlass = (kind: DeviationKind): boolean => kind === "break_glass" || kind === "started_over";

const deviations = ({ deviations: of }: Report, isMeant: (kind: DeviationKind) => boolean = () => true): Table => ({
  head: ["What", "Step", "When", "Who", "Why"],
  rows: of
    .filter(({ kind }) => isMeant(kind))
    .map(({ kind, step, at, by, why }) => [DEVIATIONS[kind], step ?? "", instant(at), by, why]),
});

const decisions = ({ decisions: of }: Report): Table => ({
  head: ["Step", "When", "Who", "What", "Reason"],
  rows: of.map(({ step, at, by, what, reason }) => [step, instant(at), by, what, reason]),
});

const commands = ({ commands: of }: Report): Table => ({
  head: ["Step", "Attempt", "Where", "What was run", "When", "Started by", "Result", "Output"],
  rows: of.map((one) => [
    one.step,
    String(one.attempt),
    `${one.site}${one.worker ? `, by ${one.worker}` : ""}`,
    one.work ? [...workLines(one.work), ...variableLines(one.variables)].map(asWords).join("; ") : "",
    instant(one.at),
    one.by,
    `${one.result}${one.durationSeconds === undefined ? "" : `, ${one.durationSeconds} s`}`,
    one.output
      ? `${one.output.lines} lines${one.output.truncated ? ", truncated" : ""}, SHA-256 ${one.output.sha256}`
      : "",
  ]),
});

const asWords = ({ label, words, args }: WorkLine): string => `${label}: ${words ?? args?.join(" ")}`;

const outputs = ({ commands: of }: Report): NonNullable<Section["texts"]> =>
  of.flatMap(({ step, attempt, output }) =>
    output && output.text !== "" ? [{ title: `Output of step ${step}, attempt ${attempt}`, text: output.text }] : [],
  );

const evidence = ({ steps }: Report): Table => ({
  head: ["Step", "Name", "By", "Digest or address"],
  rows: steps.flatMap(({ number, evidence: of }) =>
    of.map(({ name, by, sha256, url }) => [number, name, by, sha256 ? `SHA-256 ${sha256}` : (url ?? "")]),
  ),
});

const findings = ({ review }: Report): Table => ({
  head: ["Finding", "Owner", "Due", "Noted by", "Closed"],
  rows: review.findings.map(({ text, owner, dueOn, by, at, closed }) => [
    text,
    owner,
    dueOn ?? "",
    `${by.name}, ${instant(at)}`,
    closed ? `${closed.how}. ${closed.by.name}, ${instant(closed.at)}` : "OPEN",
  ]),
});

const signOffs = ({ review, events }: Report): Table => ({
  head: ["Who", "As", "When", "Of"],
  rows: review.signOffs.map(({ by, as, at, seq }) => [
    by.name,
    as,
    instant(at),
    seq === events ? "all of it" : `events 1 to ${seq}; ${events - seq} came after`,
  ]),
});
