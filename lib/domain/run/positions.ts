import type { Run } from "#lib/domain/run/state.ts";

/** Whether a person fills this position in the run, or stands in for who does. `id` is the person's. */
export function holdsPosition(run: Pick<Run, "positions">, position: string, id: string): boolean {
  const filled = run.positions[position];
  return filled?.person?.id === id || filled?.deputy?.id === id;
}
