import type { Role } from "#lib/domain/roles.ts";
import type { Command } from "#lib/domain/run/command.ts";

/** Who may ask for what, written again from the design and not from the code: roles, and whether only the commander. */
type Row = { who: Role[]; onlyTheCommander: boolean };

const command: Row = { who: ["administrator", "commander"], onlyTheCommander: true };
const operate: Row = { who: ["administrator", "commander", "operator"], onlyTheCommander: false };
/** Whom a gate asks, the gate itself says. */
const decideOn: Row = { who: ["administrator", "commander", "operator", "approver"], onlyTheCommander: false };

const review: Row = { who: ["administrator", "commander", "approver", "auditor"], onlyTheCommander: false };

export const whoMay: Record<Command["type"], Row> = {
  "run.start": command,
  "run.pause": command,
  "run.resume": command,
  "run.abort": command,
  "run.fail": command,
  "run.automate": command,
  "command.take": { ...command, onlyTheCommander: false },
  "command.offer": command,
  "command.withdraw": command,
  "command.accept": { ...command, onlyTheCommander: false },
  "command.decline": { ...command, onlyTheCommander: false },
  "position.fill": command,
  "presence.confirm": { who: ["administrator", "commander", "operator", "approver"], onlyTheCommander: false },
  "step.assign": command,
  "people.remind": operate,
  /** And whoever the gate of that step asks, where there is one. */
  "help.ask": operate,
  "help.settle": decideOn,
  "fact.answer": command,
  "output.enter": operate,
  "note.add": { who: ["administrator", "commander", "operator", "approver"], onlyTheCommander: false },
  "step.start": operate,
  "step.retry": operate,
  "step.complete": operate,
  "step.fail": operate,
  "step.cancel": operate,
  "step.ask": operate,
  "step.skip": command,
  "step.override": command,
  "finding.add": review,
  "finding.close": review,
  "report.state": review,
  "report.sign_off": review,
  "step.record": operate,
  "evidence.link": decideOn,
  "step.reopen": command,
  "step.approve": decideOn,
  "step.reject": decideOn,
  "step.release": decideOn,
  "gate.request": operate,
  "gate.vote": decideOn,
  "gate.decide": command,
  "gate.break": command,
  "sub_step.tick": operate,
  "sub_step.untick": operate,
  "sub_step.add": operate,
};
