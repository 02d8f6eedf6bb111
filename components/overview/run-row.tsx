"use client";

import { CirclePause, Clock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { RunSites } from "#components/history/run-sites.tsx";
import { GatesWait } from "#components/overview/gates-wait.tsx";
import { asActor } from "#components/overview/waits-of.ts";
import { ResumeWait } from "#components/runs/resume-wait.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { KnownTime, useServerNow } from "#components/shell/server-time.tsx";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Brief, GoingRun, Risk } from "#lib/client/overview/going.ts";
import { needWords, whoWords } from "#lib/client/run/need-words.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import { outline } from "#lib/domain/outline.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

/** A run in two lines, where there are many: what it is, what happens, who is waited for, and its clocks. */
export function RunRow({
  going: { summary, brief, notLookedAt, dueMs, risk },
  person,
}: {
  going: GoingRun;
  person: SignedIn;
}) {
  return (
    <article
      data-mode={summary.mode}
      className="relative grid tight:block grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 px-3 py-1.5 not-first:border-t not-first:border-line hover:bg-hover md:grid-cols-[9rem_minmax(0,1fr)_12rem]"
    >
      <span className="grid min-w-0">
        <ModeWord mode={summary.mode} text={runLabel(summary.number)} />
        <span className="text-fg-2 md:truncate">{t("Commander {person}", { person: summary.commander.name })}</span>
      </span>
      <div className="grid min-w-0 gap-x-4 max-md:order-1 max-md:col-span-2 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1.1fr)_minmax(0,1.2fr)] xl:grid-cols-[minmax(0,2.2fr)_minmax(0,1fr)_minmax(0,1.2fr)]">
        <div className="min-w-0 md:max-lg:flex md:max-lg:gap-x-2">
          <Link
            href={runAddress(summary.number)}
            data-go
            translate="no"
            className="font-semibold no-underline after:absolute after:inset-0 md:block md:truncate md:max-lg:max-w-1/2 md:max-lg:flex-none"
          >
            {summary.procedure.title}
          </Link>{" "}
          <span className="text-fg-2 md:min-w-0">
            <RunSites sites={summary.sites} oneLine />
          </span>
        </div>
        <div className="contents md:max-lg:flex md:max-lg:gap-x-4">
          <span className="line-clamp-2 md:max-lg:line-clamp-1">
            {brief && <Now {...brief} />}
            {notLookedAt && <span className="text-fg-2">{t("not looked at here: open it")}</span>}
          </span>
          <span className="md:max-lg:max-w-1/2 md:max-lg:flex-none md:max-lg:truncate">
            <GatesWait of={summary} />{" "}
            <span className="max-md:block lg:block">{brief && <First brief={brief} person={person} />}</span>
          </span>
        </div>
      </div>
      <KnownTime heardAt={null}>
        <span className="grid justify-items-end tight:justify-items-start tight:whitespace-normal whitespace-nowrap">
          <span className="flex items-center gap-x-3">
            {risk && risk !== "over" && <RiskWord risk={risk} />}
            {dueMs === null ? <span className="text-fg-3">{t("no RTO set")}</span> : <Left dueMs={dueMs} />}
          </span>
          <span className="text-fg-2">
            {summary.declaredAt && (
              <Words of="{time} since declared" with={{ time: <Elapsed since={summary.declaredAt} /> }} />
            )}
          </span>
        </span>
      </KnownTime>
    </article>
  );
}

const riskWords: Record<Exclude<Risk, "over">, { words: PlainSentence; icon: ReactNode; tone: "bad" | "wait" }> = {
  late: { words: "Late", icon: <Clock aria-hidden />, tone: "bad" },
  trouble: { words: "Trouble", icon: <TriangleAlert aria-hidden />, tone: "bad" },
  paused: { words: "Paused", icon: <CirclePause aria-hidden />, tone: "wait" },
};

function RiskWord({ risk }: { risk: Exclude<Risk, "over"> }) {
  const { words, icon, tone } = riskWords[risk];
  return (
    <Outcome tone={tone} icon={icon}>
      {t(words)}
    </Outcome>
  );
}

function Left({ dueMs }: { dueMs: number }) {
  const leftMs = dueMs - useServerNow();
  const time = <Duration ms={leftMs} />;
  if (leftMs < 0) {
    return (
      <b className="text-bad">
        <Words of="{time} over RTO" with={{ time }} />
      </b>
    );
  }
  return (
    <b>
      <Words of="{time} left" with={{ time }} />
    </b>
  );
}

function Now({ run, procedure, digest: { now } }: Brief) {
  if (run.status === "paused") {
    return (
      <>
        <b className="text-wait">{t("Paused")}</b>
        {run.reason && (
          <>
            {t(", ")}
            <span translate="no">{run.reason}</span>
          </>
        )}
      </>
    );
  }
  const going = now.filter(({ shown }) => shown !== "ready");
  const [first] = going;
  if (!first) return <span className="text-fg-2">{t("nothing is in progress")}</span>;
  return (
    <>
      {first.step} <span translate="no">{outline(procedure).byNumber.get(first.step)?.title}</span>
      {t(", ")}
      <Elapsed since={first.since} />
      <More count={going.length - 1} />
    </>
  );
}

/** What is in trouble, or else the one that is waited for longest. */
function First({ brief: { run, procedure, digest }, person }: { brief: Brief; person: SignedIn }) {
  const waiting = doable(run, digest.waiting);
  const [first] = waiting;
  if (run.status === "paused" && !first) return <ResumeWait run={run} person={person} />;
  if (!first) return null;
  return (
    <>
      <b className="text-wait">
        <Elapsed since={first.since} />
      </b>{" "}
      {whoWords(first, { procedure, run, person: asActor(person) })}: {needWords(first)}
      <More count={waiting.length - 1} />
    </>
  );
}

const More = ({ count }: { count: number }) =>
  count > 0 ? (
    <span className="whitespace-nowrap text-fg-3">
      {t(", ")}
      {t("{count} more", { count })}
    </span>
  ) : null;
