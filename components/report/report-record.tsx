"use client";

import { useQuery } from "@tanstack/react-query";
import { Hourglass, ShieldAlert, ShieldCheck } from "lucide-react";
import { Spoilt } from "#components/record/spoilt.tsx";
import { isUnread, LoadState } from "#components/shell/load-state.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Section } from "#components/ui/section.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { verificationQuery } from "#lib/client/queries.ts";
import { recordAddress } from "#lib/client/run/run-name.ts";
import { isOnlyUnsigned, isSpoilt } from "#lib/domain/record/spoilt.ts";
import type { Verdict } from "#lib/domain/record/verdict.ts";
import { joined, t, tn } from "#lib/words/t.ts";

/** Whether what the report is drafted from can be believed; the page of the record says more. */
export function ReportRecord({ runId, number }: { runId: string; number: number }) {
  const asked = useQuery(verificationQuery(runId));
  const { data } = asked;
  return (
    <Section title={t("The record")}>
      <LoadState what={t("The record")} of={asked}>
        <Skeleton lines={2} label={t("Verifying the record")} />
      </LoadState>
      {data && (
        <div className="grid justify-items-start gap-1">
          <Result verdict={data} />
          <code className="font-mono text-xs text-fg-2">SHA-256 {data.head.slice(0, 16)}…</code>
        </div>
      )}
      <p className="mt-1">
        <Link href={recordAddress(number)} className="text-link underline">
          {t("Verify the record")}
        </Link>
      </p>
    </Section>
  );
}

/** Whether it is known that the record cannot be believed. */
export function useIsSpoilt(runId: string): boolean {
  const { data } = useQuery(verificationQuery(runId));
  return data !== undefined && isSpoilt(data);
}

/** Above all else that the report cannot be believed; and on a phone, where the record's own part stands last, what is known of it. */
export function RecordFirst({ runId, number }: { runId: string; number: number }) {
  const asked = useQuery(verificationQuery(runId));
  const { data } = asked;
  if (data && isSpoilt(data))
    return <Spoilt action={<ButtonLink href={recordAddress(number)}>{t("What is wrong")}</ButtonLink>} />;
  return (
    <p className="lg:hidden print:hidden">
      {data ? (
        <Result verdict={data} />
      ) : isUnread(asked) ? (
        <Outcome tone="wait" icon={<ShieldAlert aria-hidden />}>
          {t("Whether the record holds could not be read.")}
        </Outcome>
      ) : (
        <Outcome tone="quiet" icon={<Hourglass aria-hidden />}>
          {t("Whether the record holds is being verified.")}
        </Outcome>
      )}
    </p>
  );
}

function Result({ verdict }: { verdict: Verdict }) {
  const events = tn("{count} event", "{count} events", verdict.events);
  if (isOnlyUnsigned(verdict)) {
    return (
      <Outcome tone="wait" icon={<Hourglass aria-hidden />}>
        {joined(t("Not signed yet."), events)}
      </Outcome>
    );
  }
  return verdict.holds ? (
    <Outcome tone="done" icon={<ShieldCheck aria-hidden />}>
      {joined(t("The record holds."), events)}
    </Outcome>
  ) : (
    <Outcome tone="bad" icon={<ShieldAlert aria-hidden />}>
      {t("The record does not hold.")}
    </Outcome>
  );
}
