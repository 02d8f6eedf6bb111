"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  asKept,
  blankRow,
  commandOf,
  Draft,
  isOfRow,
  isOpenDraft,
  type Row,
  toBeSent,
} from "#lib/client/afterwards/afterwards.ts";
import { call } from "#lib/client/api.ts";
import { ApiError, isUnanswered } from "#lib/client/api-error.ts";
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

/**
 * The draft of a run, as this browser keeps it for all its windows: each row is put among those that stand there now, and what
 * another window writes comes in.
 */
function useDraft(place: string) {
  // Nothing until it is known what this browser keeps, or that would be overwritten.
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const [kept, setKept] = useState(true);
  const own = useRef<{ draft: Draft; kept: boolean }>({ draft: NOTHING, kept: true });
  const take = useCallback((next: Draft, isKept: boolean) => {
    own.current = { draft: next, kept: isKept };
    setDraft(next);
    setKept(isKept);
  }, []);
  useEffect(() => {
    const stands = recall(place);
    take(stands, remember(place, stands));
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key === place && own.current.kept) take(asKept(own.current.draft, readDraft(newValue)), true);
    };
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  }, [place, take]);
  const standing = () => (own.current.kept ? asKept(own.current.draft, recall(place)) : own.current.draft);
  const put = (row: Row) => {
    const next = [...standing().filter(({ step }) => step !== row.step), row];
    take(next, remember(place, next));
  };
  return { draft, kept, put, standing };
}

/** The list of one run, kept in this browser for this person until it is saved. */
export function useAfterwards(runId: string, personId: string): Afterwards {
  const { draft, kept, put, standing } = useDraft(placeOf(runId, personId));
  const client = useQueryClient();
  const [sending, setSending] = useState(false);

  const rowOf = (step: string): Row => draft.find((row) => row.step === step) ?? blankRow(step, newId());
  // What is written in another window meanwhile is not what was sent.
  const answered = (row: Row) => {
    if (standing().every(({ step, key }) => step !== row.step || key === row.key)) put(row);
  };
  const change = (step: string, said: Partial<Row>) => {
    // Said otherwise, it is another command; and at another time it may have been its turn.
    const { refusal: _, unanswered: __, outOfTurn, ...row } = rowOf(step);
    put({
      ...row,
      ...(said.atLocal === undefined && said.later === undefined && { outOfTurn }),
      ...said,
      key: newId(),
    });
  };
  const send = async () => {
    setSending(true);
    for (const row of toBeSent(draft)) {
      const { refusal: _, unanswered: __, ...fresh } = row;
      try {
        const body = { key: row.key, command: commandOf(row) };
        const { events } = await call("POST /api/runs/{id}/commands", { params: { id: runId }, body });
        answered({ ...fresh, savedAt: events[0]?.at ?? new Date().toISOString() });
        if (receive(client, runId, events) === "gap")
          await client.invalidateQueries({ queryKey: runQuery(runId).queryKey });
      } catch (error) {
        const waits = error instanceof ApiError && error.problem.rejection === "step_waits";
        answered({
          ...fresh,
          refusal: errorWords(error).sentence,
          ...(waits && { outOfTurn: true }),
          ...(isUnanswered(error) && { unanswered: true }),
        });
        if (!(error instanceof ApiError) || !isOfRow(error.problem)) break;
      }
    }
    setSending(false);
  };
  return { rowOf, change, send, sending, draft, kept };
}

const recall = (place: string): Draft => readDraft(inStorage((storage) => storage.getItem(place)));

function readDraft(text: string | null | undefined): Draft {
  const parsed = Draft.safeParse(text ? JSON.parse(text) : []);
  return parsed.success ? parsed.data : [];
}

function remember(place: string, draft: Draft): boolean {
  const done = inStorage((storage) => {
    // Also the last that is saved, before nothing is left to keep: other windows are told of it.
    if (draft.length > 0) storage.setItem(place, JSON.stringify(draft));
    if (!isOpenDraft(draft)) storage.removeItem(place);
    return true;
  });
  return done ?? false;
}
