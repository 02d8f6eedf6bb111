import { z } from "zod";
import { whoName } from "#lib/domain/actor-name.ts";
import { Instant } from "#lib/domain/instant.ts";
import { resultOf } from "#lib/domain/report/result-of.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { Work } from "#lib/domain/work.ts";

/** A command exactly as it was run, and what came of it. */
export const ReportedCommand = z.object({
  step: z.string(),
  attempt: z.number().int(),
  site: z.string(),
  by: z.string(),
  /** Why it was started, where somebody said so. */
  why: z.string().optional(),
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
  const { number, conduct, site, by, why, at, command, begun, ended } = attempt;
  if (!command) return [];
  const { timeoutSeconds: _, expected: __, variables, ...work } = command;
  return [
    {
      step,
      attempt: number,
      site,
      by: whoName(by),
      ...(why !== undefined && { why }),
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
