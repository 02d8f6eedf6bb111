/** What the page of a run fetches when it is idle, in one piece. */
// biome-ignore lint/performance/noBarrelFile: all of it is wanted at once
export { AlsoActiveList } from "#components/runs/also-active-list.tsx";
export { Announcements } from "#components/runs/announcements.tsx";
export { Banners } from "#components/runs/banners.tsx";
export { Brief } from "#components/runs/brief.tsx";
export { CardDetails, CardEnd, CardRecord } from "#components/runs/card-details.tsx";
export { Exceptions } from "#components/runs/exceptions.tsx";
export { FootBands } from "#components/runs/foot-bands.tsx";
export { HeadBars } from "#components/runs/head-bars.tsx";
export { LockedRun } from "#components/runs/locked-run.tsx";
export { OutputDrawer } from "#components/runs/output-drawer.tsx";
export { Places } from "#components/runs/place-choice.tsx";
export { RunDialog } from "#components/runs/run-dialog.tsx";
export { RunKeys } from "#components/runs/run-keys.tsx";
export { SaveRun } from "#components/runs/save-run.tsx";
export { SideParts } from "#components/runs/side-parts.tsx";
export { StepFilters } from "#components/runs/step-filters.tsx";
export { WaitedSoFar } from "#components/runs/waited-so-far.tsx";
