import { runLabel } from "#lib/domain/run/read-state.ts";
import { modeWord } from "#lib/domain/run/run-words.ts";
import type { Mode } from "#lib/domain/run/state.ts";

/** `LIVE R-0042`: the first words about a run, everywhere. */
export const runName = (run: { mode: Mode; number: number }): string => `${modeWord(run.mode)} ${runLabel(run.number)}`;

export const runAddress = (number: number): string => `/runs/${runLabel(number)}`;

/** What is said of a run when it is looked back on. */
export const reportAddress = (number: number): string => `${runAddress(number)}/report`;

/** Where what was done without the console is entered. */
export const afterwardsAddress = (number: number): string => `${runAddress(number)}/afterwards`;

/** Whether the record of a run holds. */
export const recordAddress = (number: number): string => `${runAddress(number)}/record`;

/** The new-run page with this run's sites the other way round. */
export const switchbackAddress = (number: number): string => `/new-run?back=${runLabel(number)}`;
