"use client";

import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { AfterwardsRow } from "#components/afterwards/afterwards-row.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageOfRun } from "#components/shell/page-of-run.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FootBar } from "#components/ui/foot-bar.tsx";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Words } from "#components/ui/words.tsx";
import {
  openSteps,
  outputsAsked,
  type Row,
  toBeSent,
  whatIsWrong,
  whyClosed,
} from "#lib/client/afterwards/afterwards.ts";
import { useAfterwards } from "#lib/client/afterwards/use-afterwards.ts";
import { reportAddress, runAddress } from "#lib/client/run/run-name.ts";
import { procedureQuery, runQuery } from "#lib/client/run/run-queries.ts";
import { type LiveRun, useLiveRun } from "#lib/client/run/use-run.ts";
import { serverNowMs } from "#lib/client/server-clock.ts";
import type { Person } from "#lib/domain/actor.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { beginningOf, isOver, runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { row, t, tn } from "#lib/words/t.ts";

type AfterwardsPageProps = { runId: string; procedureId: string; person: Person };

const WHY_CLOSED = "why-closed";

/** Where the commander enters the whole of what was done while nobody could reach the console. */
export function AfterwardsPage({ runId, procedureId, person }: AfterwardsPageProps) {
  const live = useLiveRun(runId);
  const { data: view } = useQuery(runQuery(runId));
  const { data: version } = useQuery(procedureQuery(procedureId));
  if (!view || !version) {
    return (
      <Page title={t("Enter afterwards")}>
        <Skeleton lines={6} label={t("Loading the run")} />
      </Page>
    );
  }
  return <List run={view.run} procedure={version.document} version={version.version} person={person} live={live} />;
}

type ListProps = { run: Run; procedure: Procedure; version: number; person: Person; live: LiveRun };

function List({ run, procedure, version, person, live }: ListProps) {
  const { rowOf, change, send, sending, draft, kept } = useAfterwards(run.id, person.id);
  const [pressed, setPressed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const steps = listed(procedure, run, draft);
  const waiting = toBeSent(draft);
  const closed = whyClosed(run, person.id);
  const unsendable = closed ?? whyUnsendable(live);
  const outputsOf = (number: string) => askedAt(outline(procedure).byNumber.get(number), run);
  const wrongOf = (row: Row) =>
    whatIsWrong(row, outputsOf(row.step), beginningOf(run), new Date(serverNowMs()).toISOString());
  const wrongRows = waiting.filter((row) => Object.keys(wrongOf(row)).length > 0).length;
  const goToWrong = useGoToWrong(form);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (unsendable || sending) return;
    setPressed(true);
    if (wrongRows === 0) {
      await send();
      // From here on only what is refused says what it lacks.
      setPressed(false);
    }
    goToWrong();
  };
  return (
    <PageOfRun
      run={run}
      procedure={{ title: procedure.title, version }}
      title={<Title of={run} />}
      short={t("Enter afterwards")}
      help="afterwards"
      connection={live.connection}
      foot={
        <Foot
          shown={steps.length > 0}
          closed={closed !== null}
          saved={draft.filter(({ savedAt }) => savedAt !== undefined).length}
          waiting={waiting}
          wrong={pressed ? wrongRows : 0}
          kept={kept}
        >
          <Save form={formId} count={waiting.length} closed={closed !== null} blocked={unsendable} sending={sending} />
        </Foot>
      }
    >
      <WhatFor run={run} closed={closed} />
      <form ref={form} id={formId} noValidate onSubmit={(event) => void submit(event)}>
        {steps.length === 0 ? (
          <NothingOpen run={run} />
        ) : (
          <ol className="grid max-w-220 gap-3">
            {steps.map((step) => {
              const row = rowOf(step.number);
              return (
                <li key={step.number}>
                  <AfterwardsRow
                    run={run}
                    step={step}
                    row={row}
                    wrong={pressed || row.refusal !== undefined ? wrongOf(row) : {}}
                    disabled={sending || closed !== null}
                    onChange={(said) => change(step.number, withLastName(said, row, draft))}
                  />
                </li>
              );
            })}
          </ol>
        )}
      </form>
    </PageOfRun>
  );
}

/** Brings the reader to the first field that is wrong, once the fields say so. */
function useGoToWrong(form: RefObject<HTMLFormElement | null>): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [asked, form]);
  return () => setAsked((times) => times + 1);
}

/** Also what is not open any more: its answer may have been lost, or somebody else was first. */
function listed(procedure: Procedure, run: Run, draft: readonly Row[]): Step[] {
  const open = new Set(openSteps(procedure, run).map(({ number }) => number));
  const entered = new Set(draft.flatMap(({ step, what }) => (what === "" ? [] : [step])));
  return outline(procedure).steps.filter(({ number }) => open.has(number) || entered.has(number));
}

const askedAt = (step: Step | undefined, run: Run) => (step ? outputsAsked(step, run) : []);

const Title = ({ of: { mode, number } }: { of: Run }) => (
  <Words of="{run}, enter afterwards" with={{ run: <ModeWord mode={mode} text={runLabel(number)} /> }} />
);

const NothingOpen = ({ run }: { run: Run }) => (
  <EmptyState
    icon={<PenLine aria-hidden />}
    title={isOver(run.status) ? t("No step is open") : t("No step is to be entered")}
    action={
      <>
        <ButtonLink href={runAddress(run.number)}>{t("Go to the run")}</ButtonLink>
        {isOver(run.status) && <ButtonLink href={reportAddress(run.number)}>{t("The report")}</ButtonLink>}
      </>
    }
  >
    {isOver(run.status)
      ? t("Everything of this run is done, decided, or does not apply.")
      : t(
          "Nothing is left to enter here. What still runs, waits for a decision or has an unknown outcome is on the run.",
        )}
  </EmptyState>
);

function WhatFor({ run, closed }: { run: Run; closed: string | null }) {
  return (
    <div className="grid max-w-[80ch] gap-2 text-fg-2">
      <p>
        <Words
          of="What was done in {run} while nobody could reach the console, each with its true time. It is marked {mark} everywhere. Decisions, answers, running commands and what became of a lost one are entered on the run itself."
          with={{
            run: <Link href={runAddress(run.number)}>{runLabel(run.number)}</Link>,
            mark: <b>{t("recorded afterwards")}</b>,
          }}
        />
      </p>
      {run.automatic && !isOver(run.status) && (
        <p>{t("Entering a step ends automatic mode: no command shall do again what was done already.")}</p>
      )}
      {closed !== null && (
        <p id={WHY_CLOSED} className="font-semibold text-fg">
          {closed}
        </p>
      )}
    </div>
  );
}

/** Most of a list is by the same people: who was named last is proposed. */
const withLastName = (said: Partial<Row>, row: Row, draft: readonly Row[]): Partial<Row> =>
  said.what && row.by === "" ? { ...said, by: draft.findLast(({ by }) => by !== "")?.by ?? "" } : said;

type SaveProps = { form: string; count: number; closed: boolean; blocked: string | null; sending: boolean };

const Save = ({ form, count, closed, blocked, sending }: SaveProps) => (
  <Button
    type="submit"
    form={form}
    look="primary"
    size="big"
    reasonAt={closed ? WHY_CLOSED : undefined}
    blocked={blocked ?? (count === 0 ? t("Nothing is left to save.") : null)}
    pending={sending && t("Saving…")}
  >
    {count === 0 ? t("Save") : tn("Save {count} step", "Save {count} steps", count)}
  </Button>
);

type FootProps = {
  shown: boolean;
  closed: boolean;
  saved: number;
  waiting: readonly Row[];
  /** How many of them could not be sent as they are. */
  wrong: number;
  kept: boolean;
  children: React.ReactNode;
};

function Foot({ shown, closed, saved, waiting, wrong, kept, children }: FootProps) {
  if (!shown) return null;
  const refused = waiting.filter(({ refusal }) => refusal !== undefined).length;
  const unsent = waiting.length - refused;
  const counts = [
    unsent > 0 && t("{count} to be saved", { count: unsent }),
    refused > 0 && t("{count} not saved", { count: refused }),
    saved > 0 && t("{count} saved", { count: saved }),
  ].filter((words) => words !== false);
  if (closed && counts.length === 0)
    return <FootBar action={children}>{t("Nothing can be entered: the reason is at the top.")}</FootBar>;
  return (
    <FootBar
      action={children}
      note={
        kept
          ? t("What is not saved stays in this browser until it is, even after a reload.")
          : t("This browser keeps nothing: what is not saved is lost by a reload.")
      }
    >
      <span role="status">
        {wrong > 0
          ? tn("Not sent: {count} step is to be corrected", "Not sent: {count} steps are to be corrected", wrong)
          : counts.length === 0
            ? t("Nothing entered yet")
            : row(counts)}
      </span>
    </FootBar>
  );
}

/** Why what is entered cannot be saved now; it stays, and can be gone on with. */
function whyUnsendable({ connection, signedOut }: LiveRun): string | null {
  if (signedOut) return t("Not now: you are signed out.");
  return connection.state === "stale" ? t("Not now: the server does not answer.") : null;
}
