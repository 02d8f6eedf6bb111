import { beforeEach, describe, expect, it } from "vitest";
import { Health } from "#lib/contract/health.ts";
import { db } from "#lib/server/db.ts";
import { checkHealth } from "#lib/server/health.ts";

beforeEach(async () => {
  await db().worker.deleteMany();
});

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);
const worker = (name: string, lastSeenAt: Date, stoppedAt: Date | null = null) =>
  db().worker.create({
    data: { id: name, name, host: "h", version: "1", format: 2, everySite: true, publicKey: "", lastSeenAt, stoppedAt },
  });

describe("health", () => {
  it("is ok with a database that answers and a worker that was seen just now", async () => {
    await worker("here", secondsAgo(1));
    const health = Health.parse(await checkHealth());
    expect(health).toMatchObject({ status: "ok", database: { ok: true }, workers: [{ name: "here", live: true }] });
    expect(health.database.milliseconds).toBeGreaterThan(0);
  });

  it("is degraded when no worker was seen for 10 seconds, and tells when the last one was", async () => {
    const lastSeenAt = secondsAgo(11);
    await worker("lost", lastSeenAt);
    expect(await checkHealth()).toMatchObject({
      status: "degraded",
      workers: [{ name: "lost", live: false, lastSeenAt: lastSeenAt.toISOString() }],
    });
  });

  it("says that tests and whoever has not set up roles connect as the owner", async () => {
    expect((await checkHealth()).database.separateRole).toBe(false);
  });

  it("forgets workers that have stopped, and those that were lost long ago", async () => {
    await worker("stopped", secondsAgo(1), secondsAgo(0));
    await worker("old", secondsAgo(7_200));
    expect(await checkHealth()).toMatchObject({ status: "degraded", database: { ok: true }, workers: [] });
  });
});
