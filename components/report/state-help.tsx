import { runHelpAddress } from "#lib/client/help/help-address.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What it means that a run is so; beside what is read, which stays as it is. */
export const StateHelp = ({ status }: { status: RunStatus }) => (
  <a href={runHelpAddress(status)} target="_blank" rel="noreferrer" className="text-link underline print:hidden">
    {t("What “{state}” means", { state: t(statusWords[status]) })}
  </a>
);
