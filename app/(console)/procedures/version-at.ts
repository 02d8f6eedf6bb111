import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { AppError } from "#lib/server/errors.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";

/** A version by its id or hash, or the latest by its procedure's key; where there is none, the page says so. */
export const versionAt = cache(async (reference: string): Promise<ProcedureView> => {
  try {
    return await readProcedure(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});
