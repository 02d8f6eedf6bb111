import { notFound } from "next/navigation";
import { cache } from "react";
import { getRun, type RunView } from "#lib/contract/runs.ts";
import { AppError } from "#lib/server/errors.ts";
import { readRun } from "#lib/server/runs/read.ts";

export type RunPageProps = { params: Promise<{ id: string }> };

/** The run a page is about; one reading for title and page. */
export const runOf = async (params: RunPageProps["params"]): Promise<RunView> =>
  runAt(decodeURIComponent((await params).id));

const runAt = cache(async (reference: string): Promise<RunView> => {
  if (!getRun.params.safeParse({ id: reference }).success) notFound();
  try {
    return await readRun(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});
