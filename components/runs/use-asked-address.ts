"use client";

import { useEffect } from "react";
import type { RunView } from "#components/runs/use-run-view.ts";
import { readLineHash } from "#lib/client/output/output-link.ts";
import type { OutputOf } from "#lib/client/output/use-output.ts";
import { readStepHash } from "#lib/client/run/step-hash.ts";

type Ways = Pick<RunView, "reveal" | "tab"> & { onOutput: (output: OutputOf & { line?: number }) => void };

/** Shows what the address leads to, also where only its end changes: a step, a line of output, the people. */
export function useAskedAddress(runId: string, { reveal, tab, onOutput }: Ways): void {
  useEffect(() => {
    const follow = () => {
      const { hash } = location;
      const line = readLineHash(hash);
      if (line) onOutput({ runId, ...line });
      const step = readStepHash(hash);
      if (step) reveal(step);
      // On a phone they are behind a tab.
      if (hash === "#people") tab("notes");
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [runId, reveal, tab, onOutput]);
}
