"use client";

import { CirclePause, Clock, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { RunSites } from "#components/history/run-sites.tsx";
import { GatesWait } from "#components/overview/gates-wait.tsx";
import { asActor } from "#components/overview/use-waits.ts";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Brief, GoingRun, Risk } from "#lib/client/going.ts";
import { needWords, whoWords } from "#lib/client/need-words.ts";
import { runAddress } from "#lib/client/run-name.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import { outline } from "#lib/domain/outline.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

/** A run in two lines, where there are many: what it is, what happens, who is waited for, and its clocks. */
export function RunRow({ going: { summary, brief, dueMs, risk }, person }: { going: GoingRun; person: SignedIn }) {
  return (
    <article
      data-mode={summary.mode}
      className="relative grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 px-3 py-1.5 not-first:border-t not-first:border-line hover:bg-hover lg:grid-cols-[7rem_minmax(0,1.5fr)_minmax(0,1.1fr)_minmax(0,1.2fr)_13rem]"
    >
      <ModeWord mode={summary.mode} text={runLabel(summary.number)} />
      <span className="max-lg:order-1 max-lg:col-span-2">
        <Link
          href={runAddress(summary.number)}
          data-go
          className="font-semibold no-underline after:absolute after:inset-0"
        >
          <span translate="no">{summary.procedure.title}</span>
        </Link>{" "}
        <span className="text-fg-2 lg:block">
          <RunSites sites={summary.sites} />
          {t(", ")}
          {t("{person}, commander", { person: summary.commander.name })}
        </span>
      </span>
      <span className="line-clamp-2 max-lg:order-2 max-lg:col-span-2">{brief && <Now {...brief} />}</span>
      <span className="max-lg:order-3 max-lg:col-span-2">
        <GatesWait of={summary} /> <span className="block">{brief && <First brief={brief} person={person} />}</span>
      </span>
      <span className="grid justify-items-end whitespace-nowrap">
        <span className="flex items-center gap-x-3">
          {risk && risk !== "over" && <RiskWord risk={risk} />}
          {dueMs === null ? <span className="text-fg-3">{t("no RTO set")}</span> : <Left dueMs={dueMs} />}
        </span>
        <span className="text-fg-2">
          <Words of="{time} since declared" with={{ time: <Elapsed since={summary.declaredAt} /> }} />
        </span>
      </span>
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
  if (run.status === "paused") return <span translate="no">{run.reason}</span>;
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

/** The one that is waited for longest. */
function First({ brief: { run, procedure, digest }, person }: { brief: Brief; person: SignedIn }) {
  const waiting = doable(run, digest.waiting);
  const [first] = waiting;
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

const More = ({ count }: { count: number }) => (count > 0 ? <span className="text-fg-3"> +{count}</span> : null);
