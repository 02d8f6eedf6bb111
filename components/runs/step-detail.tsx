"use client";

import type { ReactNode } from "react";
import { Time } from "#components/shell/time.tsx";
import { conductWords } from "#lib/client/step-words.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type StepDetailProps = { state: StepState; shown: ShownState; because: string; inDrill: string | null };

/** The one reason or person that matters, on a folded row. */
export function StepDetail(props: StepDetailProps) {
  const words = detail(props);
  const faint = props.shown === "not_applicable";
  return (
    <>
      {props.inDrill && !faint && <span className="font-medium text-drill">In drill: {props.inDrill}</span>}
      {words && <span className={faint ? "text-fg-3" : "text-fg-2"}>{words}</span>}
    </>
  );
}

function detail({ state, shown, because }: StepDetailProps): ReactNode {
  const attempt = lastAttempt(state);
  switch (shown) {
    case "not_applicable":
    case "undecided":
      return because;
    case "completed":
      return <Done state={state} />;
    case "skipped":
    case "overridden":
      return (
        <>
          {state.byRule ? "Went on with a warning" : state.by.name}, <Time at={state.since} />: “
          {state.byRule ? state.evidence : state.reason}”
        </>
      );
    case "failed":
    case "timed_out":
      return state.retryAt ? (
        <>
          {state.reason} Tries again by itself at <Time at={state.retryAt} precision="second" />.
        </>
      ) : (
        state.reason
      );
    case "interrupted":
    case "canceled":
    case "rejected":
      return state.reason;
    case "in_progress":
    case "canceling":
      return attempt && `${attempt.by.name}, ${t(conductWords[attempt.conduct])} at ${attempt.site}`;
    case "not_started":
    case "ready":
    case "awaiting_approval":
    case "awaiting_confirmation":
      return null;
  }
}

function Done({ state }: { state: StepState }) {
  const begun = state.attempts[0]?.at;
  const simulated = lastAttempt(state)?.conduct === "simulated";
  return (
    <>
      {state.by.name}, {begun && <Time at={begun} show="bare" />}
      {begun && " to "}
      <Time at={state.since} />
      {simulated && ", SIMULATED"}
      {state.recorded && ", RECORDED AFTERWARDS"}
      {state.note && `: “${state.note}”`}
    </>
  );
}
