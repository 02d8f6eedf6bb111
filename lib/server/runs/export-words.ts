import type { RunSummary } from "#lib/contract/run-summary.ts";
import { roleName } from "#lib/domain/role-name.ts";
import { recordWords } from "#lib/domain/run/record-words.ts";
import { modeWord, statusWords, typeWords } from "#lib/domain/run/run-words.ts";
import { t } from "#lib/words/t.ts";

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

/** For a person, in their language. */
export const asTold: Told = ({ mode, type, status, record }) => ({
  mode: modeWord(mode),
  type: t(typeWords[type]),
  role: roleName,
  status: t(statusWords[status]),
  record: t(recordWords[record]),
});
