"use client";

import { ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { OutcomeMark } from "#components/checks/outcome-mark.tsx";
import { Elapsed } from "#components/shell/duration.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { Words } from "#components/ui/words.tsx";
import { errorWords } from "#lib/client/error-words.ts";
import { askerWords } from "#lib/client/sites/asker-words.ts";
import { stillLookedAt } from "#lib/client/sites/still-looked-at.ts";
import { type CheckOf, type Checks, useChecks } from "#lib/client/sites/use-checks.ts";
import type { CheckRequest, CheckResult, CheckRound } from "#lib/contract/checks.ts";
import { listed, t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

type ShownChecksProps = {
  checks: Checks;
  /** What to ask; null while it is not known yet. */
  request: CheckRequest | null;
  mayAsk: boolean;
  title?: ReactNode;
  level?: 2 | 3 | undefined;
  /** How it came out on the whole is said above already. */
  isSummed?: boolean;
  /** No worker answers: whatever was begun, nobody is looking now. */
  unanswered?: boolean;
  children?: ReactNode;
};

/** "Ready to run?", of a run or a procedure. */
export const Readiness = ({ of, ...props }: Omit<ShownChecksProps, "checks"> & { of: CheckOf }) => (
  <ShownChecks checks={useChecks(of)} {...props} />
);

/** What was found when it was last asked, and the button that asks again. Changes nothing. */
export function ShownChecks(props: ShownChecksProps) {
  const {
    checks,
    request,
    mayAsk,
    title = t("Ready to run?"),
    level,
    isSummed = false,
    unanswered = false,
    children,
  } = props;
  const { round, ask, isAsking, error, isLoading } = checks;
  return (
    <Section
      title={title}
      level={level}
      note={
        round ? (
          <RoundWords round={round} bare={isSummed} unanswered={unanswered} />
        ) : isLoading ? (
          t("loading…")
        ) : (
          t("never checked")
        )
      }
      end={
        mayAsk && (
          <Button
            size="small"
            icon={<ListChecks aria-hidden />}
            blocked={request === null ? t("Choose a site for each part first.") : null}
            pending={isAsking && t("Checking…")}
            onClick={() => request && ask(request)}
          >
            {t("Check now")}
          </Button>
        )
      }
    >
      <div className="grid gap-2 empty:hidden">
        {children}
        {error !== null && (
          <p role="alert" className="font-medium text-bad">
            {errorWords(error).sentence}
          </p>
        )}
        {round && <Results round={round} />}
      </div>
    </Section>
  );
}

type RoundWordsProps = { round: CheckRound; bare: boolean; unanswered: boolean };

function RoundWords({ round, bare, unanswered }: RoundWordsProps) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2" data-check={round.result ?? "open"}>
      {round.result && !bare && <OutcomeMark result={round.result} />}
      {round.waitingFor.length > 0 && <b>{unanswered ? t("waits until a worker answers") : stillLookedAt(round)}</b>}
      <span>
        <Words
          of={bare && round.result ? "checked {elapsed} ago, {at}, {person}" : "{elapsed} ago, {at}, {person}"}
          with={{
            elapsed: <Elapsed since={round.askedAt} />,
            at: <Time at={round.askedAt} show="dateTime" />,
            person: askerWords(round.askedBy),
          }}
        />
      </span>
      {isOfProcedure(round) && (
        <span>{t("at {sites}", { sites: listed([...new Set(Object.values(round.sites))]) })}</span>
      )}
    </span>
  );
}

/** Of a run or a site alone the sites are those of the page. */
const isOfProcedure = ({ runId, procedureId, sites }: CheckRound): boolean =>
  runId === null && procedureId !== null && Object.keys(sites).length > 0;

const rank: Record<CheckResult["result"], number> = { failed: 0, warning: 1, passed: 2 };

function Results({ round: { results } }: { round: CheckRound }) {
  const sorted = results.toSorted((a, b) => rank[a.result] - rank[b.result]);
  if (sorted.length === 0) return <p className="text-fg-2">{t("No result yet.")}</p>;
  return (
    <Lines label={t("What was found")}>
      {sorted.map(({ site, step, what, result, message, worker, at }) => (
        <li
          key={`${site} ${step} ${what}`}
          data-check={result}
          className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-x-3"
        >
          <OutcomeMark result={result} />
          <span className="min-w-0 wrap-anywhere">
            <span className="text-fg-2">
              <Found what={what} step={step} site={site} />
            </span>
            {message !== `${worker}.` && <span className="block">{retell(message)}</span>}
            <span className="block text-xs text-fg-3">
              {worker ?? t("the console")}
              {t(", ")}
              <Time at={at} precision="second" />
            </span>
          </span>
        </li>
      ))}
    </Lines>
  );
}

type FoundProps = Pick<CheckResult, "what" | "step" | "site">;

function Found({ what, step, site }: FoundProps) {
  const named = <b className="text-fg">{retell(what)}</b>;
  if (step === null) return site === null ? named : <Words of="{what} at {site}" with={{ what: named, site }} />;
  if (site === null) return <Words of="{what}, step {step}" with={{ what: named, step }} />;
  return <Words of="{what}, step {step} at {site}" with={{ what: named, step, site }} />;
}
