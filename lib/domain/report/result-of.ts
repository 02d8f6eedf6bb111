import { whoName } from "#lib/domain/actor-name.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** How an attempt came out, in words, and why it was canceled. */
export function resultOf(attempt: Attempt): string {
  const { canceled } = attempt;
  const result = endOf(attempt);
  return canceled
    ? t("{result}; {who} asked to cancel it: {reason}", { result, who: whoName(canceled.by), reason: canceled.reason })
    : result;
}

function endOf({ conduct, begun, ended }: Attempt): string {
  if (conduct === "simulated") return t("SIMULATED: nothing was sent");
  const result = ended?.result;
  switch (result?.kind) {
    case undefined:
      if (!begun) return t("not begun");
      return ended ? t("outcome unknown") : t("ongoing");
    case "exited":
      return result.leftBehind
        ? t("exit code {code}, processes it started go on", { code: result.code })
        : t("exit code {code}", { code: result.code });
    case "signaled":
      return t("ended by {signal}", { signal: result.signal });
    case "not_run":
      return t("not run: {message}", { message: retell(result.message) });
    case "timed_out":
      return result.gone ? t("timed out, known to be gone") : t("timed out, NOT known to be gone");
    case "canceled":
      return result.gone ? t("canceled, known to be gone") : t("canceled, NOT known to be gone");
    case "answered": {
      const status = result.status;
      const message = retell(result.message);
      return result.ok
        ? t("answered, status {status}: {message}", { status, message })
        : t("answered otherwise than expected, status {status}: {message}", { status, message });
    }
    case "probed": {
      const said = { count: result.tries, message: retell(result.message) };
      return result.held
        ? t("held after {count} tries: {message}", said)
        : t("did not hold after {count} tries: {message}", said);
    }
  }
}
