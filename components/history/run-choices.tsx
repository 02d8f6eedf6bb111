import { RunOutcome } from "#components/history/run-outcome.tsx";
import { Time } from "#components/shell/time.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Section } from "#components/ui/section.tsx";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** The latest runs that began, those of the procedure of `chosen` first. */
export function RunChoices({ chosen, runs }: { chosen: string; runs: readonly RunSummary[] }) {
  const one = runs.find(({ number }) => runLabel(number) === chosen);
  const others = runs.filter((run) => run !== one && run.startedAt !== null);
  const isAlike = ({ procedure }: RunSummary) => procedure.key === one?.procedure.key;
  const offered = [...others.filter(isAlike), ...others.filter((run) => !isAlike(run))].slice(0, MOST);
  if (offered.length === 0) return null;
  const title = chosen === "" ? t("Choose the first of them") : t("Choose the other one");
  return (
    <Section title={title} note={t("of the latest runs")}>
      <Lines label={title}>
        {offered.map((run) => (
          <li key={run.id} className="flex flex-wrap content-center items-baseline gap-x-4">
            <Link href={compareAddress(chosen, runLabel(run.number))} className="text-link underline">
              <ModeWord mode={run.mode} text={runLabel(run.number)} />
            </Link>
            <span>
              <span translate="no">{run.procedure.title}</span>
              {"\u00a0"}v{run.procedure.version}
            </span>
            {run.startedAt && (
              <span className="text-fg-2">
                <Time at={run.startedAt} show="dateTime" />
              </span>
            )}
            <RunOutcome run={run} />
          </li>
        ))}
      </Lines>
    </Section>
  );
}

const MOST = 15;

/** The older one first. */
function compareAddress(chosen: string, other: string): string {
  if (chosen === "") return `/history/compare?a=${other}`;
  const number = (label: string) => Number(label.replace(/\D/g, ""));
  const [a, b] = number(other) < number(chosen) ? [other, chosen] : [chosen, other];
  return `/history/compare?a=${a}&b=${b}`;
}
