import type { ReactNode } from "react";
import { RunChoices } from "#components/history/run-choices.tsx";
import { Page } from "#components/shell/page.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { Words } from "#components/ui/words.tsx";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { startedWords } from "#lib/domain/paper/declared.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import { DEVIATIONS } from "#lib/domain/report/deviation-kind.ts";
import { knownSum } from "#lib/domain/report/in-brief.ts";
import { known, objectiveFacts } from "#lib/domain/report/objectives.ts";
import { pairSteps } from "#lib/domain/report/pair-steps.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { OUTCOME_WORDS } from "#lib/domain/report/sections.ts";
import { reportedState } from "#lib/domain/report/state-words.ts";
import { overAt } from "#lib/domain/run/read-state.ts";
import { typeWords } from "#lib/domain/run/run-words.ts";
import { secondsBetween } from "#lib/domain/whole-seconds.ts";
import { row, t } from "#lib/words/t.ts";

type RunComparisonProps = {
  a: string;
  b: string;
  reports: readonly [Report | null, Report | null];
  /** The latest ones, for who has not named both. */
  latest: readonly RunSummary[];
};

/** Two runs side by side: how they ended, by which answers, how long each step took, and where they deviated. */
export function RunComparison({ a, b, reports, latest }: RunComparisonProps) {
  const [first, second] = reports;
  const asked = first && second ? answers(first, second) : [];
  return (
    <Page
      over={<Link href="/history">{t("History")}</Link>}
      title={first && second ? t("Two runs compared") : t("Compare two runs")}
    >
      <form action="/history/compare" className="flex flex-wrap items-start gap-3 print:hidden">
        <RunField name="a" label={t("One run")} value={a} found={first !== null} />
        <RunField name="b" label={t("The other run")} value={b} found={second !== null} />
        {/* As high as a field, and beside it: under the label there may be what is wrong. */}
        <div className="mt-6 grid min-h-9 max-sm:mt-0 max-sm:w-full touch:min-h-11">
          <Button type="submit">{t("Compare")}</Button>
        </div>
      </form>
      {(a === "" || b === "") && (
        <p className="text-fg-2">
          {a === "" && b === ""
            ? t(
                "Give the numbers of two runs, the older one first; they stand in history. Drills of one procedure tell most.",
              )
            : t("Give the number of the other run too; it stands in history. Drills of one procedure tell most.")}
        </p>
      )}
      {(a === "" || b === "") && <RunChoices chosen={(first ?? second)?.run ?? ""} runs={latest} />}
      {first && second && (
        <>
          <Section title={t("As a whole")} note={t("what differs is bold")}>
            <Side label={t("As a whole")} rows={whole()} reports={[first, second]} />
          </Section>
          {asked.length > 0 && (
            <Section title={t("Facts")}>
              <Side label={t("Facts")} rows={asked} reports={[first, second]} />
            </Section>
          )}
          <Section title={t("Step by step")}>
            <Side label={t("Step by step")} rows={steps(first, second)} reports={[first, second]} />
          </Section>
        </>
      )}
    </Page>
  );
}

function RunField({ name, label, value, found }: { name: string; label: string; value: string; found: boolean }) {
  return (
    <div className="max-sm:w-full">
      <TextField
        name={name}
        label={label}
        placeholder="R-0042"
        defaultValue={value}
        error={value !== "" && !found ? t("There is no such run.") : undefined}
      />
    </div>
  );
}

type Line = {
  what: string;
  of: (report: Report) => ReactNode;
  /** For what is told to be longer or shorter. */
  seconds?: (report: Report) => number | null;
  /** What is compared where what is told is another with every run. */
  alike?: (report: Report) => unknown;
};

const whole = (): readonly Line[] => [
  {
    what: t("Started"),
    of: (report) => (report.startedAt === null ? startedWords(report) : <Time at={report.startedAt} show="dateTime" />),
    alike: ({ startedAt }) => startedAt === null,
  },
  {
    what: t("Ended"),
    of: ({ asOf, ...ended }) => {
      const over = overAt(ended);
      // What goes on is told as it stood when the page was read, here and in all that follows.
      if (asOf !== null)
        return <Words of="not over, as of {time}" with={{ time: <Time at={asOf} show="dateTime" /> }} />;
      return over !== null && <Time at={over} show="dateTime" />;
    },
    alike: ({ asOf }) => asOf === null,
  },
  { what: t("Procedure"), of: ({ procedure }) => `${procedure.title} v${procedure.version}` },
  { what: t("Type"), of: ({ type }) => t(typeWords[type]) },
  { what: t("Sites"), of: ({ sites }) => row([...new Set(sites.map(({ name }) => name))]) },
  { what: t("Commander"), of: ({ commander }) => commander },
  { what: t("Outcome"), of: ({ outcome }) => t(OUTCOME_WORDS[outcome]) },
  {
    what: t("Recovery time"),
    of: (report) => objectiveFacts(report)[0][1],
    seconds: ({ objectives }) => objectives.rtaSeconds,
  },
  {
    what: t("Recovery point"),
    of: (report) => objectiveFacts(report)[1][1],
    seconds: ({ objectives }) => objectives.rpaSeconds,
  },
  lasting(t("Commands ran"), "machineSeconds"),
  lasting(t("People worked"), "peopleSeconds"),
  lasting(t("Waited for people"), "waitingSeconds"),
  {
    what: t("Deviations"),
    of: ({ deviations }) => String(deviations.filter(({ kind }) => kind !== "not_applicable").length),
  },
];

const lasting = (what: string, kind: keyof Report["time"]): Line => ({
  what,
  of: (report) => known(knownSum(report, kind)),
  seconds: (report) => knownSum(report, kind),
});

/** What decided which steps apply. */
const answers = (first: Report, second: Report): Line[] =>
  [...new Set([...first.facts, ...second.facts].map(({ label }) => label))].map((what) => ({
    what,
    of: ({ facts }) => {
      const asked = facts.find(({ label }) => label === what);
      return asked ? t(asked.answer) : t("not in this version");
    },
  }));

const steps = (first: Report, second: Report): Line[] =>
  pairSteps(first.steps, second.steps).map(({ one, other }) => {
    const { number, title } = one ?? other;
    const stepIn = (report: Report) => (report === first ? one : other);
    return {
      what: `${number} ${title}`,
      of: (report) => stepWords(report, stepIn(report), number),
      seconds: (report) => stepSeconds(stepIn(report)),
    };
  });

type Step = Report["steps"][number];

const stepSeconds = (step: Step | null): number | null =>
  step?.from && step.to && step.state !== "skipped" ? secondsBetween(step.from, step.to) : null;

/** `number`: by which its row is called. */
function stepWords({ deviations }: Report, step: Step | null, number: string): string {
  if (!step) return t("not in this version");
  const seconds = stepSeconds(step);
  const took = seconds === null ? null : duration(seconds);
  const kinds = deviations
    .filter((one) => one.step === step.number && one.kind !== "not_applicable" && one.kind !== step.state)
    .map(({ kind }) => t(DEVIATIONS[kind]));
  const moved = step.number !== number && t("as step {number}", { number: step.number });
  const said = [reportedState(step.state), moved, step.simulated && t("SIMULATED"), took, step.by, ...new Set(kinds)];
  return row(said.filter((one) => typeof one === "string"));
}

function Side({
  label,
  rows,
  reports: [a, b],
}: {
  label: string;
  rows: readonly Line[];
  reports: readonly [Report, Report];
}) {
  const nameOf = ({ mode, run }: Report) => `${mode === "drill" ? t("DRILL") : t("LIVE")} ${run}`;
  return (
    <Table
      label={label}
      even
      head={
        <>
          <Th>{t("What")}</Th>
          {[a, b].map((report, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: both may be of the same run
            <Th key={place}>
              <Link href={`/runs/${report.run}/report`}>{nameOf(report)}</Link>
            </Th>
          ))}
        </>
      }
    >
      {rows.map(({ what, of, seconds, alike = of }) => (
        <Tr key={what}>
          <Td>{what}</Td>
          <Td label={nameOf(a)}>{of(a)}</Td>
          <Td label={nameOf(b)}>
            {alike(b) === alike(a) ? of(b) : <b>{of(b)}</b>}
            {seconds && <Difference from={seconds(a)} to={seconds(b)} />}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

function Difference({ from, to }: Record<"from" | "to", number | null>) {
  if (from === null || to === null || from === to) return null;
  const by = { duration: duration(Math.abs(to - from)) };
  return (
    <span className="block text-fg-2">{to > from ? t("{duration} longer", by) : t("{duration} shorter", by)}</span>
  );
}
