import type { Procedure } from "#lib/domain/procedure.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { listed, t } from "#lib/words/t.ts";

/** What somebody who is reached has to do with the run: "Incident commander and Lead". */
export function partWords({ positions = [] }: Procedure, run: Run, id: string): string {
  const filled = positions.flatMap(({ key, title }) => {
    const { person, deputy } = run.positions[key] ?? {};
    return [person?.id === id && title, deputy?.id === id && t("{position}, deputy", { position: title })];
  });
  const parts = [run.commander.id === id && t("Incident commander"), ...filled].filter((part) => part !== false);
  return parts.length > 0 ? listed(parts) : t("Assigned to a step");
}
