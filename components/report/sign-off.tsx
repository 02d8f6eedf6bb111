"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useIsSpoilt } from "#components/report/report-record.tsx";
import { SendForm, type Shared } from "#components/report/send-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { query } from "#lib/client/query.ts";
import type { Person } from "#lib/domain/actor.ts";
import { actorName } from "#lib/domain/actor-name.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { listed, t, tn } from "#lib/words/t.ts";

type SignOffProps = Shared & { report: Report; over: boolean; person: Person };

/** Under what was read: what others added since has to be read first. */
export function SignOff({ report, over, person, ...shared }: SignOffProps) {
  const [as, setAs] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const spoilt = useIsSpoilt(shared.runId);
  const { seen, others, onRead } = useRead(report, over, person, shared);
  const missing = !over
    ? t("The run is not over.")
    : spoilt
      ? t("It is not signed off as it is. Add a finding instead.")
      : others.length > 0
        ? t("The report has changed since you opened it.")
        : as.trim() === ""
          ? t("Say as what you sign.")
          : null;
  return (
    <SendForm
      {...shared}
      title={t("Sign off")}
      send={t("Sign off")}
      command={missing ?? { type: "report.sign_off", as: as.trim(), seen }}
      onSent={() => setAs("")}
      end={
        <Since
          others={over ? others : []}
          onRead={() => {
            onRead();
            // What was pressed is gone now.
            field.current?.focus();
          }}
        />
      }
    >
      {spoilt && <p className="font-medium text-bad">{t("The record this is drafted from does not hold.")}</p>}
      <TextField
        ref={field}
        label={t("You sign as")}
        hint={t("Such as Auditor or Head of operations. What is added later is shown as not signed.")}
        maxLength={300}
        value={as}
        onChange={(event) => setAs(event.target.value)}
      />
    </SendForm>
  );
}

function Since({ others, onRead }: { others: readonly LoggedEvent[]; onRead: () => void }) {
  const names = listed([...new Set(others.map(({ actor }) => actorName(actor)))]);
  return (
    <>
      <p role="status" className="font-medium text-wait empty:sr-only">
        {others.length > 0 &&
          tn(
            "{count} event came since you opened this report, by {names}.",
            "{count} events came since you opened this report, by {names}.",
            others.length,
            { names },
          )}
      </p>
      {others.length > 0 && (
        <div>
          <Button size="small" onClick={onRead}>
            {t("I have read it as it is now")}
          </Button>
        </div>
      )}
    </>
  );
}

const EVERY_MS = 5_000;

/** Up to which event this report was read, and what others have added that it shows by now. Drawn anew when more is there. */
function useRead(report: Report, over: boolean, person: Person, { runId, onDone }: Shared) {
  const [read, setRead] = useState(report.events);
  const since = useQuery({
    ...query("GET /api/runs/{id}/log", { id: runId, after: String(read), limit: 200 }),
    // Before that the report itself is drafted anew all the time.
    enabled: over,
    refetchInterval: EVERY_MS,
  });
  const events = since.data?.events ?? [];
  const last = events.at(-1)?.seq ?? read;
  const isNews = last > report.events;
  useEffect(() => {
    if (isNews) onDone();
  }, [isNews, onDone]);
  const others = events.filter(({ seq, actor }) => seq <= report.events && !isBy(actor, person));
  // One's own were known as they were written.
  const seen = others.length === 0 ? Math.min(last, report.events) : read;
  return { seen, others, onRead: () => setRead(report.events) };
}

const isBy = (actor: LoggedEvent["actor"], { id }: Person): boolean => actor.kind === "person" && actor.id === id;
