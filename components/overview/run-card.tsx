"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { RunSites } from "#components/history/run-sites.tsx";
import { GatesWait } from "#components/overview/gates-wait.tsx";
import { asActor } from "#components/overview/waits-of.ts";
import { ResumeWait } from "#components/runs/resume-wait.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { KnownTime, useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { ModeBlock } from "#components/ui/mode-block.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { troubleWords } from "#lib/client/overview/gates-waiting.ts";
import type { Brief, GoingRun } from "#lib/client/overview/going.ts";
import { needWords, whoWords } from "#lib/client/run/need-words.ts";
import { runAddress, runName } from "#lib/client/run/run-name.ts";
import { isPractice } from "#lib/client/run/run-places.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { outline } from "#lib/domain/outline.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import { isTrouble } from "#lib/domain/run/digest.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { typeWords } from "#lib/domain/run/run-words.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const SHOWN = 3;

/** A run that goes on, in one glance: what happens, who is waited for, how much time is left. */
export function RunCard({ going: { summary, brief, dueMs, finish }, person }: { going: GoingRun; person: SignedIn }) {
  return (
    <article
      data-mode={summary.mode}
      className={classNames(
        "relative grid overflow-hidden rounded border hover:border-control lg:grid-cols-[6.5rem_minmax(0,1.3fr)_minmax(0,1.2fr)_minmax(0,1.1fr)_8.5rem_13.5rem]",
        "grid-cols-[minmax(0,1fr)_minmax(0,1fr)] sm:max-lg:grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,1fr)]",
        summary.mode === "drill" ? "border-drill-solid bg-drill-ground" : "border-line bg-surface",
      )}
    >
      <div className="grid max-sm:col-span-2 sm:max-lg:row-span-3">
        <ModeBlock mode={summary.mode} text={runLabel(summary.number)} size="compact" />
      </div>
      <What summary={summary} run={brief?.run} person={person} />
      {brief ? (
        <>
          <Now {...brief} />
          <WaitingColumn {...brief} summary={summary} person={person} />
          <Figure
            label={t("Since declared")}
            note={t("{settled} of {count} settled", {
              settled: brief.digest.tally.settled,
              count: brief.digest.tally.applying,
            })}
          >
            <SinceDeclared run={summary} />
          </Figure>
        </>
      ) : (
        <>
          {/* Room for what comes, so that the figures stay where they are. */}
          <Column label={t("Now")}>
            <li className="text-fg-2">{t("loading")}</li>
          </Column>
          <Column label={t("Waiting for")}>
            <li className="text-fg-2">{t("loading")}</li>
          </Column>
          <Figure label={t("Since declared")} note={t("loading")}>
            <SinceDeclared run={summary} />
          </Figure>
        </>
      )}
      <KnownTime heardAt={null}>
        <RtoFigure dueMs={dueMs} finish={finish} />
      </KnownTime>
    </article>
  );
}

/** Time itself goes on whether the server is heard or not. */
const SinceDeclared = ({ run }: { run: Pick<RunSummary, "declaredAt"> }) => (
  <KnownTime heardAt={null}>{run.declaredAt && <Elapsed since={run.declaredAt} look="figure" />}</KnownTime>
);

function What({ summary, run, person }: { summary: RunSummary; run: Run | undefined; person: SignedIn }) {
  return (
    <div className="grid content-start px-4 py-3 text-fg-2 max-lg:col-span-2">
      <h3 className="text-m font-semibold text-fg">
        <Link href={runAddress(summary.number)} data-go className="no-underline after:absolute after:inset-0">
          <span className="sr-only">{runName(summary)}, </span>
          <span translate="no">{summary.procedure.title}</span>
        </Link>{" "}
        {run && isPractice(run) && <Tag>{t("practice")}</Tag>}
      </h3>
      <span>
        {t(typeWords[summary.type])} <RunSites sites={summary.sites} strong />
      </span>
      <span>
        {t("Commander")}{" "}
        <b className="text-fg">
          {summary.commander.id === person.id
            ? t("{person} (you)", { person: summary.commander.name })
            : run
              ? nameIn(run, run.commander, "run.command")
              : summary.commander.name}
        </b>
      </span>
    </div>
  );
}

function Now({ run, procedure, digest: { now } }: Brief) {
  const going = now.filter(({ shown }) => shown !== "ready");
  const title = (number: string) => outline(procedure).byNumber.get(number)?.title ?? "";
  return (
    <Column label={t("Now")}>
      {run.status === "paused" && (
        <li>
          <b className="text-wait">{t("Paused")}</b>: <span translate="no">{run.reason}</span>
        </li>
      )}
      {going.slice(0, SHOWN).map(({ step, since }) => (
        <li key={step} className="line-clamp-2">
          {step} <span translate="no">{title(step)}</span>
          {t(", ")}
          <Elapsed since={since} />
        </li>
      ))}
      {going.length === 0 && run.status !== "paused" && <li className="text-fg-2">{t("nothing is in progress")}</li>}
      <More count={going.length - SHOWN} />
    </Column>
  );
}

type WaitingColumnProps = Brief & { summary: RunSummary; person: SignedIn };

function WaitingColumn({ run, procedure, digest, summary, person }: WaitingColumnProps) {
  const paused = run.status === "paused";
  const waiting = doable(run, digest.waiting);
  const count = waiting.length + (paused ? 1 : 0);
  const inTrouble = new Set(digest.waiting.filter(({ need }) => isTrouble(need)).map(({ step }) => step));
  return (
    <Column label={count === 0 ? t("Waiting for") : t("Waiting for {count}", { count })}>
      {inTrouble.size > 0 && (
        <li>
          <Outcome tone="bad" icon={<TriangleAlert aria-hidden />}>
            {troubleWords(inTrouble.size)}
          </Outcome>
        </li>
      )}
      {summary.gatesWaiting > 0 && (
        <li>
          <GatesWait of={summary} />
        </li>
      )}
      {paused && (
        <li>
          <ResumeWait run={run} person={person} />
        </li>
      )}
      {waiting.slice(0, SHOWN).map((one) => (
        <li key={`${one.step} ${JSON.stringify(one.who)}`}>
          <b className="text-wait">
            <Elapsed since={one.since} />
          </b>{" "}
          {whoWords(one, { procedure, run, person: asActor(person) })}: {needWords(one)}
        </li>
      ))}
      {count === 0 && <li className="text-fg-2">{t("nobody")}</li>}
      <More count={waiting.length - SHOWN} />
    </Column>
  );
}

function More({ count }: { count: number }) {
  return count > 0 ? <li className="text-fg-3">{t("and {count} more", { count })}</li> : null;
}

function Column({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="px-4 py-3 max-lg:pt-0 max-sm:col-span-2">
      <span className="text-fg-3">{label}</span>
      <ul>{children}</ul>
    </div>
  );
}

function Figure({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="px-4 py-3 text-fg-2 max-lg:pt-0">
      <span className="block text-fg-3">{label}</span>
      <b className="block text-l whitespace-nowrap text-fg">{children}</b>
      <span>{note}</span>
    </div>
  );
}

type Times = Pick<GoingRun, "dueMs" | "finish">;

function RtoFigure({ dueMs, finish }: Times) {
  const now = useServerNow();
  if (dueMs === null) {
    return (
      <Figure label={t("RTO left")} note={<FinishLine dueMs={dueMs} finish={finish} />}>
        <span className="text-s font-medium text-fg-2">{t("no RTO set")}</span>
      </Figure>
    );
  }
  const over = dueMs < now;
  return (
    <Figure
      label={over ? t("Over RTO by") : t("RTO left")}
      note={
        <>
          <Words of="due {time}" with={{ time: <Time at={dueMs} /> }} />
          <FinishLine dueMs={dueMs} finish={finish} />
        </>
      }
    >
      <span className={over ? "text-bad" : ""}>
        <Duration ms={dueMs - now} look="figure" />
      </span>
    </Figure>
  );
}

/** When it is expected to be done, as its own page says it; nothing where nobody knows. */
function FinishLine({ dueMs, finish }: Times) {
  if (!finish) return null;
  const late = dueMs !== null && finish.ms > dueMs;
  const told = finish.atBest
    ? ({ late: "finish at best {time}, over RTO", inTime: "finish at best {time}" } as const)
    : ({ late: "finish {time}, over RTO", inTime: "finish {time}" } as const);
  return (
    <span className={classNames("block", late && "font-medium text-bad")}>
      <Words of={told[late ? "late" : "inTime"]} with={{ time: <Time at={finish.ms} /> }} />
    </span>
  );
}
