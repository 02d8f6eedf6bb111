import type { Step } from "#lib/domain/procedure.ts";

/** What is never begun without the run's number typed, nor by a machine: a step that says so, and the one after which no run is aborted. */
export const cannotBeUndone = ({ irreversible, pointOfNoReturn }: Pick<Step, "irreversible" | "pointOfNoReturn">) =>
  irreversible || pointOfNoReturn === true;
