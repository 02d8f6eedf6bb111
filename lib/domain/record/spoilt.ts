import type { Verdict } from "#lib/domain/record/verdict.ts";

/** Nothing is wrong with it but that no worker has signed it yet, which takes seconds. */
export const isOnlyUnsigned = ({ faults }: Verdict): boolean => faults.length === 1 && faults[0]?.unsigned === true;

/** It cannot be believed. */
export const isSpoilt = (verdict: Verdict): boolean => !verdict.holds && !isOnlyUnsigned(verdict);
