import { isAble } from "#lib/domain/run/able.ts";
import { named } from "#lib/domain/run/assignee.ts";
import type { Report } from "#lib/domain/run/command.ts";
import type { Ruling, Situation } from "#lib/domain/run/decide/ruling.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

/** Somebody's role was changed, or they were deactivated or came back: told to the runs that wait for them. */
export function decidePerson(
  { procedure, run }: Situation,
  { person, role }: Extract<Report, { type: "person.change" }>,
): Ruling {
  if (isOver(run.status)) return { code: "run_over", status: run.status };
  const known = run.people[person.id];
  const isNamed = known !== undefined || named(procedure, run).some(({ id }) => id === person.id);
  if (!isNamed || known?.role === role) return { code: "person_unchanged" };
  const changed = { type: "person.changed", person, role } as const;
  const after = { people: { [person.id]: { role, at: "" } } };
  const isOffered = run.commandOffer?.to.id === person.id && !isAble(after, person.id, "run.command");
  // Nobody else could answer it.
  return isOffered ? [changed, { type: "command.withdrawn", to: run.commandOffer?.to ?? person }] : [changed];
}
