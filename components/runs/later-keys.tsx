"use client";

import { filterPart } from "#components/runs/filter-part.ts";
import type { RunKeysProps } from "#components/runs/run-keys.tsx";
import { sideParts } from "#components/runs/side-panel.tsx";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { isThere, later, useLater } from "#components/ui/later.ts";

const runKeys = later<RunKeysProps>(() => import("#components/runs/later-parts.ts").then(({ RunKeys }) => RunKeys));

/** The keys of a run. Nobody needs them before they are there; what is pressed until they are is heard as well. */
export function LaterKeys(props: Omit<RunKeysProps, "early">) {
  const { somebody, take } = useFirstSign();
  const keys = useLater(runKeys, somebody && "now");
  const side = useLater(sideParts, somebody && "now");
  const filters = useLater(filterPart, somebody && "now");
  return isThere(keys) && side !== null && filters !== null ? <keys.Part {...props} early={take} /> : null;
}
