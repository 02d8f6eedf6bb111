import { z } from "zod";
import { Instant } from "#lib/domain/run/instant.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { Work } from "#lib/domain/work.ts";

/** A command exactly as it was run, and what came of it. */
export const ReportedCommand = z.object({
  step: z.string(),
  attempt: z.number().int(),
  site: z.string(),
  by: z.string(),
  at: Instant,
  /** Shown and recorded only: nothing was sent. */
  simulated: z.boolean(),
  work: Work.optional(),
  /** What it was told of earlier steps, beside its arguments. */
  variables: z.record(z.string(), z.string()).optional(),
  worker: z.string().optional(),
  result: z.string(),
  durationSeconds: z.number().optional(),
  output: z
    .object({ lines: z.number().int(), sha256: z.string(), truncated: z.boolean(), text: z.string() })
    .optional(),
});
export type ReportedCommand = z.infer<typeof ReportedCommand>;

/** One attempt as it is reported, with what it wrote; none where no command had a part in it. */
export function commandOf(step: string, attempt: Attempt, text = ""): ReportedCommand[] {
  const { number, conduct, site, by, at, command, begun, ended } = attempt;
  if (!command) return [];
  const { timeoutSeconds: _, expected: __, variables, ...work } = command;
  return [
    {
      step,
      attempt: number,
      site,
      by: by.name,
      at,
      simulated: conduct === "simulated",
      work,
      ...(variables && { variables }),
      ...(begun && { worker: begun.worker }),
      result: resultOf(attempt),
      ...(ended?.durationMs !== undefined && { durationSeconds: Math.round(ended.durationMs / 100) / 10 }),
      ...(ended?.output && {
        output: { lines: ended.output.lines, sha256: ended.output.sha256, truncated: ended.output.truncated, text },
      }),
    },
  ];
}

/** How an attempt came out, in words. */
export function resultOf({ conduct, begun, ended }: Attempt): string {
  if (conduct === "simulated") return "SIMULATED: nothing was sent";
  const result = ended?.result;
  switch (result?.kind) {
    case undefined:
      return begun ? "outcome unknown" : "not begun";
    case "exited":
      return `exit code ${result.code}`;
    case "signaled":
      return `ended by ${result.signal}`;
    case "not_run":
      return `not run: ${result.message}`;
    case "timed_out":
    case "canceled":
      return `${result.kind === "timed_out" ? "timed out" : "canceled"}, ${result.gone ? "known to be gone" : "NOT known to be gone"}`;
    case "answered":
      return `${result.ok ? "answered" : "answered otherwise than expected"}, status ${result.status}: ${result.message}`;
    case "probed":
      return `${result.held ? "held" : "did not hold"} after ${result.tries} tries: ${result.message}`;
  }
}
