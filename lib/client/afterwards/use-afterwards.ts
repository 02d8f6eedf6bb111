"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { blankRow, commandOf, Draft, isOfRow, type Row, toBeSent } from "#lib/client/afterwards/afterwards.ts";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { inStorage } from "#lib/client/in-storage.ts";
import { newId } from "#lib/client/new-id.ts";
import { runQuery } from "#lib/client/run/run-queries.ts";
import { receive } from "#lib/client/run/use-run.ts";

export type Afterwards = {
  rowOf: (step: string) => Row;
  change: (step: string, said: Partial<Row>) => void;
  /** Sends what is not saved, row by row. Ends early when the reason is not of the row: then the rest was not sent. */
  send: () => Promise<void>;
  sending: boolean;
  draft: Draft;
  /** Whether this browser keeps the draft over a reload. */
  kept: boolean;
};

const NOTHING: Draft = [];

/** Also of a person: a browser may be handed on, and what somebody typed is theirs. */
const placeOf = (runId: string, personId: string): string => `afterwards-${personId}-${runId}`;

/** The list of one run, kept in this browser for this person until it is saved. */
export function useAfterwards(runId: string, personId: string): Afterwards {
  const place = placeOf(runId, personId);
  const client = useQueryClient();
  // Nothing until it is known what this browser keeps, or that would be overwritten.
  const [known, setKnown] = useState<Draft | null>(null);
  const [kept, setKept] = useState(true);
  const [sending, setSending] = useState(false);
  useEffect(() => setKnown(recall(place)), [place]);
  useEffect(() => {
    if (known) setKept(remember(place, known));
  }, [place, known]);
  const draft = known ?? NOTHING;

  const rowOf = (step: string): Row => draft.find((row) => row.step === step) ?? blankRow(step, newId());
  const put = (row: Row) => setKnown((before) => [...(before ?? []).filter(({ step }) => step !== row.step), row]);
  const change = (step: string, said: Partial<Row>) => {
    // Said otherwise, it is another command.
    const { refusal: _, ...row } = rowOf(step);
    put({ ...row, ...said, key: newId() });
  };
  const send = async () => {
    setSending(true);
    for (const row of toBeSent(draft)) {
      const { refusal: _, ...fresh } = row;
      try {
        const body = { key: row.key, command: commandOf(row) };
        const { events } = await call("POST /api/runs/{id}/commands", { params: { id: runId }, body });
        put({ ...fresh, savedAt: events[0]?.at ?? new Date().toISOString() });
        if (receive(client, runId, events) === "gap")
          await client.invalidateQueries({ queryKey: runQuery(runId).queryKey });
      } catch (error) {
        const waits = error instanceof ApiError && error.problem.rejection === "step_waits";
        put({ ...fresh, refusal: errorWords(error).sentence, ...(waits && { outOfTurn: true }) });
        if (!(error instanceof ApiError) || !isOfRow(error.problem)) break;
      }
    }
    setSending(false);
  };
  return { rowOf, change, send, sending, draft, kept };
}

function recall(place: string): Draft {
  const text = inStorage((storage) => storage.getItem(place));
  const parsed = Draft.safeParse(text ? JSON.parse(text) : []);
  return parsed.success ? parsed.data : [];
}

function remember(place: string, draft: Draft): boolean {
  const isOpen = draft.some(({ what, savedAt }) => what !== "" && savedAt === undefined);
  const done = inStorage((storage) => {
    if (isOpen) storage.setItem(place, JSON.stringify(draft));
    else storage.removeItem(place);
    return true;
  });
  return done ?? false;
}
