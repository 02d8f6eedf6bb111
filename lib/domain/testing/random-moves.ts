import type { Actor } from "#lib/domain/actor.ts";
import { permissionFor } from "#lib/domain/run/decide/command-permission.ts";
import type { Ended, Finding } from "#lib/domain/run/state.ts";
import {
  abort,
  acceptCommand,
  addSubStep,
  again,
  answerFact,
  approve,
  askHelp,
  askHost,
  assign,
  attachFile,
  attachLink,
  automate,
  becomes,
  begin,
  breakGlass,
  cancel,
  complete,
  decidePoll,
  declineCommand,
  enter,
  exit,
  fail,
  fill,
  finish,
  found,
  here,
  isHere,
  lapse,
  lose,
  type Move,
  offerCommand,
  override,
  pause,
  record,
  reject,
  release,
  remind,
  reopen,
  request,
  resume,
  retry,
  settleHelp,
  skip,
  start,
  take,
  tick,
  untick,
  vote,
  withdrawCommand,
} from "#lib/domain/testing/moves.ts";
import { adam, anna, ask, chie, olga, type Play, paul, stepOf, worker } from "#lib/domain/testing/play.ts";

/** Random numbers made into something somebody does: which kind, about which step, which move, and by whom. */
export type Chance = {
  kind: "step" | "situation" | "people" | "ending";
  step: number;
  move: number;
  legal: boolean;
  who: number;
};

const people: Actor[] = [chie, adam, paul, olga, anna, worker];
const confirmation = "R-0042";
const ends: Ended[] = [
  exit(0),
  exit(1),
  { kind: "signaled", signal: "SIGKILL" },
  { kind: "not_run", message: "no such file" },
  { kind: "timed_out", gone: false },
  { kind: "canceled", gone: true },
  { kind: "answered", ok: false, status: 500, message: "oh" },
  { kind: "probed", held: true, tries: 2, message: "there" },
];
const findings: Finding[] = [
  { kind: "ended", code: 0 },
  { kind: "ended", code: 3 },
  { kind: "running" },
  { kind: "not_begun" },
  { kind: "gone" },
  { kind: "unreachable", message: "no route" },
];
/** When the runs are declared, and a time that has not come. */
const EARLY = "2026-01-01T00:00:00.000Z";
const FAR = "2027-01-01T00:00:00.000Z";
const SOME_ID = "00000000-0000-4000-b000-0000000000aa";
const inputs = { word: "said" };
const secrets = { password: "never-in-the-log" };

/** A legal move is one that `decide` accepts from somebody who may; where there is none, any will do. */
export function chosen(play: Play, chance: Chance): { actor: Actor; move: Move } {
  const number = play.run.steps[chance.step % play.run.steps.length]?.number ?? "1";
  const all = {
    step: () => aboutStep(play, number),
    situation: () => situation,
    people: () => amongPeople(number),
    ending: () => endings,
  }[chance.kind]();
  const legal = chance.legal ? all.filter((move) => ask(play, move, whoWould(play, move)).ok) : [];
  const from = legal.length > 0 ? legal : all;
  const move = oneOf(from, chance.move);
  const anybody = people[chance.who % people.length] ?? worker;
  return { move, actor: chance.legal ? whoWould(play, move) : anybody };
}

/** What ends a step without doing it, or is always possible, comes less often than what brings it on its way. */
const RARE: ReadonlySet<Move["type"]> = new Set([
  ...(["step.skip", "step.record", "step.override", "gate.break", "sub_step.add"] as const),
  ...(["evidence.link", "evidence.file", "note.add", "command.take", "person.change"] as const),
]);
const OFTEN = 6;

/** First the type, then the move, so that what can be done in many ways does not crowd out what can be done in one. */
function oneOf(moves: readonly Move[], pick: number): Move {
  const types = [...new Set(moves.map(({ type }) => type))].flatMap((type) =>
    Array.from({ length: RARE.has(type) ? 1 : OFTEN }, () => type),
  );
  // Random numbers are small ones more often than not: spread out, so that the last moves come as often as the first.
  const place = (pick * 7_919) % 10_007;
  const of = moves.filter(({ type }) => type === types[place % types.length]);
  return of[Math.floor(place / types.length) % of.length] ?? resume;
}

/** Somebody whose role and place allow it: a worker, the approver, or whoever commands the run just now. */
export function whoWould({ run }: Play, move: Move): Actor {
  if (permissionFor[move.type] === "attempt.report") return worker;
  if (move.type === "person.change") return adam;
  if (move.type === "evidence.file") return olga;
  if (move.type === "step.approve" || move.type === "step.reject") return paul;
  if (move.type === "gate.vote" || move === here) return olga;
  const inCommand = run.commander.id === chie.id ? chie : adam;
  const other = inCommand === chie ? adam : chie;
  return ["command.take", "command.accept", "command.decline"].includes(move.type) ? other : inCommand;
}

const situation: Move[] = [
  pause,
  resume,
  { type: "note.add", text: "so far so good" },
  { type: "note.add", text: "it was raining", happenedAt: "2026-01-01T00:00:00.000Z" },
  ...[automate(true), automate(true), automate(false)],
  { type: "finding.add", finding: SOME_ID, text: "the keys were old", owner: "Security", dueOn: "2026-02-01" },
  { type: "finding.close", finding: SOME_ID, how: "new keys" },
  { type: "report.state", stated: { rpoSeconds: 0, rpaSeconds: 60, interruption: { from: "1", to: "1" } } },
  { type: "report.sign_off", as: "Commander" },
  ...[enter("given-1", "/srv/a"), enter("given-2", "-rf"), enter("nothing", "x")],
  ...(["source_up", "firewalls"] as const).flatMap((fact) =>
    (["yes", "no", "unknown"] as const).map((to) => answerFact(fact, to)),
  ),
];

/** Whoever fills the position is one of the same two: the votes of the gates' own properties are theirs. */
const amongPeople = (number: string): Move[] => [
  ...[take, offerCommand(adam), offerCommand(chie), acceptCommand, declineCommand, withdrawCommand],
  ...[fill({ person: paul, deputy: olga }), fill({ person: olga, deputy: paul }), fill({ deputy: null })],
  ...[here, isHere(paul), isHere(adam), remind(), remind(number)],
  ...[becomes(olga, null), becomes(olga, "operator"), becomes(chie, "auditor"), becomes(chie, "commander")],
  ...[assign(number, olga), assign(number, "lead"), assign(number, null), askHelp(number), settleHelp(number)],
];

const endings: Move[] = [abort, { type: "run.fail", reason: "the data is lost" }];

function aboutStep(play: Play, number: string): Move[] {
  const last = stepOf(play, number).attempts.length;
  const attempts = [Math.max(1, last), Math.max(1, last - 1)];
  const subSteps = [`${number}.1`, `${number}.2`, `${number}.3`];
  return [
    ...[
      start(number),
      start(number, { confirmation, reason: "the array is dark" }),
      start(number, { confirmation, byHand: true }),
    ],
    ...[start(number, { role: "source", confirmation }), retry(number)],
    ...[retry(number, { confirmation, reason: "again" }), retry(number, { confirmation, byHand: true })],
    ...[
      start(number, { confirmation, inputs, secrets }),
      retry(number, { confirmation, reason: "again", inputs, secrets }),
    ],
    ...[askHost(number), completeWith(number), enter(`given-${number}`, "/srv/c"), enter(`given-${number}`, "/srv/d")],
    ...[
      complete(number),
      fail(number),
      cancel(number),
      cancel(number, "wrong site"),
      skip(number),
      override(number),
      reopen(number),
    ],
    ...[approve(number), reject(number), release(number), addSubStep(number)],
    ...[attachLink(number), attachLink(number, 3), attachFile(number)],
    ...[record(number, EARLY), record(number, EARLY, "the bridge was down"), record(number, FAR)],
    ...[{ ...record(number, EARLY), failed: true } as Move, { ...skip(number), by: "Jun", happenedAt: EARLY } as Move],
    ...[request(number), request(number, { role: "source" }), lapse(number), breakGlass(number)],
    ...[
      vote(number, "go"),
      vote(number, "no_go"),
      decidePoll(number, "go", "all told"),
      decidePoll(number, "no_go", "no"),
    ],
    ...subSteps.flatMap((subStep) => [tick(subStep), untick(subStep)]),
    ...attempts.flatMap((attempt) => [
      ...[begin(number, attempt), lose(number, attempt), again(number, attempt)],
      ...findings.map((finding) => found(number, finding, attempt)),
      ...ends.map((result) => finish(number, result, attempt)),
    ]),
  ];
}

const completeWith = (step: string): Move => ({
  type: "step.complete",
  step,
  outputs: { [`given-${step}`]: "/srv/b" },
});
