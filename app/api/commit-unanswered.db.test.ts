import { connect, createServer, type Socket } from "node:net";
import { afterAll, expect, it, vi } from "vitest";
import { POST as sendCommand } from "#app/api/runs/[id]/commands/route.ts";
import { Problem } from "#lib/contract/problem.ts";
import { CommandResult } from "#lib/contract/runs.ts";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { readLog } from "#lib/server/runs/read.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

/** Stands between us and the database; when told, it passes on the next commit and cuts the line before the answer. */
async function lineToDatabase({ hostname, port }: URL) {
  let cuts = false;
  const server = createServer((ours: Socket) => {
    const theirs = connect(Number(port), hostname);
    let cut = false;
    ours.on("data", (bytes) => {
      cut ||= cuts && bytes.includes("commit\0");
      theirs.write(bytes);
    });
    theirs.on("data", (bytes) => (cut ? ours.destroy() : ours.write(bytes)));
    ours.on("error", () => theirs.destroy()).on("close", () => theirs.end());
    theirs.on("error", () => ours.destroy()).on("close", () => ours.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("no port");
  return { port: at.port, cutAtCommit: (on: boolean) => (cuts = on), close: () => server.close() };
}

const address = new URL(process.env.DATABASE_URL ?? ""); // env() would keep it
const line = await lineToDatabase(address);
address.port = String(line.port);
vi.stubEnv("DATABASE_URL", address.href);
log.level = "silent"; // what happens here is expected
afterAll(line.close);

it("a command whose commit was not answered is not said to be unsaved, and the same key finds it done", async () => {
  expect(env("DATABASE_URL")).toBe(address.href);
  const commander = await person("commander");
  const cookie = await cookieOf(commander);
  const run = await started(commander, chain(1));
  const body = { key: "one key for both", command: { type: "note.add", text: "said once" } };
  const send = () => call(sendCommand, { method: "POST", params: { id: run.id }, cookie, body });

  line.cutAtCommit(true);
  const unanswered = Problem.parse(await (await send()).json());
  line.cutAtCommit(false);
  expect(unanswered).toMatchObject({ status: 503, code: "not_saved", title: "Not confirmed" });
  const again = CommandResult.parse(await (await send()).json());
  expect(again.repeated).toBe(true);
  const { events } = await readLog(run.id, { limit: 200 });
  expect(events.filter(({ event }) => event.type === "note.added")).toHaveLength(1);
});
