import type { Command } from "#lib/domain/run/command.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** A button as it is labelled, with or without its `…`, and what it does. A command that is new in the domain does not compile without. */
export type Button = { button: PlainSentence; does: PlainSentence };

/** What has a button of its own that does something else than the command mostly does. */
const otherWays = {
  "run.start_anyway": "run.start",
  "run.automate_off": "run.automate",
  "step.start_by_hand": "step.start",
  "gate.request_by_hand": "gate.request",
} as const satisfies Record<string, Command["type"]>;

type OtherWay = keyof typeof otherWays;
export type HelpEntry = Command["type"] | OtherWay;

const isOtherWay = (entry: HelpEntry): entry is OtherWay => entry in otherWays;

/** What is sent by the buttons that an entry tells of. */
export const commandOf = (entry: HelpEntry): Command["type"] => (isOtherWay(entry) ? otherWays[entry] : entry);

/** Which entry tells what sending this does. */
export function helpEntry(command: Command): HelpEntry {
  switch (command.type) {
    case "run.start":
      return command.override ? "run.start_anyway" : command.type;
    case "run.automate":
      return command.on ? command.type : "run.automate_off";
    case "step.start":
    case "step.retry":
      return command.byHand ? "step.start_by_hand" : command.type;
    case "gate.request":
      return command.byHand ? "gate.request_by_hand" : command.type;
    default:
      return command.type;
  }
}

export const commandHelp: Record<HelpEntry, Button> = {
  "run.start": { button: "Start run", does: "Begins the run and its clock; the first steps become ready." },
  "run.start_anyway": {
    button: "Start anyway…",
    does: "Starts although another run holds the procedure or a site. Needs a reason and the run number typed; everybody sees it.",
  },
  "run.pause": {
    button: "Pause",
    does: "Keeps new steps from being started. The clock of the objective keeps running.",
  },
  "run.resume": { button: "Resume", does: "Lets steps be started again." },
  "run.abort": {
    button: "Abort the run",
    does: "Ends the run for good. Nothing is undone. Not past the point of no return.",
  },
  "run.fail": { button: "Declare the run failed", does: "Ends the run for good, as failed." },
  "run.automate": {
    button: "Run ready steps automatically",
    does: "Ready automated steps start without a press: never through a gate, never one that cannot be undone.",
  },
  "run.automate_off": {
    button: "Go step by step",
    does: "Ends that ready steps start by themselves: each waits for a press again. What is running continues.",
  },
  "command.take": {
    button: "Become commander",
    does: "Makes you the commander at once, with a reason that everybody sees.",
  },
  "command.offer": {
    button: "Offer command to somebody",
    does: "Offers command to somebody. Until they accept, nothing changes.",
  },
  "command.withdraw": { button: "Take the offer back", does: "Ends an offer of command that nobody has accepted." },
  "command.accept": { button: "Accept and become commander", does: "Makes you the commander who was offered it." },
  "command.decline": { button: "Decline to be commander", does: "Leaves who commands as it is, with your reason." },
  "fact.answer": { button: "Answer", does: "Answers a question of the run. The steps that it decides change with it." },
  "output.enter": { button: "Enter the value", does: "Enters a value that a later step needs." },
  "note.add": {
    button: "Add a note",
    does: "Writes to the run’s log, about a step or the whole run. Cannot be removed.",
  },
  "evidence.link": {
    button: "Attach a link",
    does: "Keeps an address with a step as evidence. Files are attached in the card.",
  },
  "finding.add": { button: "Add a finding", does: "Notes in the report what has to be better, with an owner." },
  "finding.close": { button: "Close finding", does: "Says how a finding was dealt with." },
  "report.state": {
    button: "State it",
    does: "States what only people know: data lost, and how long the business was interrupted.",
  },
  "report.sign_off": { button: "Sign off", does: "Puts your name under the report of a run that is over." },
  "step.start": {
    button: "Start, Run or Simulate",
    does: "Begins the step: by hand, by its command, or in a drill only shown and recorded. Says beforehand what will be run.",
  },
  "step.start_by_hand": {
    button: "Do it by hand",
    does: "Begins the step without its command: a person does the work and says when it is done.",
  },
  "step.retry": {
    button: "Retry, Run again or Ask again",
    does: "Makes another attempt. Earlier attempts stay in the log.",
  },
  "step.complete": {
    button: "Complete or Confirm",
    does: "Says that the step is done, or that the machine’s result is right.",
  },
  "step.fail": {
    button: "It failed or Mark failed",
    does: "Says that it did not succeed, and why. Then it is retried, overridden or skipped.",
  },
  "step.cancel": {
    button: "Cancel the command…",
    does: "Asks the worker to end the running command. What it has done by then stays.",
  },
  "step.skip": {
    button: "Skip",
    does: "Leaves the step out, with a reason. The run will count as completed with exceptions.",
  },
  "step.ask": { button: "Ask the host", does: "Reads the receipt that the command left where it ran. Runs nothing." },
  "step.override": { button: "Done by hand", does: "Counts a step in trouble as done, with a reason and evidence." },
  "step.record": {
    button: "Enter what was done on paper",
    does: "Enters what was done while nobody could reach the console, with its true time.",
  },
  "step.reopen": {
    button: "Reopen step",
    does: "Makes a settled step ready again, while nothing after it has started.",
  },
  "step.approve": { button: "Approve", does: "Says yes to exactly what the card shows. Void as soon as that changes." },
  "step.reject": { button: "Reject", does: "Says no, with a reason. The run continues, this gate stays shut." },
  "step.release": { button: "Release", does: "Opens a hold." },
  "step.assign": { button: "Assign", does: "Says whose the step is. Others may still act." },
  "gate.request": {
    button: "Ask for approval",
    does: "Asks those who approve whether the step may be started like this.",
  },
  "gate.request_by_hand": {
    button: "Ask to do it by hand",
    does: "Asks the same for doing the step by hand, without its command.",
  },
  "gate.vote": {
    button: "Vote go or Vote no go",
    does: "Gives the vote of your position, with a reason. The commander decides.",
  },
  "gate.decide": { button: "Go or No go", does: "Decides a poll. Against a vote, or without one, it needs a reason." },
  "gate.break": {
    button: "Break the glass",
    does: "Opens a gate without those it asks. Needs a reason and the run number typed; everybody sees it.",
  },
  "sub_step.tick": { button: "The box before a line", does: "Ticks a line of the step, with your name and the time." },
  "sub_step.untick": { button: "A ticked box", does: "Takes the tick back. Both stay in the log." },
  "sub_step.add": { button: "Add a line", does: "Adds a line to the step, for this run only." },
  "position.fill": { button: "Fill", does: "Says who fills a position of this run and who stands in." },
  "presence.confirm": {
    button: "I am here",
    does: "Answers the roll call, for yourself or, as commander, for somebody who answered elsewhere.",
  },
  "help.ask": {
    button: "I can’t, need help",
    does: "Calls the commander to a step that you work on or decide, with a reason. The step stays as it is.",
  },
  "people.remind": {
    button: "Remind",
    does: "Sends a message again to those it waits for, at most every five minutes. The log says whom.",
  },
  "help.settle": { button: "Help is settled", does: "Ends the call for help and says how." },
};
