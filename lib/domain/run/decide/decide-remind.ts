import type { Heard, Ruling, Situation } from "#lib/domain/run/decide/ruling.ts";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import { ROLL_CALL, remindAgainAt } from "#lib/domain/run/remind.ts";

/** Those who are waited for at a step, or have not answered the roll call; nobody reminds themselves. */
export function decideRemind({ run, now, actor, asked = [] }: Situation, step: string | undefined): Ruling {
  if (step !== undefined && !stepState(run, step)) return { code: "step_not_found", step };
  const of = step ?? ROLL_CALL;
  const last = run.reminded[of];
  const againAt = remindAgainAt(run, of, Date.parse(now));
  if (last && againAt) return { code: "reminded_lately", by: last.by, at: last.at, againAt };
  const to = asked.filter(({ person }) => person.id !== whoIs(actor).id);
  if (to.length === 0) return { code: "nobody_to_remind" };
  const unreached = to.filter(({ hears, drills }) => !hears || (run.mode === "drill" && !drills));
  return [
    { type: "people.reminded", ...(step !== undefined && { step }), to: to.map(who), unreached: unreached.map(who) },
  ];
}

const who = ({ person: { id, name } }: Heard) => ({ id, name });
