import type { Permission } from "#lib/domain/roles.ts";
import type { Command, PeopleCommand, Report, RunCommand, StepCommand } from "#lib/domain/run/command.ts";

/** What each command needs. A command without a permission does not compile. */

const forRun: Record<RunCommand["type"], Permission> = {
  "run.start": "run.command",
  "run.pause": "run.command",
  "run.resume": "run.command",
  "run.abort": "run.command",
  "run.fail": "run.command",
  "run.automate": "run.command",
  "command.take": "run.command",
  "fact.answer": "run.command",
  "output.enter": "run.operate",
  "note.add": "run.note",
  "finding.add": "run.review",
  "finding.close": "run.review",
  "report.state": "run.review",
  "report.sign_off": "run.review",
  "evidence.link": "run.note",
};

const forStep: Record<StepCommand["type"], Permission> = {
  "step.start": "run.operate",
  "step.retry": "run.operate",
  "step.complete": "run.operate",
  "step.fail": "run.operate",
  "step.cancel": "run.operate",
  "step.ask": "run.operate",
  "step.skip": "run.command",
  "step.override": "run.command",
  "step.record": "run.operate",
  "step.reopen": "run.command",
  // Whom a gate asks, the gate itself says.
  "step.approve": "run.note",
  "step.reject": "run.note",
  "step.release": "run.note",
  "gate.request": "run.operate",
  "gate.vote": "run.note",
  "gate.decide": "run.command",
  "gate.break": "run.command",
  "sub_step.tick": "run.operate",
  "sub_step.untick": "run.operate",
  "sub_step.add": "run.operate",
};

const forPeople: Record<PeopleCommand["type"], Permission> = {
  "command.offer": "run.command",
  "command.withdraw": "run.command",
  "command.accept": "run.command",
  "command.decline": "run.command",
  "position.fill": "run.command",
  // Whoever may be named in a run may answer.
  "presence.confirm": "run.note",
  "step.assign": "run.command",
  "people.remind": "run.operate",
  // Operators, and whom the gate of that step asks; settled by the commander or who asked. Their rule says so.
  "help.ask": "run.note",
  "help.settle": "run.note",
};

const forReport: Record<Report["type"], Permission> = {
  "evidence.file": "run.note",
  "attempt.begin": "attempt.report",
  "attempt.finish": "attempt.report",
  "attempt.lose": "attempt.report",
  "attempt.answer": "attempt.report",
  "attempt.again": "attempt.report",
  "gate.lapse": "attempt.report",
  "person.change": "user.manage",
};

export const permissionFor: Record<(Command | Report)["type"], Permission> = {
  ...forRun,
  ...forStep,
  ...forPeople,
  ...forReport,
};

/** What somebody asks for at one step. */
export const isStepCommand = (command: Command | Report): command is StepCommand => command.type in forStep;

/** What is asked about who does what. */
export const isPeopleCommand = (command: Command | Report): command is PeopleCommand => command.type in forPeople;

/** How one comes to command a run, or does not. */
const byWhoCouldCommand = new Set<string>(["command.take", "command.accept", "command.decline"]);

/** Needs the person who commands this run, not only somebody who could. */
export const needsTheCommander = (command: Command | Report): boolean =>
  permissionFor[command.type] === "run.command" && !byWhoCouldCommand.has(command.type);
