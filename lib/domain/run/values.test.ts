import { describe, expect, test } from "vitest";
import { type Command, type Report, StepCommand } from "#lib/domain/run/command.ts";
import { complete, enter, exit, fail, finish, override, retry, start } from "#lib/domain/testing/moves.ts";
import { answer, ask, begun, lastOf, type Play, play, startedRun, statuses } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

const asking: StepDraft = {
  action: { argv: ["/bin/x", { input: "tenant" }], env: { PASSWORD: { secret: "password" } } },
  inputs: [
    { name: "tenant", label: "Tenant", type: "text" },
    { name: "count", label: "Count", type: "integer", optional: true },
    { name: "size", label: "Size", type: "choice", choices: ["small", "large"], optional: true },
    { name: "password", label: "Password", type: "secret" },
  ],
};
const said = { inputs: { tenant: "alpha" }, secrets: { password: "correct-horse" } };

test("a secret that is too short to be masked is refused before it is said to anybody", () => {
  const press = (password: string) => ({ type: "step.start", step: "1", secrets: { password } });
  expect(StepCommand.safeParse(press("four")).success).toBe(true);
  expect(StepCommand.safeParse(press("abc")).error?.issues).toMatchObject([
    { path: ["secrets", "password"], message: expect.stringContaining("at least 4 characters") },
  ]);
});

describe("What a step asks for at the press", () => {
  const ready = startedRun(procedureOf(asking, {}));

  test.each<[string, Parameters<typeof start>[1], string]>([
    ["all of it", said, "step.started"],
    ["what may be left out too", { ...said, inputs: { tenant: "a", count: "-3", size: "large" } }, "step.started"],
    ["nothing", {}, "inputs_invalid"],
    ["no secret", { inputs: said.inputs }, "inputs_invalid"],
    ["the secret where everybody would see it", { inputs: { tenant: "a", password: "x" } }, "inputs_invalid"],
    ["another secret too", { ...said, secrets: { password: "x", tenant: "y" } }, "inputs_invalid"],
    ["something it does not ask for", { ...said, inputs: { tenant: "a", other: "x" } }, "inputs_invalid"],
    ["a number that is none", { ...said, inputs: { tenant: "a", count: "many" } }, "inputs_invalid"],
    ["a choice that is none", { ...said, inputs: { tenant: "a", size: "huge" } }, "inputs_invalid"],
    ["what a program would read as an option", { ...said, inputs: { tenant: "--force" } }, "inputs_invalid"],
    ["two lines", { ...said, inputs: { tenant: "a\nb" } }, "inputs_invalid"],
  ])("said %s gives its result", (_, how, result) => {
    expect(answer(ask(ready, start("1", how)))).toBe(result);
  });

  test("is not asked for when it is done by hand", () => {
    expect(answer(ask(ready, start("1", { byHand: true })))).toBe("step.started");
  });

  test("is in the log, but for secrets, of which only the name is", () => {
    const { log, run } = play(ready, start("1", said));
    expect(JSON.stringify([log, run])).not.toContain("correct-horse");
    expect(lastOf({ ...ready, run }, "1")).toMatchObject({
      inputs: { tenant: "alpha" },
      secrets: ["password"],
      command: { argv: ["/bin/x", "alpha"], env: { PASSWORD: { secret: "password" } } },
    });
  });

  test("is asked for again on a retry", () => {
    const failed = play(begun(play(ready, start("1", said)), "1"), finish("1", exit(1)));
    expect(answer(ask(failed, retry("1")))).toBe("inputs_invalid");
    expect(answer(ask(failed, retry("1", said)))).toBe("step.started");
  });
});

const giving = (more: Partial<NonNullable<StepDraft["outputs"]>[number]> = {}): StepDraft["outputs"] => [
  { name: "folder", label: "Folder", type: "text", ...more },
];
const captured = giving({ from: { pattern: "folder=(.+)" } });
const using: StepDraft = { action: { argv: ["/bin/y", { output: "folder" }] }, uses: ["folder"] };

describe("What a command gives", () => {
  const running = (outputs: StepDraft["outputs"]): Play =>
    begun(play(startedRun(procedureOf({ ...automated, outputs }, using)), start("1")), "1");
  const ending = { ...finish("1", exit(0)), outputs: { folder: "/srv/export" } } as Report;

  test("is known to the steps after it, as an argument and as a variable", () => {
    const after = play(running(captured), ending, start("2"));
    expect(lastOf(after, "2").command).toMatchObject({
      argv: ["/bin/y", "/srv/export"],
      variables: { SWITCHOVER_OUTPUT_FOLDER: "/srv/export" },
    });
  });

  test("and is not found fails the step, though the command succeeded", () => {
    const after = play(running(captured), { ...finish("1", exit(0)), missing: ["folder"] } as Report);
    expect(after.run.steps[0]).toMatchObject({
      status: "failed",
      reason: "The command succeeded, but its output does not say folder.",
    });
  });

  test("is not believed of a command that failed", () => {
    expect(play(running(captured), { ...ending, result: exit(1) } as Report).run.outputs).toEqual({});
  });

  test("and no machine can find is entered by the person who confirms", () => {
    const done = play(running(giving()), finish("1", exit(0)));
    expect(statuses(done)).toBe("awaiting_confirmation, not_started");
    expect(answer(ask(done, complete("1")))).toBe("outputs_invalid");
    const confirmed = play(done, { type: "step.complete", step: "1", outputs: { folder: "/srv/b" } });
    expect(confirmed.run.outputs.folder).toMatchObject({ value: "/srv/b", by: { name: "Chie" } });
  });
});

describe("What a person gives", () => {
  const byHand = play(startedRun(procedureOf({ outputs: giving() }, using)), start("1"));
  const completing = (value: string) => ({ type: "step.complete", step: "1", outputs: { folder: value } }) as const;

  test.each([
    ["/srv/b", "step.completed, step.readied"],
    ["-rf", "outputs_invalid"],
    ["", "outputs_invalid"],
  ])("as %j gives %s", (value, result) => {
    expect(answer(ask(byHand, completing(value)))).toBe(result);
  });

  test("can be entered and corrected at any time, and only if a step gives it", () => {
    const entered = play(byHand, enter("folder", "/srv/a"), enter("folder", "/srv/b"));
    expect(entered.run.outputs.folder?.value).toBe("/srv/b");
    expect(answer(ask(entered, complete("1")))).toContain("step.completed");
    expect(answer(ask(byHand, enter("tape", "x")))).toBe("output_not_found");
    expect(answer(ask(byHand, enter("folder", "-x")))).toBe("output_invalid");
  });

  test("can come with an override", () => {
    const overridden = play(byHand, fail("1"), { ...override("1"), outputs: { folder: "/srv/c" } } as Command);
    expect(overridden.run.outputs.folder?.value).toBe("/srv/c");
  });

  test("and nobody has given keeps the steps that need it from being run", () => {
    const skipped = play(startedRun(procedureOf({ outputs: giving() }, using)), {
      type: "step.skip",
      step: "1",
      reason: "r",
    });
    expect(answer(ask(skipped, start("2")))).toBe("command_unresolved");
    expect(answer(ask(play(skipped, enter("folder", "/srv/a")), start("2")))).toBe("step.started");
  });
});
