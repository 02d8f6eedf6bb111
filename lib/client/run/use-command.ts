"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useRef, useState } from "react";
import { call } from "#lib/client/api.ts";
import { ApiError, isUnanswered, NoAnswerError } from "#lib/client/api-error.ts";
import { newId } from "#lib/client/new-id.ts";
import { runQuery } from "#lib/client/run/run-queries.ts";
import { receive } from "#lib/client/run/use-run.ts";
import type { Command } from "#lib/domain/run/command.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type Sent = { key: string; command: Command; about: string | undefined };
type Sending = { last: Sent | null; error: unknown; isPending: boolean };

const nothingSent: Sending = { last: null, error: null, isPending: false };

export type CommandSender = {
  /** Sends it under a key of its own. Resolves to whether it was done. */
  send: (command: Command) => Promise<boolean>;
  /** The command that is on its way. */
  pending: Command | null;
  /** Why the last one was not done, in a sentence. */
  refusal: string | null;
  /** The rule that refused it. */
  rejection: string | null;
  /** There when it is not known whether it was done: sends the same command under the same key, so that it is done once at most. */
  retry: (() => Promise<boolean>) | null;
  dismiss: () => void;
  /** Whether nothing else is sent just now. */
  isBusy: () => boolean;
};

type CommandPlace = {
  /** What is pressed upon, as it stands. An answer that never came is no news of what stands there now, nor a press for it. */
  about?: string;
  /** What follows once it is done, at the first try or at another. */
  onDone?: (command: Command) => void;
};

/** One place that sends commands: a card, a dialog. Nothing is shown as done before the server has said so. */
export function useCommand(runId: string, { about, onDone }: CommandPlace = {}): CommandSender {
  const client = useQueryClient();
  const [{ last, error, isPending }, set] = useState(nothingSent);
  // The run is drawn a moment after the answer (`RunScreen`): until then its buttons are those of the state before.
  const drawing = useDeferredValue(isPending);
  const busy = useRef(false);
  const attempt = useCallback(
    async (sent: Sent): Promise<boolean> => {
      // The second press of a double click comes before anything was drawn anew.
      if (busy.current) return false;
      busy.current = true;
      set({ last: sent, error: null, isPending: true });
      const failure = await failureOf(client, runId, sent);
      set({ last: sent, error: failure, isPending: false });
      busy.current = false;
      if (failure === null) onDone?.(sent.command);
      return failure === null;
    },
    [client, runId, onDone],
  );
  const send = useCallback((command: Command) => attempt({ key: newId(), command, about }), [attempt, about]);
  const unanswered = isUnanswered(error) && last !== null;
  const isPast = unanswered && last.about !== about;
  return {
    send,
    pending: isPending || drawing ? (last?.command ?? null) : null,
    refusal: error !== null && !isPast ? refusalOf(error) : null,
    rejection: error instanceof ApiError ? (error.problem.rejection ?? null) : null,
    retry: unanswered && !isPast ? () => attempt(last) : null,
    dismiss: () => set(nothingSent),
    isBusy: () => busy.current,
  };
}

/** Sends it, and draws what came of it. Answers why it was not done, or null. */
async function failureOf(client: QueryClient, runId: string, { key, command }: Sent): Promise<unknown> {
  const again = () => void client.invalidateQueries({ queryKey: runQuery(runId).queryKey });
  try {
    const sent = { params: { id: runId }, body: { key, command } };
    const { events } = await call("POST /api/runs/{id}/commands", sent);
    if (receive(client, runId, events) === "gap") again();
    return null;
  } catch (failure) {
    // Somebody else was first: what they did may not have arrived here yet.
    if (failure instanceof ApiError) again();
    return failure;
  }
}

/** A step as it stands, for `about`. */
export const standing = ({ attempts }: StepState, shown: ShownState): string => `${shown} ${attempts.length}`;

function refusalOf(error: unknown): string {
  if (error instanceof NoAnswerError) {
    return t("The server did not answer, so it is not known whether this was done. Trying again does it once at most.");
  }
  return error instanceof ApiError ? error.message : t("Something in this page failed. Reload it before you continue.");
}
