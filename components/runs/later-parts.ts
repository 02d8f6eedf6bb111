/** What the page of a run fetches when it is idle, in one piece. */
// biome-ignore lint/performance/noBarrelFile: all of it is wanted at once
export { Announcements } from "#components/runs/announcements.tsx";
export { CardDetails, CardEnd, CardRecord } from "#components/runs/card/card-details.tsx";
export { Places } from "#components/runs/card/place-choice.tsx";
export { StepMenu } from "#components/runs/card/step-menu.tsx";
export { RunDialog } from "#components/runs/dialog/run-dialog.tsx";
export { AlsoActiveList } from "#components/runs/head/also-active-list.tsx";
export { Banners } from "#components/runs/head/banners.tsx";
export { Brief } from "#components/runs/head/brief.tsx";
export { Exceptions } from "#components/runs/head/exceptions.tsx";
export { FootBands } from "#components/runs/head/foot-bands.tsx";
export { HeadBars } from "#components/runs/head/head-bars.tsx";
export { MoreSteps } from "#components/runs/head/more-steps.tsx";
export { WaitedSoFar } from "#components/runs/head/waited-so-far.tsx";
export { FinalLine } from "#components/runs/list/final-line.tsx";
export { NothingMatches } from "#components/runs/list/nothing-matches.tsx";
export { StepFilters } from "#components/runs/list/step-filters.tsx";
export { OutputDrawer } from "#components/runs/output/output-drawer.tsx";
export { RunKeys } from "#components/runs/run-keys.tsx";
export { RunRefusal } from "#components/runs/run-refusal.tsx";
export { SaveRun } from "#components/runs/side/save-run.tsx";
export { SideParts } from "#components/runs/side/side-parts.tsx";
export { SignedOut } from "#components/shell/signed-out.tsx";
