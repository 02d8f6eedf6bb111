import fc from "fast-check";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import type { Run } from "#lib/domain/run/state.ts";
import type { Move } from "#lib/domain/testing/moves.ts";
import { ask, draftRun, type Play, playBy } from "#lib/domain/testing/play.ts";
import { automated, confirmed, gated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { type Chance, chosen, whoWould } from "#lib/domain/testing/random-moves.ts";

/** Random procedures, and what people and workers do at random to runs of them. */

const anyCondition = fc
  .record({ fact: fc.constantFrom("source_up", "firewalls"), is: fc.constantFrom("yes", "no") })
  .map(({ fact, is }) => when(fact, is));
const manual = { kind: "manual" } as const;
const automatic = { ...automated, kind: "automated" } as const;
const toConfirm = { ...confirmed, kind: "automated" } as const;
const asking = {
  ...automatic,
  inputs: [
    { name: "word", label: "Word", type: "text" },
    { name: "password", label: "Password", type: "secret" },
  ],
} satisfies StepDraft;
const retried = {
  kind: "automated",
  action: { argv: ["/bin/copy"], idempotent: true, onFailure: { retry: { times: 2, delaySeconds: 0 }, goOn: true } },
  irreversible: false,
  pointOfNoReturn: undefined,
} satisfies StepDraft;
const verified = {
  kind: "manual",
  expected: { probe: { that: { look: "command", argv: ["/bin/look"] } } },
} satisfies StepDraft;
const giving = (number: number): StepDraft => ({
  outputs: [{ name: `given-${number}`, label: "Folder", type: "text" }],
});
const approved = {
  ...automatic,
  gate: { kind: "approval", lapsesSeconds: 6 },
} satisfies StepDraft;
const held = { kind: "manual", ...gated.hold } satisfies StepDraft;
const polled = { ...automatic, ...gated.poll } satisfies StepDraft;
const decided = [{ kind: "approval" }, { kind: "hold_point" }] as const;

const isDone = ({ kind }: StepDraft): boolean => kind !== "approval" && kind !== "hold_point";
const using = (number: number): StepDraft => ({ action: { argv: ["/bin/copy", { output: `given-${number}` }] } });

/** All of a step but its number: what it waits for is given as distances back, so that there is no circle. */
const anyStep = fc.record({
  kind: fc.constantFrom<StepDraft>(
    manual,
    manual,
    automatic,
    automatic,
    toConfirm,
    asking,
    retried,
    verified,
    ...[approved, approved, held, polled],
    ...decided,
  ),
  gives: fc.boolean(),
  cleanUp: fc.constantFrom<true | undefined>(undefined, undefined, undefined, undefined, true),
  condition: fc.option(anyCondition, { nil: undefined }),
  back: fc.option(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), { nil: undefined }),
  lines: fc.array(fc.option(anyCondition, { nil: undefined }), { maxLength: 2 }),
  roles: fc.constantFrom<string[]>(["destination"], ["source", "destination"]),
  irreversible: fc.boolean(),
  pointOfNoReturn: fc.constantFrom<true | undefined>(undefined, undefined, undefined, true),
  inDrill: fc.constantFrom("run", "simulate", "skip"),
});

const anyProcedure = fc.array(anyStep, { minLength: 1, maxLength: 6 }).map((steps) => {
  const giver = steps.findIndex(({ kind, gives }) => gives && isDone(kind));
  return procedureOf(
    ...steps.map(({ kind, back, lines, gives, cleanUp, ...rest }, i): StepDraft => {
      const earlier = back?.map((distance) => i + 1 - distance).filter((place) => place > 0);
      const subSteps = lines.map((only, j) => ({ number: `${i + 1}.${j + 1}`, title: "A line", condition: only }));
      const clean = cleanUp && { cleanUp, inDrill: "run" as const };
      const given = gives && isDone(kind) ? giving(i + 1) : {};
      // What is approved changes with what another step gives.
      const bound = kind === approved && giver >= 0 ? using(giver + 1) : {};
      return { ...rest, ...kind, ...given, ...clean, ...bound, subSteps, dependsOn: earlier?.map(String) };
    }),
  );
});

const anyChance: fc.Arbitrary<Chance> = fc.record({
  kind: fc.oneof(
    { weight: 40, arbitrary: fc.constant("step" as const) },
    { weight: 6, arbitrary: fc.constant("situation" as const) },
    { weight: 5, arbitrary: fc.constant("people" as const) },
    { weight: 1, arbitrary: fc.constant("ending" as const) },
  ),
  step: fc.nat(60),
  move: fc.nat(2_000),
  legal: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  who: fc.nat(60),
});

export const anyRun = fc.record({
  procedure: anyProcedure,
  mode: fc.constantFrom("live", "drill"),
  sourceUp: fc.constantFrom("yes", "no", "unknown"),
  chances: fc.array(anyChance, { minLength: 20, maxLength: 80 }),
});
export type AnyRun = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

type Seen = (before: Play, move: Move, after: Play) => void;

/** Plays the moves, some on the draft and most on the started run; every run is frozen, so whoever changes it throws. */
export function playAll({ procedure, mode, sourceUp, chances }: AnyRun, seen: Seen): Play {
  let now = frozen(draftRun(procedure, { mode, facts: { source_up: sourceUp, firewalls: "yes" } }));
  chances.forEach((chance, i) => {
    const before = i === 2 && now.run.status === "draft" ? started(now) : now;
    const { move, actor } = chosen(before, chance);
    const decision = ask(before, move, actor);
    now = decision.ok ? frozen({ procedure, run: decision.run, log: [...before.log, ...decision.events] }) : before;
    seen(before, move, now);
  });
  return now;
}

const started = (draft: Play): Play => {
  const runStart = { type: "run.start" } as const;
  return frozen(playBy(draft, whoWould(draft, runStart), runStart));
};

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

export const holds = (seen: Seen, atTheEnd: (last: Play) => void = () => {}) =>
  fc.assert(
    fc.property(anyRun, (run) => atTheEnd(playAll(run, seen))),
    { numRuns: 100 },
  );

/** Each event of a decision, with the run as it was when it happened. */
export function newEvents(before: Play, after: Play): { logged: LoggedEvent; run: Run }[] {
  let run = before.run;
  return after.log.slice(before.log.length).map((logged) => {
    const was = { logged, run };
    run = evolve(run, logged);
    return was;
  });
}
