import { z } from "zod";
import { bareName } from "#lib/domain/actor-name.ts";
import { Instant } from "#lib/domain/instant.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import type { Run } from "#lib/domain/run/state.ts";

export const ReportedValue = z.object({
  /** The step that gives it. */
  step: z.string(),
  label: z.string(),
  value: z.string(),
  by: z.string(),
  /** Told by what a command wrote or a service answered: `by` is its worker. */
  byCommand: z.boolean(),
  at: Instant,
});
export type ReportedValue = z.infer<typeof ReportedValue>;

/** What the steps of the procedure gave, in its order, as it was said last, and who or what said it. Never a secret: no step gives one. */
export const valuesOf = (procedure: Procedure, run: Run, events: readonly LoggedEvent[]): ReportedValue[] =>
  outline(procedure).steps.flatMap(({ number: step, outputs = [] }) =>
    outputs.flatMap(({ name, label }) => {
      const known = run.outputs[name];
      const last = events.findLast(({ event }) => gives(event, name));
      if (!known || !last) return [];
      const { actor, at } = last;
      return [{ step, label, value: known.value, by: bareName(actor), byCommand: actor.kind === "worker", at }];
    }),
  );

const gives = (event: LoggedEvent["event"], name: string): boolean =>
  event.type === "output.entered" ? event.output === name : "outputs" in event && event.outputs?.[name] !== undefined;
