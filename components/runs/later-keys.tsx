"use client";

import type { RunKeysProps } from "#components/runs/run-keys.tsx";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { useLater } from "#components/shell/use-later.ts";

const load = () => import("#components/runs/run-keys.tsx").then(({ RunKeys }) => RunKeys);

/** The keys of a run. Nobody needs them before they are there; what is pressed until they are is heard as well. */
export function LaterKeys(props: Omit<RunKeysProps, "early">) {
  const { somebody, take } = useFirstSign();
  const keys = useLater(somebody && "now", load);
  if (!keys || keys === "failed") return null;
  return <keys.Part {...props} early={take} />;
}
