import { beforeAll, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { setChoice } from "#lib/server/notify/choice.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { changeUser } from "#lib/server/people/users.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { headersOf, type MailServer, startMailServer } from "#lib/server/testing/mail-server.ts";
import { ownPort } from "#lib/server/testing/ports.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

let server: MailServer;
let mei: Person;

beforeAll(async () => {
  server = await startMailServer(await ownPort());
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  vi.stubEnv("SMTP_FROM", "Switchover console <console@example.com>");
  mei = await person("commander", "Mei Mori");
  return async () => server.stop();
});

const remind = { type: "people.remind", step: "1" } as const;

async function assignedTo({ id }: Person): Promise<string> {
  const run = await started(mei, chain(2));
  await execute(mei, run.id, { type: "step.assign", step: "1", to: { person: id } });
  return run.id;
}

const named = ({ id, name }: Person) => ({ id, name });

it("a reminder is a message of its own to whom the step waits for, and stands in the log with whom it went to", async () => {
  const jun = await person("operator", "Jun Kato");
  const id = await assignedTo(jun);
  const { result } = await execute(mei, id, remind);
  expect(result.events.map(({ event }) => event)).toEqual([
    { type: "people.reminded", step: "1", to: [named(jun)], unreached: [] },
  ]);
  await followRuns();
  await sendDue();
  const mine = server.mails.filter(({ to }) => to.includes(`${jun.id}@example.com`));
  expect(mine.flatMap(headersOf).join("\n")).toMatch(/Subject: LIVE R-\d+.*step/);
  expect(mine.map(({ raw }) => raw).join("\n")).toContain("Mei Mori reminds you: it still waits for you");
  const { run } = await readRun(id);
  expect(run.reminded["1"]).toMatchObject({ by: named(mei), to: [named(jun)], unreached: [] });
  expect(fold((await readLog(id, { limit: 200 })).events)).toEqual(run);
});

it("a second one within five minutes is refused, says until when, and sends nothing", async () => {
  const id = await assignedTo(await person("operator"));
  await execute(mei, id, remind);
  const { run } = await readRun(id);
  await expect(execute(mei, id, remind)).rejects.toMatchObject({
    code: "refused",
    message: expect.stringMatching(/^Mei Mori reminded them at .* again from .*\.$/),
  });
  expect((await readRun(id)).run.seq).toBe(run.seq);
});

it("of whom no e-mail reaches it says so, and who is deactivated is nobody to remind", async () => {
  const [silent, gone] = [await person("operator", "Sho Ito"), await person("operator")];
  await setChoice(silent, { kinds: ["run_changed"], drills: true });
  const { result } = await execute(mei, await assignedTo(silent), remind);
  expect(result.events[0]?.event).toMatchObject({ to: [named(silent)], unreached: [named(silent)] });
  const id = await assignedTo(gone);
  await changeUser(await person("administrator"), gone.id, { disabled: true });
  await expect(execute(mei, id, remind)).rejects.toMatchObject({ code: "refused" });
});
