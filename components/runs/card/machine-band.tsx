"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { BasisTag } from "#components/runs/card/remarks.tsx";
import { SentWork } from "#components/runs/card/sent-work.tsx";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { StepNotReady, StepPrecheck } from "#components/runs/card/step-precheck.tsx";
import { StepValues } from "#components/runs/card/step-values.tsx";
import { WhoAnswers } from "#components/runs/card/who-answers.tsx";
import { WorkRows } from "#components/runs/card/work-rows.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { formatDuration } from "#lib/client/format.ts";
import type { Said } from "#lib/client/offers/said.ts";
import { siteName } from "#lib/client/run/run-places.ts";
import { missingWords, type Resolution, resolve } from "#lib/domain/action.ts";
import type { Input, Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { agreedOn } from "#lib/domain/run/gate.ts";
import { isOver, lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { expectedLines, failureWords } from "#lib/domain/work-words.ts";
import { row, t } from "#lib/words/t.ts";

/** What counts of a step in one of these is what was sent, not what could be. */
const sent: ReadonlySet<ShownState> = new Set([
  "in_progress",
  "canceling",
  "completed",
  "awaiting_confirmation",
  "interrupted",
]);

/** What the machine will do, does, or has done: shown in full before anything is pressed. */
export function MachineBand(props: StepPartProps & { role: string }) {
  const { step, state, shown } = props;
  const { run } = useRunDesk();
  const attempt = lastAttempt(state);
  if (shown === "not_applicable" || shown === "skipped") return null;
  const machine = attempt && sent.has(shown) && attempt.conduct !== "hand";
  const open = shown !== "overridden" && !sent.has(shown) && !isOver(run.status);
  const agreedByHand = agreedOn(state)?.byHand;
  const planned = step.action && !agreedByHand && open;
  if (!machine && !planned) {
    const values = step.outputs || step.uses;
    const byHand =
      shown === "in_progress" ? attempt?.conduct === "hand" : open && agreedByHand && !simulates(run, step);
    const isWork = step.action && byHand;
    if (!isWork && !values && !step.expected && !step.precheck) return null;
    return (
      <Band>
        {isWork && <HandWork {...props} />}
        <StepValues {...props} />
        {!attempt && step.precheck && <StepPrecheck step={step} />}
        {!attempt && <WorkRows lines={expectedLines(step.expected, undefined)} />}
      </Band>
    );
  }
  return (
    <Band>
      {machine ? <SentWork attempt={attempt} step={step.number} shown={shown} /> : <PlannedWork {...props} />}
      <StepValues {...props} />
    </Band>
  );
}

function Band({ children }: { children: ReactNode }) {
  return (
    <div className="border-t border-line bg-sunken py-2 pr-4 pl-22 max-md:px-4" data-band="machine">
      <Rows>{children}</Rows>
    </div>
  );
}

const simulates = ({ mode }: Pick<Run, "mode">, { inDrill }: Step): boolean =>
  mode === "drill" && inDrill === "simulate";

/** Whoever does it by hand reads what the machine would have been told. */
function HandWork(props: StepPartProps & { role: string }) {
  const { resolution } = usePlanned(props);
  return (
    <>
      {resolution.ok && (
        <Row label={t("By hand")}>{t("The command below is not run: it says what there is to do.")}</Row>
      )}
      <Resolved resolution={resolution} />
    </>
  );
}

/** The command of the attempt that goes on or comes next, and what is still to be said for it; `said` is as far as it was. */
export function usePlanned({ step, state, shown, role }: StepPartProps & { role: string }, said: Said["values"] = {}) {
  const { run } = useRunDesk();
  const attempt = state.attempts.length + (shown === "in_progress" ? 0 : 1);
  const agreed = agreedOn(state);
  // By hand nothing is asked for.
  const isSaid = agreed && !agreed.byHand;
  const unsaid = (step.inputs ?? []).filter(({ type }) => !isSaid || type === "secret");
  const inputs = { ...toBeSaid(unsaid, said), ...agreed?.inputs };
  return { attempt, unsaid, resolution: resolve(step, run, { role, attempt, inputs }) };
}

function PlannedWork({ step, state, shown, role }: StepPartProps & { role: string }) {
  const { run } = useRunDesk();
  const { attempt, unsaid, resolution } = usePlanned({ step, state, shown, role });
  if (!step.action) return null;
  const simulated = simulates(run, step);
  return (
    <>
      {simulated && (
        <Row label={t("In drill")}>
          <b className="text-drill">{t("Simulate: the command is shown and recorded, nothing is sent")}</b>
        </Row>
      )}
      <Row
        label={
          <>
            {simulated ? t("Would run at") : t("Will run at")} <BasisTag step={step} field="action" />
          </>
        }
      >
        {t("{site}, timeout {duration}, attempt {attempt}", {
          site: siteName(run, role),
          duration: formatDuration(step.action.timeoutSeconds * 1_000),
          attempt,
        })}
      </Row>
      {!simulated && shown !== "not_started" && <WhoAnswers siteId={run.sites[role]?.id} />}
      <Resolved resolution={resolution} />
      {!simulated && (step.precheck ? <StepPrecheck step={step} /> : <StepNotReady step={step} />)}
      {unsaid.length > 0 && <Row label={t("Will ask for")}>{row(unsaid.map(({ label }) => label))}</Row>}
      <WorkRows lines={expectedLines(step.expected, resolution.ok ? resolution.assignment : undefined)} />
      <Row label={t("On failure")}>{failureWords(step.action)}</Row>
    </>
  );
}

/** What nobody has said yet stands there by its name. */
const toBeSaid = (inputs: readonly Input[], said: Said["values"]): Record<string, string> =>
  Object.fromEntries(
    inputs.map(({ name, label, type }) => [name, (type === "secret" ? "" : said[name]) || `⟨${label}⟩`]),
  );

export function Resolved({ resolution }: { resolution: Resolution }) {
  if (resolution.ok) return <WorkRows lines={undefined} work={resolution.assignment} />;
  return (
    <Row label={t("Command")}>
      <span className="flex items-start gap-1.5">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 flex-none text-fg-2" />
        <span>{t("Cannot be run: {missing}.", { missing: missingWords(resolution.missing) })}</span>
      </span>
    </Row>
  );
}
