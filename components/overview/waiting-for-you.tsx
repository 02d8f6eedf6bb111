"use client";

import { useEffect, useRef } from "react";
import { Elapsed } from "#components/shell/duration.tsx";
import { useOutOfSight } from "#components/shell/use-out-of-sight.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Section } from "#components/ui/section.tsx";
import { Shortened } from "#components/ui/shortened.tsx";
import type { unwatchedOf } from "#lib/client/overview/active-runs.ts";
import type { Wait } from "#lib/client/overview/waits.ts";
import { runAddress, runName } from "#lib/client/run/run-name.ts";
import { runLabel, stepState } from "#lib/domain/run/read-state.ts";
import { listed, type PlainSentence, t, tn } from "#lib/words/t.ts";

/** More than these would push the runs themselves out of the first screen. */
const MOST = 3;

type Unwatched = ReturnType<typeof unwatchedOf>;

type WaitingForYouProps = {
  waits: readonly Wait[];
  unwatched: Unwatched;
  /** What waits is known, so that no line would be mistaken for none. */
  settled: boolean;
  /** Whether it is out of sight; null while it is not known, or not there. */
  onAway: (away: boolean | null) => void;
};

/** Each line is one thing this person can do now. */
export function WaitingForYou({ settled, ...props }: WaitingForYouProps) {
  if (props.waits.length > 0) return <WaitLines {...props} />;
  const runs = unwatchedWords(props.unwatched);
  return (
    settled && (
      <p className="text-fg-2">
        {runs
          ? t("Nothing in an open run waits for you, not counting {runs} not looked at here.", { runs })
          : t("Nothing in an open run waits for you.")}
      </p>
    )
  );
}

/** "4 active runs and 1 draft"; nothing where each is watched. */
const unwatchedWords = ({ active, drafts }: Unwatched): string =>
  listed([
    ...(active > 0 ? [tn("{count} active run", "{count} active runs", active)] : []),
    ...(drafts > 0 ? [tn("{count} draft", "{count} drafts", drafts)] : []),
  ]);

function WaitLines({ waits, unwatched, onAway }: Omit<WaitingForYouProps, "settled">) {
  const top = useRef<HTMLDivElement>(null);
  const away = useOutOfSight(top);
  useEffect(() => {
    onAway(away);
    return () => onAway(null);
  }, [away, onAway]);
  const runs = unwatchedWords(unwatched);
  const older = runs === "" ? undefined : t("not counting {runs} not looked at here", { runs });
  return (
    <div>
      {/* What comes may be the first: its end being in sight is not enough. */}
      <div ref={top} />
      <Section title={t("Waiting for you")} note={<Badge count={waits.length} />} end={older}>
        <Shortened items={waits} most={MOST} moreWords={(count) => t("Show {count} more", { count })}>
          {(shown) => (
            <Lines>
              {shown.map((wait, place) => (
                <WaitLine key={`${wait.run.id} ${wait.words}`} wait={wait} first={place === 0} />
              ))}
            </Lines>
          )}
        </Shortened>
      </Section>
    </div>
  );
}

const actions: Record<Wait["need"], PlainSentence> = {
  start: "Open",
  request: "Open",
  approve: "Decide",
  vote: "Vote",
  go: "Decide",
  release: "Decide",
  confirm: "Confirm",
  take_over: "Open",
  decide: "Decide",
  answer: "Answer",
  help: "Help",
  present: "Answer",
  command: "Answer",
  take_command: "Open",
  resume: "Open",
};

function WaitLine({ wait, first }: { wait: Wait; first: boolean }) {
  const { run, step, need, words, detail, since } = wait;
  const address = runAddress(run.number) + (step ? `#step-${step.number}` : need === "present" ? "#people" : "");
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 sm:grid-cols-[1.5rem_5.5rem_minmax(0,1fr)_auto]">
      <WaitMark wait={wait} />
      <b className="whitespace-nowrap text-wait">{since ? <Elapsed since={since} /> : t("paused")}</b>
      <p className="max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-2">
        <ModeWord mode={run.mode} text={runLabel(run.number)} />
        {step ? t(", ") : " "}
        {words}
        <span translate={step ? "no" : undefined} className="block text-fg-2">
          {detail}
        </span>
      </p>
      <span className="max-sm:col-start-3 max-sm:row-start-1">
        <ButtonLink href={address} data-go look={first ? "primary" : "normal"}>
          {t(actions[need])}
          <span className="sr-only">
            {" "}
            {runName(run)}
            {step && t(", step {step}", { step: step.number })}
          </span>
        </ButtonLink>
      </span>
    </li>
  );
}

function WaitMark({ wait: { run, step, need } }: { wait: Wait }) {
  if (!step) return <Mark kind="hold_point" state="awaiting_approval" />;
  const status = stepState(run, step.number)?.status ?? "ready";
  return <Mark kind={step.kind} state={need === "answer" ? "undecided" : status} />;
}
