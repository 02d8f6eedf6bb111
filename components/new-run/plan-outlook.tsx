"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Duration } from "#components/shell/duration.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import { basisWords, coverageWords } from "#lib/client/new-run/outlook-words.ts";
import { pastQuery } from "#lib/client/run/run-queries.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { isAtBest, type PastDurations } from "#lib/domain/forecast.ts";
import { outlook } from "#lib/domain/outlook.ts";
import { t } from "#lib/words/t.ts";

type PlanOutlookProps = { plan: Plan; rtoKnown: boolean; chosen: ProcedureView; undecided: number };

const NOTHING_KNOWN: PastDurations = {};

/** How long the run is expected to take as it is planned: as high with few words as with many, so that an answer moves nothing. */
export function PlanOutlook({ plan, rtoKnown, chosen, undecided }: PlanOutlookProps) {
  const past = useQuery(pastQuery(chosen.id));
  const known = past.data?.durations ?? NOTHING_KNOWN;
  const { mode, facts, withoutGates } = plan;
  const expected = useMemo(
    () => outlook(chosen.document, { mode, facts, withoutGates }, known),
    [chosen.document, mode, facts, withoutGates, known],
  );
  return (
    <section
      aria-label={t("Expected duration")}
      aria-busy={past.isPending}
      className="mb-3 grid gap-x-4 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
    >
      <div aria-live="polite" aria-atomic className="grid min-h-16 content-start whitespace-nowrap">
        <span className="text-xs text-fg-2">{t("Expected to take")}</span>
        {past.isPending || expected.seconds === null ? (
          <span className="text-m/7 font-medium text-fg-2">{past.isPending ? "…" : t("no estimate")}</span>
        ) : (
          <b className="text-l/7">
            <Duration ms={expected.seconds * 1_000} look="figure" />
          </b>
        )}
        <span className="text-xs text-fg-2">
          {expected.seconds !== null && undecided > 0 && t("{count} undecided included", { count: undecided })}
        </span>
      </div>
      <div className="grid content-start text-fg-2 [&>p]:min-h-5">
        <p className={isAtBest(expected) ? "font-medium text-fg" : undefined}>
          {!past.isPending && coverageWords(expected)}
        </p>
        <p className="empty:order-last max-sm:min-h-10">
          {past.isError && !past.data
            ? t("What past runs took could not be read.")
            : !past.isPending && basisWords(expected)}
        </p>
        <p>
          {rtoKnown ? !past.isPending && <RtoOutlook plan={plan} seconds={expected.seconds} /> : t("RTO not known yet")}
        </p>
      </div>
    </section>
  );
}

/** What would be left of the objective, which counts from the declaration. */
function RtoOutlook({ plan: { rtoSeconds, declaredAt }, seconds }: { plan: Plan; seconds: number | null }) {
  const now = useServerNow();
  if (rtoSeconds === null) return t("no RTO set");
  if (seconds === null) return null;
  const goneMs = declaredAt === null ? 0 : Math.max(0, now - Date.parse(declaredAt));
  const spareMs = (rtoSeconds - seconds) * 1_000 - goneMs;
  return (
    <span className={spareMs < 0 ? "font-medium text-bad" : undefined}>
      <Words
        of={spareMs < 0 ? "over RTO by {duration}" : "{duration} to spare"}
        with={{ duration: <Duration ms={Math.abs(spareMs)} /> }}
      />
    </span>
  );
}
