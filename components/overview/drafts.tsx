import { RunSites } from "#components/history/run-sites.tsx";
import { Time } from "#components/shell/time.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Section } from "#components/ui/section.tsx";
import { runAddress, runName } from "#lib/client/run/run-name.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { typeWords } from "#lib/domain/run/run-words.ts";
import { t } from "#lib/words/t.ts";

/** Runs that were prepared and not started. */
export function Drafts({ runs }: { runs: readonly RunSummary[] }) {
  if (runs.length === 0) return null;
  return (
    <Section title={t("Drafts")} note={t("prepared, not started")}>
      <Lines>
        {runs.map((run) => (
          <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <ModeWord mode={run.mode} text={runLabel(run.number)} />
            <span className="min-w-0 flex-1 basis-60">
              <span translate="no">{run.procedure.title}</span> v{run.procedure.version}
              <span className="block text-fg-2">
                {t(typeWords[run.type])}
                {t(", ")}
                <RunSites sites={run.sites} />
                {t(", ")}
                {run.commander.name}
                {t(", ")}
                <Time at={run.createdAt} show="dateTime" />
              </span>
            </span>
            <ButtonLink href={runAddress(run.number)}>
              {t("Open")}
              <span className="sr-only"> {runName(run)}</span>
            </ButtonLink>
          </li>
        ))}
      </Lines>
    </Section>
  );
}
