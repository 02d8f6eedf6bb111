import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/domain/actor.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { appendOutput } from "#lib/server/runs/output.ts";
import { downloadOutput, readOutputEnd, streamOutput, streamRun } from "#lib/server/runs/stream.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";

const worker: Actor = { kind: "worker", id: randomUUID(), name: "a worker" };
const at = new Date().toISOString();
const line = (piece: number) => ({ piece, at, stream: "stdout" as const, text: `line ${piece}\n` });

async function begunCommand() {
  const commander = await person("commander");
  const { id } = await started(commander, oneCommand(["/bin/true"]));
  await execute(commander, id, { type: "step.start", step: "1" });
  await execute(worker, id, { type: "attempt.begin", step: "1", attempt: 1 });
  const write = (...pieces: number[]) => appendOutput({ runId: id, step: "1", attempt: 1 }, pieces.map(line));
  const finish = () =>
    execute(worker, id, {
      type: "attempt.finish",
      step: "1",
      attempt: 1,
      result: { kind: "exited", code: 0 },
      durationMs: 1,
      output: { lines: 3, bytes: 21, truncated: false, sha256: "" },
    });
  const follow = async (after?: number) => {
    const request = new Request("http://127.0.0.1/");
    const answer = await streamOutput(request, { id, number: "1", attempt: 1, after });
    return answer.text();
  };
  return { id, write, finish, follow };
}

it("the file of what a command wrote says first whether it was a drill", async () => {
  const { id } = await begunCommand();
  const file = await downloadOutput({ id, number: "1", attempt: 1 });
  expect(file.headers.get("content-disposition")).toMatch(/filename="LIVE-R-\d{4,}-step-1-attempt-1\.txt"/);
});

describe("the end of an output", () => {
  const of = (id: string, attempt = 1) => readOutputEnd({ id, number: "1", attempt });

  it("has the last pieces in order, and of a long one its end", async () => {
    const { id, write } = await begunCommand();
    expect(await of(id)).toEqual({ pieces: [] });
    await write(1, 2, 3, 4, 5, 6, 7, 8, 9);
    const long = { ...line(10), text: `begin${"x".repeat(8_000)}` };
    await appendOutput({ runId: id, step: "1", attempt: 1 }, [long]);
    const { pieces } = await of(id);
    expect(pieces.map(({ piece }) => piece)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(pieces[0]).toMatchObject({ stream: "stdout", text: "line 3\n" });
    expect(pieces.at(-1)?.text).toBe("x".repeat(8_000));
  });

  it("is asked of an attempt that is there", async () => {
    const { id } = await begunCommand();
    await expect(of(id, 2)).rejects.toMatchObject({ code: "not_found" });
  });
});

const told = (text: string) => [...text.matchAll(/^(?:id: (\d+)|event: (end))$/gm)].map(([, id, end]) => id ?? end);

describe("the output of an attempt, followed", () => {
  it("is sent whole before the end, to everybody who comes when the attempt has ended", async () => {
    const { write, finish, follow } = await begunCommand();
    await write(1, 2, 3);
    await finish();
    const viewers = await Promise.all(Array.from({ length: 20 }, () => follow()));
    for (const text of viewers) expect(told(text)).toEqual(["1", "2", "3", "end"]);
  });

  it("is sent once and in order to somebody who comes before the end", async () => {
    const { write, finish, follow } = await begunCommand();
    await write(1);
    const text = follow();
    await write(2);
    await write(3);
    await finish();
    expect(told(await text)).toEqual(["1", "2", "3", "end"]);
  });

  it("continues after what a viewer has seen", async () => {
    const { write, finish, follow } = await begunCommand();
    await write(1, 2, 3);
    await finish();
    expect(told(await follow(2))).toEqual(["3", "end"]);
  });
});

describe("the events of a run, followed", () => {
  /** What is sent until `last` is, one line for each frame. */
  async function sent(id: string, after: number, last: RegExp): Promise<string[]> {
    const viewer = new AbortController();
    const answer = await streamRun(new Request("http://127.0.0.1/", { signal: viewer.signal }), { id, after });
    let text = "";
    for await (const bytes of answer.body ?? []) {
      text += Buffer.from(bytes).toString();
      if (last.test(text)) break;
    }
    viewer.abort();
    return [...text.matchAll(/^(?:id: (\d+)|event: (lost))$/gm)].map(([, id, lost]) => id ?? lost ?? "");
  }

  it("say to who has seen what is not there that it is lost, and begin anew", async () => {
    const { id } = await begunCommand();
    const all = await sent(id, 0, /^id: 4$/m);
    expect(all).toEqual(["1", "2", "3", "4"]);
    expect(await sent(id, 3, /^id: 4$/m)).toEqual(["4"]);
    expect(await sent(id, 1_000, /^id: 4$/m)).toEqual(["lost", ...all]);
  });
});
