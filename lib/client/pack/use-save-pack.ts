"use client";

import { useMutation } from "@tanstack/react-query";
import { errorWords } from "#lib/client/error-words.ts";
import { formatDuration } from "#lib/client/format.ts";
import { type PackOfPage, type SavedPack, savePack } from "#lib/client/pack/save-pack.ts";
import { joined, t } from "#lib/words/t.ts";

type OfPack = { label: string; address: string; reader: string; ofPage: () => PackOfPage };

/** Saves the pack of a run. `said`: how far that is, and what came of it. */
export function useSavePack({ label, address, reader, ofPage }: OfPack): { save: () => void; said: string | null } {
  const saving = useMutation({ mutationFn: () => savePack(address, reader, ofPage) });
  return {
    save: () => {
      if (!saving.isPending) saving.mutate();
    },
    said: saving.isPending
      ? t("Saving…")
      : saving.error
        ? errorWords(saving.error).sentence
        : saving.data
          ? savedWords(label, saving.data)
          : null,
  };
}

function savedWords(run: string, { by, ageMs, failed }: SavedPack): string {
  if (by === "server") return t("Saved.");
  const told = { run, elapsed: formatDuration(ageMs) };
  if (by === "page") return t("Saved: what this page knows of {run}, as it was {elapsed} ago.", told);
  return joined(
    failed && t("The server could not make the run pack."),
    t("Saved: what this browser kept of {run}, as it was {elapsed} ago.", told),
  );
}
