import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/** When a run was declared: a draft will be when it is started, unless somebody said when; one that never was, never. */
export function declaredWords({ declaredAt, endedAt }: Pick<Run, "declaredAt" | "endedAt">): string {
  if (declaredAt !== null) return bothTimes(declaredAt);
  return endedAt === null ? t("when it is started") : t("never declared");
}

/** When it was started; one that ended before that never will be. */
export function startedWords({ startedAt, endedAt }: Pick<Run, "startedAt" | "endedAt">): string {
  if (startedAt !== null) return bothTimes(startedAt);
  return endedAt === null ? t("not started") : t("never started");
}

/** When a run was over, and when it was closed here where that was entered afterwards; null while it goes on. */
export function endedWords({ endedAt, reachedAt }: Ending): string | null {
  if (endedAt === null) return null;
  const closed = bothTimes(endedAt);
  if (!reachedAt) return closed;
  return t("reached {time}, entered afterwards; closed {closed}", { time: bothTimes(reachedAt), closed });
}

type Ending = { endedAt: string | null; reachedAt?: string | null | undefined };
