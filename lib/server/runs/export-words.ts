import type { RunSummary } from "#lib/contract/runs.ts";
import { roleName } from "#lib/domain/role-name.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

/** How the values that we word ourselves stand in a file: as they are kept, or as the pages tell them. */
export type Told = (run: RunSummary) => {
  mode: string;
  type: string;
  role: (key: string) => string;
  status: string;
  record: string;
};

/** For a program: the same whoever has fetched it. */
export const asKept: Told = ({ mode, type, status, record }) => ({
  mode: mode.toUpperCase(),
  type,
  role: (key) => key,
  status,
  record,
});

const types: Record<RunSummary["type"], PlainSentence> = {
  planned: "Planned switchover",
  unplanned: "Unplanned failover",
};

const statuses: Record<RunSummary["status"], PlainSentence> = {
  draft: "Draft",
  in_progress: "In progress",
  paused: "Paused",
  completed: "Completed",
  completed_with_exceptions: "Completed with exceptions",
  aborted: "Aborted",
  failed: "Failed",
};

const records: Record<RunSummary["record"], PlainSentence> = {
  open: "Not over",
  unsigned: "Not signed yet",
  signed: "Signed",
  broken: "Does not hold",
};

/** For a person, in their language. */
export const asTold: Told = ({ mode, type, status, record }) => ({
  mode: mode === "drill" ? t("DRILL") : t("LIVE"),
  type: t(types[type]),
  role: roleName,
  status: t(statuses[status]),
  record: t(records[record]),
});
