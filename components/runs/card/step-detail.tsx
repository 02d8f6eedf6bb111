"use client";

import type { ReactNode } from "react";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { Time } from "#components/shell/time.tsx";
import { Words } from "#components/ui/words.tsx";
import { conductWords, drillWords } from "#lib/client/run/step-words.ts";
import { whoName } from "#lib/domain/actor-name.ts";
import { deedOf, saidOf } from "#lib/domain/run/deed.ts";
import { termWords } from "#lib/domain/run/judgement.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import { evidenceOf, whyOf } from "#lib/domain/run/retold.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { row, t } from "#lib/words/t.ts";

type StepDetailProps = Pick<
  StepRow,
  "step" | "state" | "shown" | "judged" | "inDrill" | "ahead" | "isTriedAgain" | "leftOpen"
>;

/** The one reason or person that matters, on a folded row. */
export function StepDetail(props: StepDetailProps) {
  const words = detail(props);
  const faint = props.shown === "not_applicable";
  return (
    <>
      {props.inDrill && !faint && (
        <span className="font-medium text-drill">
          {t("In drill: {conduct}", { conduct: t(drillWords[props.inDrill]) })}
        </span>
      )}
      {words && <span className={faint ? "text-fg-3" : "text-fg-2"}>{words}</span>}
    </>
  );
}

function detail({ step, state, shown, judged, ahead, isTriedAgain, leftOpen }: StepDetailProps): ReactNode {
  const attempt = lastAttempt(state);
  switch (shown) {
    case "not_applicable":
    case "undecided":
      return judged && termWords(judged);
    case "completed":
      return <Done step={step} state={state} leftOpen={leftOpen} />;
    case "skipped":
    case "overridden": {
      const { who, at } = deedOf(state);
      return (
        <>
          <Words
            of="{person}, {time}: “{reason}”"
            with={{
              person: state.byRule ? t("Continued with a warning") : who,
              time: <Time at={at} alone />,
              reason: state.byRule ? evidenceOf(state) : whyOf(state),
            }}
          />
          {markOf(state)}
        </>
      );
    }
    case "failed":
    case "timed_out":
      return isTriedAgain && state.retryAt ? (
        <Words
          of="{reason} Tries again by itself at {time}."
          with={{ reason: whyOf(state), time: <Time at={state.retryAt} alone precision="second" /> }}
        />
      ) : (
        whyOf(state)
      );
    case "interrupted":
    case "canceled":
    case "rejected":
      return whyOf(state);
    case "in_progress":
    case "canceling":
      return (
        attempt &&
        t("{person}, {conduct} at {site}", {
          person: whoName(attempt.by),
          conduct: t(conductWords[attempt.conduct]),
          site: attempt.site,
        })
      );
    case "not_started":
    case "ready":
    case "awaiting_approval":
      return ahead;
    case "awaiting_confirmation":
      return null;
  }
}

const markOf = ({ recorded }: StepState) => recorded && t(", RECORDED AFTERWARDS");

function Done({ step, state, leftOpen }: Pick<StepDetailProps, "step" | "state" | "leftOpen">) {
  const { who, begun, at } = deedOf(state);
  const said = saidOf(state);
  const last = lastAttempt(state);
  // As `placeTaken` says it: the page of a run needs no more of that at first.
  const site = step.roles.length > 1 && !state.recorded && last?.site;
  return (
    <>
      <Words
        of={begun ? "{person}, {begun} to {time}" : "{person}, {time}"}
        with={{
          person: site ? t("{what} at {site}", { what: who, site }) : who,
          begun: begun && <Time at={begun} show="begin" />,
          time: <Time at={at} since={begun} alone />,
        }}
      />
      {last?.conduct === "simulated" && t(", SIMULATED")}
      {markOf(state)}
      {leftOpen.length > 0 && t(", LEFT OPEN: {lines}", { lines: row(leftOpen) })}
      {said && `: ${t("“{words}”", { words: said })}`}
    </>
  );
}
