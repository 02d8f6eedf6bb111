import { describe, expect, test } from "vitest";
import { type Rejection, sentence } from "#lib/domain/run/rejection/rejection.ts";
import { StepStatus } from "#lib/domain/run/state.ts";
import { complete, offerCommand, pause, start, tick } from "#lib/domain/testing/moves.ts";
import { adam, ask, chie, draftRun, olga, type Play, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { stepThatIs } from "#lib/domain/testing/step-states.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

function refusal(before: Play, ...asked: [Parameters<typeof ask>[1], Parameters<typeof ask>[2]?]): string {
  const decision = ask(before, ...asked);
  return decision.ok ? "accepted" : sentence(decision.rejection);
}

const two = procedureOf({}, { dependsOn: [] }, { dependsOn: ["1", "2"] }, { condition: when("source_up", "yes") });

const rows: [what: string, said: () => string, sentence: string][] = [
  [
    "who commands",
    () => refusal(draftRun(two, { by: olga }), pause),
    "Olga commands this run. Become commander first.",
  ],
  [
    "who commands until the offer is accepted",
    () => refusal(play(draftRun(two), offerCommand(adam)), pause, adam),
    "Chie commands this run. Accept to become commander first.",
  ],
  [
    "who was first",
    () => refusal(playBy(startedRun(two), olga, start("1")), start("1")),
    "Step 1 is in progress, by Olga at 00:00:04 UTC. It ends when it is completed or reported failed.",
  ],
  [
    "why it is paused",
    () => refusal(play(startedRun(two), pause), start("1")),
    "The run is paused. It has to be resumed first.",
  ],
  ["what it waits for", () => refusal(startedRun(two), start("3")), "Step 3 waits for steps 1, 2."],
  [
    "that it has not begun",
    () => refusal(draftRun(two), start("1")),
    "The run has not been started. Its commander starts it.",
  ],
  ["which step does not exist", () => refusal(startedRun(two), start("8")), "The procedure has no step 8."],
  [
    "which fact to answer",
    () => refusal(startedRun(two), start("4")),
    "Whether step 4 applies is undecided. Answer first: source operating.",
  ],
  [
    "what to type",
    () => refusal(startedRun(procedureOf({ irreversible: true })), start("1")),
    "Step 1 cannot be undone. Type R-0042 to confirm.",
  ],
  [
    "what to tick",
    () =>
      refusal(play(startedRun(procedureOf({ subSteps: [{ number: "1.1", title: "a" }] })), start("1")), complete("1")),
    "Tick 1.1 first.",
  ],
  [
    "where it takes place",
    () => refusal(startedRun(procedureOf({ roles: ["source", "destination"] })), start("1", { role: "moon" })),
    "Step 1 takes place at source or destination.",
  ],
  [
    "what the site lacks",
    () => refusal(startedRun(procedureOf({ action: { argv: [{ site: "tape" }] } })), start("1")),
    'Osaka has no parameter "tape". Do the step by hand, or add it to the site before the next run.',
  ],
  [
    "that lines are ticked when the step has been started",
    () => refusal(startedRun(procedureOf({ subSteps: [{ number: "1.1", title: "a" }] })), tick("1.1")),
    "Step 1 has not been started. Start it first.",
  ],
  [
    "that a command runs",
    () => refusal(play(startedRun(procedureOf(automated)), start("1")), complete("1")),
    "Step 1 runs a command. Wait for its end or cancel it.",
  ],
  [
    "who ticked",
    () => refusal(playBy(stepThatIs("in progress by hand"), olga, tick("2.1")), tick("2.1"), chie),
    "2.1 was ticked by Olga at 00:00:07 UTC.",
  ],
];

describe("A refusal is said in a sentence that tells", () => {
  test.each(rows)("%s", (_, said, expected) => {
    expect(said()).toBe(expected);
  });

  test.each(StepStatus.options)(
    "that the step is %s, in other words than any other status, and what next",
    (status) => {
      const said = (is: StepStatus) => sentence(other(is));
      expect(said(status)).toMatch(toBegin[status] ?? /^Step 2 is .+, by Olga at 09:30:00 UTC\. [A-Z].+\.$/);
      expect(StepStatus.options.filter((is) => said(is) === said(status))).toEqual([status]);
    },
  );
});

test("A refusal tells a time in the reader's zone beside UTC", () => {
  zoneFrom(() => "Asia/Tokyo");
  const said = sentence(other("completed"));
  zoneFrom(() => UTC);
  expect(said).toBe("Step 2 is completed, by Olga at 18:30:00 JST (09:30:00 UTC). The commander can reopen it.");
});

const toBegin: Partial<Record<StepStatus, RegExp>> = {
  not_started: /^Step 2 is not ready yet\. Its row says what it waits for\.$/,
  ready: /^Step 2 has not been started\. Start it first\.$/,
};

const other = (status: StepStatus): Rejection => ({
  code: "step_in_other_state",
  step: "2",
  status,
  by: { id: olga.id, name: "Olga" },
  at: "2026-01-01T09:30:00.000Z",
});
