import { expect, it } from "vitest";
import type { Command } from "#lib/domain/run/command.ts";
import { sendCommand } from "#lib/server/runs/send-command.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

const approve: Command = { type: "step.approve", step: "1" };

it("limits decisions that are refused again and again, for this person alone, and nothing else", async () => {
  const commander = await person("commander");
  const run = await started(commander, chain(1));
  const [hasty, calm] = [await person("approver"), await person("approver")];
  const answers = await Promise.allSettled(
    Array.from({ length: 25 }, () => sendCommand(hasty, run.id, { command: approve })),
  );
  const codes = answers.map((answer) => (answer.status === "rejected" ? answer.reason.code : "done"));
  expect(codes.filter((code) => code === "refused")).toHaveLength(20);
  expect(codes.filter((code) => code === "too_many_requests")).toHaveLength(5);
  await expect(sendCommand(hasty, run.id, { command: approve })).rejects.toMatchObject({
    code: "too_many_requests",
    extras: { retryAfterSeconds: expect.any(Number) },
  });
  await expect(sendCommand(calm, run.id, { command: approve })).rejects.toMatchObject({ code: "refused" });
  const note = await sendCommand(hasty, run.id, { command: { type: "note.add", text: "I have to wait." } });
  expect(note.events).toHaveLength(1);
});

it("limits them by address too, whoever has signed in there", async () => {
  const commander = await person("commander");
  const run = await started(commander, chain(1));
  const from = "2001:db8:1:2::7";
  const people = await Promise.all(Array.from({ length: 6 }, () => person("approver")));
  for (const each of people.slice(0, 5)) {
    await Promise.allSettled(
      Array.from({ length: 20 }, () => sendCommand({ ...each, from }, run.id, { command: approve })),
    );
  }
  const [last] = people.slice(-1);
  if (!last) throw new Error("There is nobody.");
  const beside = "2001:db8:1:2:ffff::1";
  await expect(sendCommand({ ...last, from: beside }, run.id, { command: approve })).rejects.toMatchObject({
    code: "too_many_requests",
  });
  await expect(sendCommand({ ...last, from: "2001:db8:1:3::7" }, run.id, { command: approve })).rejects.toMatchObject({
    code: "refused",
  });
});
