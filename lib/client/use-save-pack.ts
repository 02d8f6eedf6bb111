"use client";

import { useMutation } from "@tanstack/react-query";
import { NoAnswerError } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { formatDuration } from "#lib/client/format.ts";
import { type SavedPack, savePack } from "#lib/client/save-pack.ts";
import { joined, t } from "#lib/words/t.ts";

type OfPack = { label: string; address: string; reader: string };

/** Saves the pack of a run. `said`: how far that is, and what came of it. */
export function useSavePack({ label, address, reader }: OfPack): { save: () => void; said: string | null } {
  const saving = useMutation({ mutationFn: () => savePack(address, reader) });
  return {
    save: () => {
      if (!saving.isPending) saving.mutate();
    },
    said: saving.isPending
      ? t("Saving…")
      : saving.error
        ? failedWords(label, saving.error)
        : saving.data
          ? savedWords(label, saving.data)
          : null,
  };
}

const savedWords = (run: string, { ageMs, failed }: SavedPack): string =>
  ageMs === null
    ? t("Saved.")
    : joined(
        failed && t("The server could not make the run pack."),
        t("Saved: what this browser kept of {run}, as it was {elapsed} ago.", { run, elapsed: formatDuration(ageMs) }),
      );

const failedWords = (run: string, error: Error): string =>
  error instanceof NoAnswerError
    ? t("The server does not answer, and this browser keeps no copy of {run}.", { run })
    : errorWords(error).sentence;
