"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useRef } from "react";
import { call } from "#lib/client/api.ts";
import { ApiError, isUnanswered, NoAnswerError } from "#lib/client/api-error.ts";
import { newId } from "#lib/client/new-id.ts";
import { runQuery } from "#lib/client/run/run-queries.ts";
import { receive } from "#lib/client/run/use-run.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { t } from "#lib/words/t.ts";

type Sent = { key: string; command: Command };

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
};

/** One place that sends commands: a card, a dialog. Nothing is shown as done before the server has said so. */
export function useCommand(runId: string): CommandSender {
  const client = useQueryClient();
  const { mutateAsync, reset, variables, error, isPending } = useMutation({
    mutationFn: (sent: Sent) => call("POST /api/runs/{id}/commands", { params: { id: runId }, body: sent }),
    onSuccess: ({ events }) => {
      if (receive(client, runId, events) === "gap")
        void client.invalidateQueries({ queryKey: runQuery(runId).queryKey });
    },
    onError: (failure) => {
      // Somebody else was first: what they did may not have arrived here yet.
      if (failure instanceof ApiError) void client.invalidateQueries({ queryKey: runQuery(runId).queryKey });
    },
  });
  // The run is drawn a moment after the answer (`RunScreen`): until then its buttons are those of the state before.
  const drawing = useDeferredValue(isPending);
  const busy = useRef(false);
  const attempt = useCallback(
    async (sent: Sent): Promise<boolean> => {
      // The second press of a double click comes before anything was drawn anew.
      if (busy.current) return false;
      busy.current = true;
      try {
        await mutateAsync(sent);
        return true;
      } catch {
        return false;
      } finally {
        busy.current = false;
      }
    },
    [mutateAsync],
  );
  const send = useCallback((command: Command) => attempt({ key: newId(), command }), [attempt]);
  const unanswered = isUnanswered(error) && variables !== undefined && !isPending;
  return {
    send,
    pending: isPending || drawing ? (variables?.command ?? null) : null,
    refusal: error ? refusalOf(error) : null,
    rejection: error instanceof ApiError ? (error.problem.rejection ?? null) : null,
    retry: unanswered ? () => attempt(variables) : null,
    dismiss: reset,
  };
}

function refusalOf(error: Error): string {
  if (error instanceof NoAnswerError) {
    return t("The server did not answer, so it is not known whether this was done. Trying again does it once at most.");
  }
  return error instanceof ApiError ? error.message : t("Something in this page failed. Reload it before you continue.");
}
