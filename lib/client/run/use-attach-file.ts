"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { newId } from "#lib/client/new-id.ts";
import { runQuery } from "#lib/client/run/run-queries.ts";
import { receive } from "#lib/client/run/use-run.ts";
import { LARGEST_FILE_BYTES } from "#lib/domain/evidence-limits.ts";
import { t } from "#lib/words/t.ts";

const MOST_MIB = LARGEST_FILE_BYTES / 1_024 / 1_024;

/** It was not sent. */
class TooLargeError extends Error {}

/** Sends files one after the other. A file that is sent again after a lost answer keeps its id, so it is attached once. */
export function useAttachFile(runId: string, step: string) {
  const client = useQueryClient();
  const ids = useRef(new Map<string, string>());
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > LARGEST_FILE_BYTES) throw new TooLargeError(file.name);
      const known = `${file.name} ${file.size} ${file.lastModified}`;
      const id = ids.current.get(known) ?? newId();
      ids.current.set(known, id);
      const body = new Uint8Array(await file.arrayBuffer());
      const params = { id: runId, number: step, name: file.name.replace(/[/\\]/g, "_"), file: id };
      const answer = await call("POST /api/runs/{id}/steps/{number}/evidence", { params, body });
      ids.current.delete(known);
      return answer;
    },
    onSuccess: ({ events }) => {
      if (receive(client, runId, events) === "gap") {
        void client.invalidateQueries({ queryKey: runQuery(runId).queryKey });
      }
    },
  });
  return {
    attach: (file: File) => mutateAsync(file).then(succeeded, failed),
    pending: isPending,
    failure: error ? failureWords(error) : null,
  };
}

const succeeded = () => true;
/** Shown beside the button; nobody else waits for it. */
const failed = () => false;

const failureWords = (error: Error): string =>
  error instanceof ApiError
    ? error.message
    : error instanceof TooLargeError
      ? t("{file} is too large: at most {size} MiB.", { file: error.message, size: MOST_MIB })
      : t("Not attached: the server did not answer. Attach it again; it is attached once at most.");
