import { can } from "#lib/domain/grants.ts";
import type { Who } from "#lib/domain/instant.ts";
import type { Permission } from "#lib/domain/roles.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/**
 * Whether somebody who is named in a run may still do what they are named for. They could when they were named; what became of
 * them since, the run is told (`person.changed`).
 */
export function isAble({ people }: Pick<Run, "people">, id: string, permission: Permission): boolean {
  const changed = people[id];
  return changed === undefined || (changed.role !== null && can(changed.role, permission));
}

/** Whether whoever commands the run still can. */
export const isCommanded = (run: Pick<Run, "people" | "commander">): boolean =>
  isAble(run, run.commander.id, "run.command");

/** Their name, and what became of them where they cannot do it any more: "Jun Kato (deactivated)", "Jun Kato (now auditor)". */
export function nameIn(run: Pick<Run, "people">, { id, name }: Who, permission: Permission): string {
  const why = whyUnable(run, id, permission);
  return why === null ? name : t("{person} ({why})", { person: name, why });
}

/** "deactivated", "now auditor"; null for somebody who may do it. */
export function whyUnable(run: Pick<Run, "people">, id: string, permission: Permission): string | null {
  const role = run.people[id]?.role;
  if (role === undefined || isAble(run, id, permission)) return null;
  return role === null ? t("deactivated") : t("now {role}", { role: t(role) });
}
