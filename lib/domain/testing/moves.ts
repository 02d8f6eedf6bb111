import type { Person } from "#lib/domain/actor.ts";
import type { Role } from "#lib/domain/roles.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import type { Ended, Finding } from "#lib/domain/run/state.ts";

/** The commands that tests play most, in one word each. */

export type Move = Command | Report;

type How = {
  role?: string;
  byHand?: boolean;
  confirmation?: string;
  inputs?: Record<string, string>;
  secrets?: Record<string, string>;
  reason?: string;
};

export const start = (step: string, how: How = {}): Command => ({ type: "step.start", step, ...how });
export const retry = (step: string, how: How = {}): Command => ({
  type: "step.retry",
  step,
  ...how,
});
export const complete = (step: string): Command => ({ type: "step.complete", step });
export const fail = (step: string): Command => ({ type: "step.fail", step, reason: "it broke" });
export const cancel = (step: string, reason?: string): Command => ({
  type: "step.cancel",
  step,
  ...(reason !== undefined && { reason }),
});
export const skip = (step: string): Command => ({ type: "step.skip", step, reason: "not needed today" });
export const override = (step: string): Command => ({
  type: "step.override",
  step,
  reason: "done on the console of the array",
  evidence: "ticket 7",
});
export const reopen = (step: string): Command => ({ type: "step.reopen", step, reason: "a mistake" });
export const approve = (step: string): Command => ({ type: "step.approve", step });
export const reject = (step: string): Command => ({ type: "step.reject", step, reason: "too early" });
export const release = (step: string): Command => ({ type: "step.release", step });
export const request = (step: string, how: Omit<How, "confirmation" | "secrets" | "reason"> = {}): Command => ({
  type: "gate.request",
  step,
  ...how,
});
export const vote = (step: string, said: "go" | "no_go"): Command => ({
  type: "gate.vote",
  step,
  position: "lead",
  vote: said,
  reason: "as I see it",
});
export const decidePoll = (step: string, decision: "go" | "no_go", reason?: string): Command => ({
  type: "gate.decide",
  step,
  decision,
  ...(reason !== undefined && { reason }),
});
export const breakGlass = (step: string, confirmation = "R-0042"): Command => ({
  type: "gate.break",
  step,
  reason: "nobody answers",
  confirmation,
});
export const lapse = (step: string): Report => ({ type: "gate.lapse", step });

const evidenceId = (digit: number) => `00000000-0000-4000-b000-00000000000${digit}`;
export const attachLink = (step: string, digit = 1): Command => ({
  type: "evidence.link",
  step,
  evidence: { kind: "link", id: evidenceId(digit), name: "Ticket 7", url: "https://tickets.example.com/7" },
});
export const attachFile = (step: string, digit = 2): Report => ({
  type: "evidence.file",
  step,
  evidence: {
    kind: "file",
    id: evidenceId(digit),
    name: "screen.png",
    mediaType: "image/png",
    bytes: 9,
    sha256: "a".repeat(64),
  },
});
export const record = (step: string, happenedAt: string, outOfOrder?: string): Command => ({
  type: "step.record",
  step,
  happenedAt,
  by: "Jun, on paper",
  note: "done at the console of the array",
  ...(outOfOrder !== undefined && { outOfOrder }),
});

export const tick = (subStep: string): Command => ({ type: "sub_step.tick", step: stepPart(subStep), subStep });
export const untick = (subStep: string): Command => ({ type: "sub_step.untick", step: stepPart(subStep), subStep });
export const addSubStep = (step: string, title = "one more"): Command => ({ type: "sub_step.add", step, title });

export const begin = (step: string, attempt = 1): Report => ({ type: "attempt.begin", step, attempt, place: "here" });
export const lose = (step: string, attempt = 1): Report => ({
  type: "attempt.lose",
  step,
  attempt,
  reason: "the worker was lost",
});
export const finish = (step: string, result: Ended, attempt = 1): Report => ({
  type: "attempt.finish",
  step,
  attempt,
  result,
  durationMs: 1_200,
  output: { lines: 3, bytes: 80, truncated: false, sha256: "0".repeat(64) },
});

export const askHost = (step: string): Command => ({ type: "step.ask", step });
export const found = (step: string, finding: Finding, attempt = 1): Report => ({
  type: "attempt.answer",
  step,
  attempt,
  finding,
});
export const again = (step: string, attempt = 1): Report => ({ type: "attempt.again", step, attempt });

export const exit = (code: number): Ended => ({ kind: "exited", code });

export const automate = (on: boolean): Command => ({ type: "run.automate", on });
export const enter = (output: string, value: string): Command => ({ type: "output.enter", output, value });

export const pause: Command = { type: "run.pause", reason: "lunch" };
export const resume: Command = { type: "run.resume" };
export const abort: Command = { type: "run.abort", reason: "the source came back" };
export const answerFact = (fact: string, answer: "yes" | "no" | "unknown"): Command => ({
  type: "fact.answer",
  fact,
  answer,
});

export const take: Command = { type: "command.take", reason: "nobody answers" };
export const offerCommand = (to: Person): Command => ({ type: "command.offer", to: to.id });
export const acceptCommand: Command = { type: "command.accept" };
export const declineCommand: Command = { type: "command.decline", reason: "I am driving" };
export const withdrawCommand: Command = { type: "command.withdraw" };
export const fill = (who: { person?: Person | null; deputy?: Person | null }, position = "lead"): Command => ({
  type: "position.fill",
  position,
  ...(who.person !== undefined && { person: who.person?.id ?? null }),
  ...(who.deputy !== undefined && { deputy: who.deputy?.id ?? null }),
});
export const here: Command = { type: "presence.confirm" };
export const isHere = (person: Person): Command => ({ type: "presence.confirm", person: person.id });
export const assign = (step: string, to: Person | string | null): Command => ({
  type: "step.assign",
  step,
  to: to === null ? null : typeof to === "string" ? { position: to } : { person: to.id },
});
/** What becomes of somebody: another role, or (null) deactivated. */
export const becomes = ({ id, name }: Person, role: Role | null): Report => ({
  type: "person.change",
  person: { id, name },
  role,
});
export const remind = (step?: string): Command => ({ type: "people.remind", ...(step !== undefined && { step }) });
export const askHelp = (step: string): Command => ({ type: "help.ask", step, reason: "the console is locked" });
export const settleHelp = (step: string): Command => ({ type: "help.settle", step, how: "the key is on its way" });

/** From ready to completed by hand. */
export const byHand = (step: string): Command[] => [start(step), complete(step)];

const stepPart = (subStep: string) => subStep.slice(0, subStep.indexOf("."));
