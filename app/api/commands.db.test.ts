import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { Role } from "#lib/domain/roles.ts";
import { Command } from "#lib/domain/run/command.ts";
import { whoMay } from "#lib/domain/testing/who-may.ts";
import { bearerOf, call, cookieOf } from "#lib/server/testing/requests.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";
import { POST } from "./runs/[id]/commands/route.ts";

const words = { reason: "r", text: "t", note: "n", how: "h", owner: "o", as: "a", by: "b", title: "t", value: "v" };
const keys = { fact: "source_up", answer: "yes", output: "folder", position: "lead", vote: "go", decision: "go" };
const values: Record<string, unknown> = {
  ...words,
  ...keys,
  step: "1",
  subStep: "1.1",
  on: true,
  finding: randomUUID(),
  stated: {},
  to: randomUUID(),
  confirmation: "R-0000",
  happenedAt: "2026-01-01T00:00:00.000Z",
};

/** Each command with what it has to have, and nothing more. */
const commands = Command.options.map((option) => {
  const needed = Object.entries(option.shape).filter(([, schema]) => !schema.safeParse(undefined).success);
  const said = Object.fromEntries(needed.map(([key]) => [key, values[key]]));
  const { value: type } = option.shape.type;
  switch (type) {
    case "step.assign":
      return Command.parse({ ...said, type, to: null });
    case "evidence.link":
      return Command.parse({
        ...said,
        type,
        evidence: { kind: "link", id: randomUUID(), name: "n", url: "https://a.b" },
      });
    case "step.override":
      return Command.parse({ ...said, type, evidence: "seen" });
    default:
      return Command.parse({ ...said, type });
  }
});

describe.each(Role.options)("Whoever is %s", (role) => {
  let send: (command: Command, how: "session" | "token") => Promise<Response>;

  beforeAll(async () => {
    const run = await started(await person("commander"), chain(3));
    const somebody = await person(role);
    const sent = {
      session: { cookie: await cookieOf(somebody) },
      token: { headers: await bearerOf(somebody) },
    };
    send = (command, how) =>
      call(POST, { method: "POST", params: { id: run.id }, body: { key: randomUUID(), command }, ...sent[how] });
  });

  it.each(commands)(
    "is let through with $type exactly where the role says so, with a session and a token",
    async (command) => {
      const may = whoMay[command.type].who.includes(role);
      for (const how of ["session", "token"] as const) {
        const answer = await send(command, how);
        const { code } = answer.ok ? { code: "done" } : await answer.json();
        expect([how, code === "forbidden" ? "forbidden" : "let in"]).toEqual([how, may ? "let in" : "forbidden"]);
        expect(answer.status).toBeLessThan(500);
        expect(answer.status).not.toBe(400);
      }
    },
  );
});

it.each(commands)("nobody sends $type without being signed in", async (command) => {
  const answer = await call(POST, {
    method: "POST",
    params: { id: randomUUID() },
    body: { key: randomUUID(), command },
  });
  expect(answer.status).toBe(401);
});
