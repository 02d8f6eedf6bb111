import { expect, test } from "vitest";
import { secondsIn, timelineOf } from "#lib/domain/report/segments.ts";
import { begin, exit, finish, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

/** What the time of step 1 goes into after its command has failed. */
function afterFailure(onFailure: object): string | undefined {
  const argv = ["/bin/false"];
  const procedure = procedureOf({ action: { argv, timeoutSeconds: 60, idempotent: true, onFailure } });
  const { log } = play(startedRun(procedure), start("1"), begin("1"), finish("1", exit(1)));
  return timelineOf(log)["1"]?.at(-1)?.kind;
}

test("a failure that is tried again by itself waits for nobody", () => {
  expect(afterFailure({ retry: { times: 1, delaySeconds: 60 } })).toBe("machine");
  expect(afterFailure({})).toBe("waiting");
});

test("what the steps took is added up over them, and what is open goes on until it is asked", () => {
  const [began, done, asked] = ["2026-03-02T03:00:00.000Z", "2026-03-02T03:01:00.000Z", "2026-03-02T03:03:00.000Z"];
  const first = [
    { kind: "waiting", from: began, to: done },
    { kind: "machine", from: done, to: null },
  ] as const;
  const timeline = { "1": first, "2": [{ kind: "machine", from: began, to: done }] as const };
  expect(secondsIn(timeline, done)).toEqual({ waiting: 60, machine: 60, people: 0 });
  expect(secondsIn(timeline, asked)).toEqual({ waiting: 60, machine: 180, people: 0 });
  const ended = { ...timeline, "1": [first[0], { ...first[1], to: asked }] };
  expect(secondsIn(ended, "2026-03-02T04:00:00.000Z")).toEqual({ waiting: 60, machine: 180, people: 0 });
});
