"use client";

import { User } from "lucide-react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { isClosed } from "#components/runs/list/step-rows.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Time } from "#components/shell/time.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { whoName } from "#lib/domain/actor-name.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { placeTaken, whoAt } from "#lib/domain/run/place-taken.ts";
import { isOver, lastAttempt } from "#lib/domain/run/read-state.ts";
import { evidenceOf, whyOf } from "#lib/domain/run/retold.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const labels: Partial<Record<StepPartProps["shown"], PlainSentence>> = {
  in_progress: "Begun",
  completed: "Done",
  failed: "Failed",
  timed_out: "Timed out",
  interrupted: "What is known",
  canceled: "Canceled",
  rejected: "Rejected",
  overridden: "Overridden",
  skipped: "Skipped",
  ready: "Ask again",
  not_started: "Reopened",
};

/** Why the step is as it is, read before anything is pressed: what was said when it came there, by whom and when. */
export function WhatIsKnown(props: StepPartProps) {
  return (
    <>
      <Help {...props} />
      {!isClosed(props.shown) && <Known {...props} />}
    </>
  );
}

/** The same of a step that is settled: it stands where the buttons were. */
export const HowItEnded = (props: StepPartProps) => isClosed(props.shown) && <Known {...props} />;

/** Who is at it by hand, in the line of short facts: nothing makes room when a step is begun. */
export function BegunBy({ step, state, shown }: StepPartProps) {
  if (!isBegunByHand(state, shown) || whatWasSaid(state) !== undefined) return null;
  return (
    <Chip icon={<User aria-hidden />}>
      <Words
        of="By {person}, {time}"
        with={{
          person: whoAt(whoName(state.by), placeTaken(step, state)),
          time: <Time at={state.since} precision="second" alone />,
        }}
      />
    </Chip>
  );
}

const whatWasSaid = (state: StepState): string | undefined => whyOf(state) ?? state.note;

/** What a machine does is told where it is done (`SentWork`). */
const isBegunByHand = (state: StepState, shown: ShownState): boolean =>
  shown === "in_progress" && lastAttempt(state)?.conduct === "hand";

/** Whoever works on it cannot go on. */
function Help({ state: { help } }: StepPartProps) {
  if (!help) return null;
  return (
    <Row label={t("Needs help")}>
      <b translate="no" className="text-wait">
        {help.reason}
      </b>
      <span className="block text-fg-2">
        <Words of="{person}, {time}" with={{ person: help.by.name, time: <Time at={help.at} precision="second" /> }} />
      </span>
    </Row>
  );
}

const recorded = {
  done: "{mark}: done by {person}, {time}",
  tried: "{mark}: tried by {person}, {time}",
  decided: "{mark}: decided by {person}, {time}",
} as const satisfies Record<string, Sentence>;
const verbs: Partial<Record<ShownState, keyof typeof recorded>> = { failed: "tried", skipped: "decided" };

function Known({ step, state, shown }: StepPartProps) {
  const label: PlainSentence | undefined = state.byRule ? "Continued with a warning" : labels[shown];
  const said = whatWasSaid(state);
  if (shown === "in_progress" && !isBegunByHand(state, shown)) return null;
  if (!label || (said === undefined && shown !== "completed")) return null;
  return (
    <>
      <Row label={t(label)}>
        <span className="flex flex-wrap gap-x-4">
          {said && <span>{said}</span>}
          <span className="text-fg-2">
            <Words
              of={state.recorded ? "Entered by {person}, {time}" : "{person}, {time}"}
              with={{
                person: whoAt(whoName(state.by), placeTaken(step, state)),
                time: <Time at={state.since} precision="second" />,
              }}
            />
          </span>
        </span>
      </Row>
      {state.recorded && (
        <Row label={t("On paper")}>
          <Words
            of={recorded[verbs[shown] ?? "done"]}
            with={{
              mark: <b>{t("RECORDED AFTERWARDS")}</b>,
              person: state.recorded.by,
              time: <Time at={state.recorded.at} show="dateTime" />,
            }}
          />
          {state.recorded.outOfOrder && (
            <span className="block">{t("Out of order: {reason}", { reason: state.recorded.outOfOrder })}</span>
          )}
        </Row>
      )}
      {state.evidence && <Row label={state.byRule ? t("Failure") : t("Evidence")}>{evidenceOf(state)}</Row>}
      <TriesAgain state={state} />
    </>
  );
}

/** A run that is over tries nothing again, and one that is paused not before it is resumed. */
function TriesAgain({ state: { retryAt } }: { state: StepState }) {
  const { status } = useRunDesk().run;
  if (retryAt === undefined || isOver(status)) return null;
  return (
    <Row label={t("Tries again")}>
      <Words
        of="{when}, as the procedure says. Skipping or overriding the step, or retrying it now, stops that."
        with={{
          when: (
            <b>
              <Words
                of={
                  status === "paused"
                    ? "Automatically once the run is resumed, not before {time}"
                    : "Automatically at {time}"
                }
                with={{ time: <Time at={retryAt} precision="second" /> }}
              />
            </b>
          ),
        }}
      />
    </Row>
  );
}
