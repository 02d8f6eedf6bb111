import { z } from "zod";
import { bareName } from "#lib/domain/actor-name.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

export const Participant = z.object({
  name: z.string(),
  kind: z.string(),
  parts: z.array(z.string()),
  events: z.number().int(),
});
export type Participant = z.infer<typeof Participant>;

/** Everybody and everything that the log names, with the parts they had. */
export function participantsOf(procedure: Procedure, run: Run, events: readonly LoggedEvent[]): Participant[] {
  const found = new Map<string, { name: string; kind: string; parts: Set<string>; events: number }>();
  const handedOver = events.flatMap(({ event }) =>
    event.type === "command.accepted" || event.type === "command.taken" ? [event] : [],
  );
  for (const { actor } of events) {
    const key = `${actor.kind} ${actor.kind === "system" ? actor.name : actor.id}`;
    const known = found.get(key) ?? { name: bareName(actor), kind: actor.kind, parts: new Set<string>(), events: 0 };
    const commands = actor.kind === "person" && actor.id === run.commander.id;
    if (commands) known.parts.add(t("commander of this run"));
    const gaveIt = handedOver.filter(({ from }) => actor.kind === "person" && from.id === actor.id);
    for (const { to } of gaveIt) known.parts.add(t("commander of this run before {name}", to));
    // Who commands it need not be told to be one who may.
    const commanded = commands || gaveIt.length > 0;
    if (actor.kind === "person" && !(commanded && actor.role === "commander")) known.parts.add(t(actor.role));
    for (const [position, { person, deputy }] of Object.entries(run.positions)) {
      const id = actor.kind === "person" ? actor.id : undefined;
      if (person && person.id === id) known.parts.add(positionTitle(procedure, position));
      if (deputy && deputy.id === id) known.parts.add(deputyOf(procedure, position));
    }
    found.set(key, { ...known, events: known.events + 1 });
  }
  return [...found.values()].map(({ parts, ...rest }) => ({ ...rest, parts: [...parts] }));
}

const deputyOf = (procedure: Procedure, position: string): string =>
  t("{position}, deputy", { position: positionTitle(procedure, position) });
