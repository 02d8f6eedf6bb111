"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, RefreshCw, ShieldAlert, ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Spoilt } from "#components/record/spoilt.tsx";
import { Elapsed } from "#components/shell/duration.tsx";
import { LoadState } from "#components/shell/load-state.tsx";
import { PageOfRun } from "#components/shell/page-of-run.tsx";
import { Time } from "#components/shell/time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { CommandLine } from "#components/ui/command-line.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import { addressOf } from "#lib/client/api.ts";
import { verificationQuery } from "#lib/client/queries.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import { serverNowMs } from "#lib/client/server-clock.ts";
import type { RunView } from "#lib/contract/runs.ts";
import { isOnlyUnsigned, isSpoilt } from "#lib/domain/record/spoilt.ts";
import type { Verdict } from "#lib/domain/record/verdict.ts";
import { fileName } from "#lib/domain/run/file-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** Whether the record of a run can be believed, what that does not prove, and how to see for oneself. */
export function RecordPage({ run, procedure }: Pick<RunView, "run" | "procedure">) {
  const asked = useQuery({
    ...verificationQuery(run.id),
    // The server has verified it for this page; a browser whose clock is ahead would ask again while it takes it over.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, isFetching, refetch } = asked;
  const verifiedAt = useVerifiedAt(asked.dataUpdatedAt);
  return (
    <PageOfRun
      run={run}
      procedure={procedure}
      title={<Words of="{run}, record" with={{ run: <ModeWord mode={run.mode} text={runLabel(run.number)} /> }} />}
      short={t("Record")}
      help="record"
      actions={
        <Button icon={<RefreshCw aria-hidden />} pending={isFetching && t("Verifying…")} onClick={() => void refetch()}>
          {t("Verify again")}
        </Button>
      }
    >
      <p className="text-fg-2">
        <Link href={runAddress(run.number)} className="text-link underline">
          {t("The run")}
        </Link>
      </p>
      <LoadState what={t("The record")} of={asked} />
      {data && asked.error && (
        <p className="font-medium">
          <Words of="What follows was verified {time}." with={{ time: <Time at={verifiedAt} precision="second" /> }} />
        </p>
      )}
      {data && (
        <div className="grid max-w-220 gap-6">
          <Result verdict={data} endedAt={run.endedAt} />
          <Details verdict={data} />
          <ByYourself run={run} verdict={data} />
        </div>
      )}
    </PageOfRun>
  );
}

/** By the server's clock, also of what the browser has asked for. */
function useVerifiedAt(dataUpdatedAt: number): number {
  const [verified, setVerified] = useState({ dataUpdatedAt, at: dataUpdatedAt });
  if (verified.dataUpdatedAt !== dataUpdatedAt) setVerified({ dataUpdatedAt, at: serverNowMs() });
  return verified.at;
}

function Result({ verdict, endedAt }: { verdict: Verdict; endedAt: string | null }) {
  if (isOnlyUnsigned(verdict)) {
    return (
      <Alert tone="wait" icon={<ShieldAlert aria-hidden />} title={t("Not signed yet.")}>
        <Sentences>
          {t("The chain of its {count} events holds. A worker that has the key signs it within seconds.", {
            count: verdict.events,
          })}
          <WaitsSince verdict={verdict} endedAt={endedAt} />
        </Sentences>
      </Alert>
    );
  }
  if (!verdict.holds) {
    return <Spoilt />;
  }
  return (
    <Alert icon={<ShieldCheck aria-hidden />} title={t("The record holds.")}>
      {verdict.over
        ? t("Nothing was changed since the run was recorded and signed.")
        : t("Nothing was changed in its {count} events so far. It is signed when the run is over.", {
            count: verdict.events,
          })}
    </Alert>
  );
}

/** Whether those seconds are over. */
function WaitsSince({ verdict, endedAt }: { verdict: Verdict; endedAt: string | null }) {
  const last = verdict.seals.at(-1);
  if (last) {
    const signed = { number: last.seq, time: <Elapsed since={last.signedAt} /> };
    return <Words of="It was signed last {time} ago, up to event {number}." with={signed} />;
  }
  return (
    endedAt !== null && (
      <Words of="The run ended {time} ago, and nothing of it is signed." with={{ time: <Elapsed since={endedAt} /> }} />
    )
  );
}

function Details({ verdict }: { verdict: Verdict }) {
  const { faults, events, head, seals, unproven } = verdict;
  return (
    <>
      {isSpoilt(verdict) && (
        <Section title={t("What is wrong")} note={t("the first one first")}>
          <Lines label={t("What is wrong")}>
            {faults.slice(0, 20).map(({ seq, what }) => (
              <li key={`${seq} ${what}`} className="content-center">
                <b>{seq === null ? t("The record") : t("Event {number}", { number: seq })}</b>: {retell(what)}
              </li>
            ))}
          </Lines>
        </Section>
      )}
      <Section title={t("What was read")}>
        <Rows>
          <Row label={t("Events")}>{events}</Row>
          <Row label={t("Last hash")}>
            <CommandLine args={[head]} />
          </Row>
          {seals.map(({ seq, fingerprint, signedAt }) => (
            <Row key={seq} label={t("Signed")}>
              <Words
                of="up to event {number}, {at}, by the key"
                with={{ number: seq, at: <Time at={signedAt} show="dateTime" /> }}
              />
              <CommandLine args={[fingerprint]} />
            </Row>
          ))}
        </Rows>
      </Section>
      {!isSpoilt(verdict) && (
        <Section title={t("What that does not prove")}>
          <ul className="grid list-disc gap-1 pl-5">
            {unproven.map((sentence) => (
              <li key={sentence}>{withOptions(retell(sentence))}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** What is typed, as `--key`, is not torn at its dashes. */
const withOptions = (said: string): ReactNode[] =>
  said.split(/(\(?--\w+\)?)/).map((piece) =>
    piece.includes("--") ? (
      <span key={piece} className="whitespace-nowrap">
        {piece}
      </span>
    ) : (
      piece
    ),
  );

function ByYourself({ run, verdict }: { run: RunView["run"]; verdict: Verdict }) {
  const [seal] = verdict.seals;
  const file = `${fileName(run.mode, runLabel(run.number))}.jsonl`;
  return (
    <Section title={t("See for yourself")} note={t("offline, with nothing but Node.js 20")}>
      <div className="mb-2 flex flex-wrap gap-2 print:hidden">
        <a className={buttonClass({})} href={addressOf("GET /api/runs/{id}/bundle", { id: run.id })} download={file}>
          <Download aria-hidden /> {t("The record, one file")}
        </a>
        <a className={buttonClass({})} href="/verify.mjs" download="verify.mjs">
          <Download aria-hidden /> {t("The verifier")}
        </a>
      </div>
      <CommandLine args={["node", "verify.mjs", file, ...(seal ? ["--key", seal.fingerprint] : [])]} />
    </Section>
  );
}
