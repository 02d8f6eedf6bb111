import type { Metadata } from "next";
import { RunComparison } from "#components/history/run-comparison.tsx";
import { getRun } from "#lib/contract/runs.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { AppError } from "#lib/server/errors.ts";
import { readReport } from "#lib/server/report/report.ts";
import { listRuns } from "#lib/server/runs/read.ts";
import { t } from "#lib/words/t.ts";
import { signedIn } from "../../signed-in.ts";

type CompareProps = { searchParams: Promise<{ a?: string | string[]; b?: string | string[] }> };

export function generateMetadata(): Metadata {
  return { title: t("Two runs compared") };
}

export default async function ComparePage({ searchParams }: CompareProps) {
  await signedIn();
  const { a, b } = await searchParams;
  const [first, second] = [asText(a), asText(b)];
  const latest = first === "" || second === "" ? (await listRuns({ limit: LOOKED_THROUGH })).runs : [];
  return (
    <RunComparison a={first} b={second} reports={[await reportOf(first), await reportOf(second)]} latest={latest} />
  );
}

/** For the latest ones of the same procedure. */
const LOOKED_THROUGH = 100;

const asText = (value: string | string[] | undefined): string => (typeof value === "string" ? value.trim() : "");

/** Null where there is no such run: the page says so beside its field. */
async function reportOf(reference: string): Promise<Report | null> {
  if (!getRun.params.safeParse({ id: reference }).success) return null;
  try {
    return await readReport(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
