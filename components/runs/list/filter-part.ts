import { runPart } from "#components/runs/run-part.ts";

/** The filters above the steps, which stand there as the server drew them until somebody can press them. */
export const filterPart = runPart("StepFilters");
