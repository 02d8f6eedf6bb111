import { describe, expect, test } from "vitest";
import type { Card } from "#lib/domain/paper/checklist.ts";
import {
  abort,
  begin,
  decidePoll,
  enter,
  exit,
  finish,
  pause,
  record,
  release,
  request,
  start,
} from "#lib/domain/testing/moves.ts";
import { cardOf, linesOf, packOf, paperOf } from "#lib/domain/testing/papers.ts";
import { instant, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

describe("A step in the pack, beside the blank procedure,", () => {
  test("may begin at once only where it may, and says else that its decision holds it", () => {
    const [free, held, told] = [
      "Comes after: nothing: it may begin at once",
      "Comes after: nothing, but the decision below holds it",
      "Comes after: no other step",
    ];
    const asking = procedureOf(
      { gate: { kind: "poll", of: [] } },
      { dependsOn: [] },
      { dependsOn: [], kind: "hold_point" },
      { dependsOn: [], condition: when("firewalls", "yes") },
    );
    const first = (cards: readonly Card[] = []) =>
      cards.map((card) => linesOf(card).find((line) => line.startsWith("Comes after")));
    expect(first(paperOf(asking).phases[0]?.cards)).toEqual([held, free, held, told]);
    const asked = startedRun(asking);
    const stepsOf = (at: Play) => first(packOf(at).phases[0]?.cards);
    expect(stepsOf(asked)).toEqual([held, free, held, told]);
    expect(stepsOf(play(asked, abort)), "aborted").toEqual([told, told, told, told]);
    expect(stepsOf(play(asked, pause)), "paused").toEqual([held, told, held, told]);
    const decided = play(asked, decidePoll("1", "go"), start("2"), release("3"));
    expect(stepsOf(decided), "decided, started, released").toEqual([told, told, told, told]);
  });

  test("has the command once where one site is asked for the same in two roles", () => {
    const two = procedureOf({ action: { argv: ["/bin/copy", { site: "folder" }] }, roles: ["source", "destination"] });
    const other = startedRun(two);
    const one = { ...other, run: { ...other.run, sites: { ...other.run.sites, source: other.run.sites.destination } } };
    const told = (at: Play) => linesOf(cardOf(at, "1")).filter((line) => /^Where|^Runs at|^Command/.test(line));
    expect(told(one as Play)).toEqual([
      "Where: Osaka (practice), source or destination",
      "Runs at: Osaka (practice), source or destination",
      "Command: /bin/copy /srv/osaka",
    ]);
    expect(told(other).filter((line) => line.startsWith("Command"))).toHaveLength(2);
  });

  test("names nobody beside what waits, but who asked for its approval", () => {
    const approved = { ...automated, ...gated.approval, dependsOn: [] };
    const waits = procedureOf({ gate: { kind: "hold" } }, approved, {
      condition: when("firewalls", "yes"),
      dependsOn: [],
    });
    const at = play(startedRun(waits), request("2"));
    const notes = ["1", "2", "3"].map((number) => cardOf(at, number).note);
    expect(notes).toEqual([
      expect.stringMatching(/^Awaiting decision, 2026/),
      expect.stringMatching(/^Awaiting decision, Chie, 2026/),
      expect.stringMatching(/^Undecided, 2026/),
    ]);
  });

  test("tells of a decision that this run leaves out, and of one that the commander takes alone", () => {
    const asking = procedureOf({ gate: { kind: "poll", of: [], suggested: true } }, { dependsOn: ["1"] });
    const decided = "Decision: Go or no-go of the commander";
    expect(linesOf(paperOf(asking).phases[0]?.cards[0] as Card)).toContain(decided);
    const asked = startedRun(asking);
    expect(linesOf(cardOf(asked, "1"))).toContain(decided);
    expect(linesOf(cardOf(asked, "2")).join()).not.toContain("Decision:");
    const without = { ...asked, run: { ...asked.run, withoutGates: ["1"] } };
    expect(linesOf(cardOf(without, "1"))).toContain("Decision: left out of this run");
  });
});

describe("A step of the pack whose approval is asked for", () => {
  test("has what was approved, and no room for what was said then", () => {
    const asking = procedureOf({
      action: { argv: ["/bin/move", { input: "host" }] },
      inputs: [{ name: "host", label: "Host", type: "text" }],
      ...gated.approval,
    });
    const before = startedRun(asking);
    const told = (at: Play) => linesOf(cardOf(at, "1")).filter((line) => /^Asks for|^Runs at|^Command/.test(line));
    expect(told(before)).toContain("Command: /bin/move [host]");
    expect(told(before).join()).toContain("Asks for: Host: ____");
    const place = "Runs at: Osaka (practice), destination";
    const asked = play(before, request("1", { inputs: { host: "omega" } }));
    expect(told(asked)).toEqual([place, "Command: /bin/move omega"]);
    const byHand = play(before, request("1", { byHand: true }));
    expect(told(byHand)).toEqual([`${place}: by hand only, as it was asked for`]);
  });
});

test("The paper of a procedure has roles and names in place of what a run fills in, and room everywhere", () => {
  const paper = paperOf(procedureOf({ ...automated }, { condition: when("firewalls", "no") }));
  const [one, two] = paper.phases[0]?.cards ?? [];
  expect(linesOf(one as Card)).toEqual(
    expect.arrayContaining(["Where: destination", "Command: /bin/copy [site: folder]"]),
  );
  const room = "_".repeat(40);
  expect(linesOf(one as Card)).toContain(
    `Write in: the site’s own, from “folder” in the settings of destination: ${room}`,
  );
  expect(linesOf(two as Card)).toContain("Condition: Performed when firewalls included is no");
  expect([paper.mode, one?.open, two?.open]).toEqual([null, true, true]);
});

test("The paper of a procedure says which of its commands is the site’s own, and has room for what a step is given", () => {
  const gives = { outputs: [{ name: "folder", label: "Export folder", type: "text" as const }] };
  const own = { action: { argv: [{ site: "export" }] }, uses: ["folder"] };
  const [, two, three] = paperOf(
    procedureOf(gives, own, { dependsOn: ["1", "2"], instructions: "Look at `a & b`." }),
  ).phases.flatMap(({ cards }) => cards);
  const lines = linesOf(two as Card);
  expect(lines).toContain(`Uses: Export folder: ${"_".repeat(24)}`);
  expect(lines.filter((line) => /^Command|^Write in/.test(line))).toEqual([
    `Command: the site’s own, from “export” in the settings of destination: ${"_".repeat(40)}`,
  ]);
  expect(linesOf(three as Card)).toContain("Comes after: steps 1, 2");
});

test("A step in the pack has the command that was run, also when what it used is corrected since", () => {
  const giving = { outputs: [{ name: "folder", label: "Folder", type: "text" }] } satisfies StepDraft;
  const using = { action: { argv: ["/bin/mount", { output: "folder" }] }, uses: ["folder"] } satisfies StepDraft;
  const known = play(startedRun(procedureOf(giving, { ...using, dependsOn: [] }, {})), enter("folder", "/srv/a"));
  const told = (at: Play) => linesOf(cardOf(at, "2")).filter((line) => /^Ran at|^Runs at|^Command|^Uses/.test(line));
  const corrected = (at: Play) => told(play(at, enter("folder", "/srv/b")));
  const done = play(known, start("2"), begin("2"), finish("2", exit(0)));
  expect(corrected(done)).toEqual([
    "Ran at: Osaka (practice), destination",
    "Command: /bin/mount /srv/a",
    "Uses: Folder: /srv/b, given after this was begun",
  ]);
  expect(told(done)).toContain("Uses: Folder: /srv/a");
  const failed = play(known, start("2"), begin("2"), finish("2", exit(1)));
  expect(corrected(failed), "what is tried again uses what is known then").toContain("Command: /bin/mount /srv/b");
});

test("A step in the pack that people did, or that is left as it is, does not say that its command runs", () => {
  const procedure = procedureOf({ ...automated, dependsOn: [] }, automated, {});
  const places = (at: Play) =>
    ["1", "2"].map(
      (number) =>
        linesOf(cardOf(at, number))
          .find((line) => /run at|^Runs at/.test(line))
          ?.split(":")[0],
    );
  const entered = play(startedRun(procedure), record("1", instant(0)));
  expect(places(entered)).toEqual(["Would have run at", "Runs at"]);
  expect(places(play(entered, abort))).toEqual(["Would have run at", "Would have run at"]);
});
