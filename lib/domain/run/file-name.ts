import type { Mode } from "#lib/domain/run/state.ts";

/** What the name of every file about a run begins with, in any language: "DRILL-R-0042". */
export const fileName = (mode: Mode, label: string): string => `${mode === "drill" ? "DRILL" : "LIVE"}-${label}`;

/** Of the run as it stood then. */
export const packName = (mode: Mode, label: string, at: string): string =>
  `${fileName(mode, label)}-pack-${at.slice(0, 19).replaceAll(":", "")}Z.html`;
