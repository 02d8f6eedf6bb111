"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleDashed, CircleX, LoaderCircle, ShieldCheck, Unplug, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { OutcomeMark } from "#components/checks/outcome-mark.tsx";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { Elapsed } from "#components/shell/duration.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Tone } from "#components/ui/mark-state.ts";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import { gatesWaitingWords } from "#lib/client/overview/gates-waiting.ts";
import { readinessQuery, workersQuery } from "#lib/client/queries.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import { askerWords } from "#lib/client/sites/asker-words.ts";
import { type SiteState, siteState, siteWords } from "#lib/client/sites/site-readiness.ts";
import { answersFor, lastHeardOf } from "#lib/client/sites/site-workers.ts";
import type { CheckRound } from "#lib/contract/checks.ts";
import type { SiteReadiness as Known } from "#lib/contract/sites.ts";
import type { Worker } from "#lib/contract/workers.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t, tn } from "#lib/words/t.ts";
import type { Instant } from "#lib/words/time.ts";

const looks: Record<SiteState, { tone: Tone; icon: ReactNode }> = {
  no_worker: { tone: "bad", icon: <Unplug aria-hidden /> },
  failed: { tone: "bad", icon: <CircleX aria-hidden /> },
  checking: { tone: "now", icon: <LoaderCircle aria-hidden /> },
  changed: { tone: "wait", icon: <CircleDashed aria-hidden /> },
  never_checked: { tone: "quiet", icon: <CircleDashed aria-hidden /> },
  ready: { tone: "done", icon: <ShieldCheck aria-hidden /> },
};

/** Whether a run could act there now: who answers, what was last found, and what goes on there. */
export function SiteReadiness({ siteId, round }: { siteId: string; round: CheckRound | null }) {
  const known = useQuery(readinessQuery()).data?.sites.find(({ site }) => site === siteId);
  const asked = useQuery(workersQuery());
  const connection = usePollState(asked);
  const workers = asked.data?.workers;
  if (!known || !workers) return <p className="text-fg-2">{t("Whether it is ready is not known yet.")}</p>;
  const state = siteState(known, workers, round);
  const isLast = state !== "no_worker" && state !== "checking" && state !== "changed";
  const { tone, icon } = looks[state];
  const words = t(siteWords[state]);
  if (connection?.state === "stale") return <NotKnown words={words} since={connection.lastUpdateAt} />;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="inline-flex flex-wrap items-center gap-x-1.5">
        <Outcome tone={tone} icon={icon}>
          {words}
        </Outcome>
        {isLast && known.lastCheck && <Asked check={known.lastCheck} />}
      </span>
      <WhoAnswers siteId={siteId} workers={workers} />
      {!isLast && known.lastCheck && (
        <span className="inline-flex flex-wrap items-center gap-x-1.5 text-fg-2">
          {t("last check")} <OutcomeMark result={known.lastCheck.result} /> <Asked check={known.lastCheck} />
        </span>
      )}
      <OpenRuns runs={known.openRuns} />
    </div>
  );
}

/** What was so when the server last answered is not what is so now. */
const NotKnown = ({ words, since }: { words: string; since: Instant }) => (
  <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
    <Outcome tone="wait" icon={<WifiOff aria-hidden />}>
      {t("Not known")}
    </Outcome>
    <span className="text-fg-2">
      <Words of="as of {elapsed} ago: {words}" with={{ elapsed: <Elapsed since={since} />, words }} />
    </span>
  </p>
);

function WhoAnswers({ siteId, workers }: { siteId: string; workers: readonly Worker[] }) {
  const answering = answersFor(workers, siteId);
  const last = lastHeardOf(workers, siteId);
  if (!last) return null;
  const elapsed = <Elapsed since={last.lastSeenAt} />;
  return (
    <span className="text-pretty text-fg-2">
      {answering.length === 0 ? (
        <Words of="last heard {elapsed} ago" with={{ elapsed }} />
      ) : (
        <Words
          of="{workers}, last heard {elapsed} ago"
          with={{ workers: tn("{count} worker answers", "{count} workers answer", answering.length), elapsed }}
        />
      )}
    </span>
  );
}

/** How long ago, and by whom. */
const Asked = ({ check: { at, askedBy } }: { check: NonNullable<Known["lastCheck"]> }) => (
  <span className="text-fg-2">
    <Words of="{elapsed} ago, {person}" with={{ elapsed: <Elapsed since={at} />, person: askerWords(askedBy) }} />
  </span>
);

function OpenRuns({ runs }: { runs: Known["openRuns"] }) {
  if (runs.length === 0) return <span className="text-fg-2">{t("no active run here")}</span>;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span className="text-fg-2">{t("active here:")}</span>
      {runs.map(({ number, mode, procedure, gatesWaiting }) => (
        <span key={number}>
          <Link href={runAddress(number)} className="inline-flex min-h-6 items-center">
            <ModeWord mode={mode} text={runLabel(number)} />
            <span className="sr-only"> {procedure}</span>
          </Link>
          {gatesWaitingWords(gatesWaiting)}
        </span>
      ))}
    </span>
  );
}
