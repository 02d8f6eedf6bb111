"use client";

import { filterPart } from "#components/runs/list/filter-part.ts";
import type { RunKeysProps } from "#components/runs/run-keys.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { sideParts } from "#components/runs/side/side-panel.tsx";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { isThere, useLater } from "#components/ui/later.ts";

const runKeys = runPart("RunKeys");

/** The keys of a run. Nobody needs them before they are there; what is pressed until they are is heard as well. */
export function LaterKeys(props: Omit<RunKeysProps, "early">) {
  const { somebody, take } = useFirstSign();
  const keys = useLater(runKeys, somebody && "now");
  const side = useLater(sideParts, somebody && "now");
  const filters = useLater(filterPart, somebody && "now");
  return isThere(keys) && side !== null && filters !== null ? <keys.Part {...props} early={take} /> : null;
}
