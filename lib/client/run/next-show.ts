import type { RunFilter } from "#lib/client/run/run-filter.ts";

const round: readonly RunFilter["only"][] = ["all", "mine", "person", "problems"];

/** All, mine, needs a person, problems, and all again. */
export const nextShow = (only: RunFilter["only"]): RunFilter["only"] =>
  round[(round.indexOf(only) + 1) % round.length] ?? "all";
