"use client";

import { ListChecks } from "lucide-react";
import { OutcomeMark } from "#components/checks/outcome-mark.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Elapsed } from "#components/shell/duration.tsx";
import { KnownTime } from "#components/shell/server-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { errorWords } from "#lib/client/error-words.ts";
import { stillLookedAt } from "#lib/client/sites/still-looked-at.ts";
import { useChecks } from "#lib/client/sites/use-checks.ts";
import type { CheckRound } from "#lib/contract/checks.ts";
import { can } from "#lib/domain/grants.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** Whether the step could be done now, looked at without changing anything. */
export function StepPrecheck({ step }: { step: Step }) {
  const { run, person, readOnly } = useRunDesk();
  const { round, ask, isAsking, error } = useChecks({ run: run.id, step: step.number });
  if (!step.precheck) return null;
  const found = round?.results.filter((result) => result.step === step.number) ?? [];
  const seen = found.find(({ what }) => what === "Precheck");
  // That it may be done now says little where what it runs is not there.
  const failed = found.filter((one) => one !== seen && one.result === "failed");
  const waits = round !== null && round.waitingFor.length > 0 && !seen;
  return (
    <Row label={t("Precheck")}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {seen && (
          <span>
            <OutcomeMark result={seen.result} /> {retell(seen.message)}
            {t(", ")}
            <Ago at={seen.at} />
          </span>
        )}
        {waits && <span>{stillLookedAt(round)}</span>}
        {!seen && !waits && <span className="text-fg-2">{t("not checked yet")}</span>}
        {can(person.role, "run.operate") && readOnly === null && (
          <Button
            size="small"
            icon={<ListChecks aria-hidden />}
            aria-label={t("Check now, step {step}", { step: step.number })}
            pending={(isAsking || waits) && t("Looking…")}
            onClick={() => ask({ run: run.id, step: step.number })}
          >
            {t("Check now")}
          </Button>
        )}
        {error && <span className="text-bad">{errorWords(error).sentence}</span>}
      </span>
      <Failed results={failed} />
    </Row>
  );
}

/** Of a step that looks at nothing itself: what "Ready to run?" last found wrong with it. */
export function StepNotReady({ step }: { step: Step }) {
  const { run } = useRunDesk();
  const { round } = useChecks({ run: run.id });
  const failed = round?.results.filter((one) => one.step === step.number && one.result === "failed") ?? [];
  if (failed.length === 0) return null;
  return (
    <Row label={t("Ready to run?")}>
      <Failed results={failed} />
    </Row>
  );
}

const Failed = ({ results }: { results: CheckRound["results"] }) =>
  results.map(({ what, site, message, at }) => (
    <span key={`${what} ${site}`} className="block">
      <OutcomeMark result="failed" /> {retell(what)}
      {t(", ")}
      {retell(message)}
      {t(", ")}
      <Ago at={at} />
    </span>
  ));

/** What was seen grows old whether the server is heard or not. */
const Ago = ({ at }: { at: string }) => (
  <span className="text-fg-2">
    <KnownTime heardAt={null}>
      <Words of="{elapsed} ago" with={{ elapsed: <Elapsed since={at} /> }} />
    </KnownTime>
  </span>
);
