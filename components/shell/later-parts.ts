/** What every page fetches when it is idle, in one piece: a request for each would take longer than what they bring. */
// biome-ignore lint/performance/noBarrelFile: all of it is wanted at once
export { Count, Watch } from "#components/overview/waiting.tsx";
export { QuickParts } from "#components/palette/quick-parts.tsx";
export { AwayBand } from "#components/shell/away-band.tsx";
export { Failure } from "#components/shell/failure.tsx";
export { NavPanel } from "#components/shell/nav-panel.tsx";
export { PersonPopover } from "#components/shell/person-popover.tsx";
