"use client";

import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
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
import { runAddress } from "#lib/client/run/run-name.ts";
import { procedureQuery, runQuery } from "#lib/client/run/run-queries.ts";
import { type LiveRun, useLiveRun } from "#lib/client/run/use-run.ts";
import type { Person } from "#lib/domain/actor.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t, tn } from "#lib/words/t.ts";

type AfterwardsPageProps = { runId: string; procedureId: string; person: Person };

const noClock = () => {};

const WHY_CLOSED = "why-closed";

/** Where the commander enters the whole of what was done while nobody could reach the console. */
export function AfterwardsPage({ runId, procedureId, person }: AfterwardsPageProps) {
  const live = useLiveRun(runId, noClock);
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
  const saved = new Set(draft.flatMap(({ step, savedAt }) => (savedAt === undefined ? [] : [step])));
  const open = new Set(openSteps(procedure, run).map(({ number }) => number));
  // Also what is not open any more: its answer may have been lost, or somebody else was first.
  const entered = new Set(draft.flatMap(({ step, what }) => (what === "" ? [] : [step])));
  const steps = outline(procedure).steps.filter(({ number }) => open.has(number) || entered.has(number));
  const waiting = toBeSent(draft);
  const closed = whyClosed(run, person.id);
  const unsendable = closed ?? whyUnsendable(live);
  const byNumber = outline(procedure).byNumber;
  const outputsOf = (number: string) => {
    const step = byNumber.get(number);
    return step ? outputsAsked(step, run) : [];
  };
  const wrongOf = (row: Row) => whatIsWrong(row, outputsOf(row.step), run.declaredAt, new Date().toISOString());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (unsendable || sending) return;
    setPressed(true);
    if (waiting.some((row) => Object.keys(wrongOf(row)).length > 0)) {
      // After the fields have said what is wrong with them.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    await send();
    // What the server has said is told by the rows; what they then ask for, only at the next press.
    setPressed(false);
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
        <Foot shown={steps.length > 0} saved={saved.size} waiting={waiting} kept={kept}>
          <Button
            type="submit"
            form={formId}
            look="primary"
            size="big"
            reasonAt={closed === null ? undefined : WHY_CLOSED}
            blocked={unsendable ?? (waiting.length === 0 ? t("Nothing is left to save.") : null)}
            pending={sending && t("Saving…")}
          >
            {waiting.length === 0 ? t("Save") : tn("Save {count} step", "Save {count} steps", waiting.length)}
          </Button>
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
                    wrong={pressed ? wrongOf(row) : {}}
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

const Title = ({ of: { mode, number } }: { of: Run }) => (
  <Words of="{run}, enter afterwards" with={{ run: <ModeWord mode={mode} text={runLabel(number)} /> }} />
);

const NothingOpen = ({ run }: { run: Run }) => (
  <EmptyState
    icon={<PenLine aria-hidden />}
    title={t("No step is open")}
    action={<ButtonLink href={runAddress(run.number)}>{t("Go to the run")}</ButtonLink>}
  >
    {t("Everything of this run is done, decided, or does not apply.")}
  </EmptyState>
);

function WhatFor({ run, closed }: { run: Run; closed: string | null }) {
  return (
    <div className="grid max-w-[80ch] gap-2 text-fg-2">
      <p>
        <Words
          of="What was done in {run} while nobody could reach the console, each with its true time. It is marked {mark} everywhere. Decisions, answers and running commands are entered on the run itself."
          with={{
            run: <Link href={runAddress(run.number)}>{runLabel(run.number)}</Link>,
            mark: <b>{t("recorded afterwards")}</b>,
          }}
        />
      </p>
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

type FootProps = { shown: boolean; saved: number; waiting: readonly Row[]; kept: boolean; children: React.ReactNode };

function Foot({ shown, saved, waiting, kept, children }: FootProps) {
  if (!shown) return null;
  const refused = waiting.filter(({ refusal }) => refusal !== undefined).length;
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
        {waiting.length === 0 && saved === 0
          ? t("Nothing entered yet")
          : t("{count} to be saved", { count: waiting.length })}
        {refused > 0 && t(", {count} of them refused", { count: refused })}
        {saved > 0 && t(", {count} saved", { count: saved })}
      </span>
    </FootBar>
  );
}

/** Why what is entered cannot be saved now; it stays, and can be gone on with. */
function whyUnsendable({ connection, signedOut }: LiveRun): string | null {
  if (signedOut) return t("Not now: you are signed out.");
  return connection.state === "stale" ? t("Not now: the server does not answer.") : null;
}
