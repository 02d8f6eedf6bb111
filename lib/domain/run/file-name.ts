import type { Mode } from "#lib/domain/run/state.ts";

/** What the name of every file about a run begins with, in any language: "DRILL-R-0042". */
export const fileName = (mode: Mode, label: string): string => `${mode === "drill" ? "DRILL" : "LIVE"}-${label}`;
