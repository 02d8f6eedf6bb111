import { execFileSync } from "node:child_process";
import path from "node:path";
import pg from "pg";
import { expect, it, vi } from "vitest";
import { disconnect } from "../../lib/server/db.ts";
import { verifyIn } from "../../lib/server/record/verify-run.ts";
import { startDebianPostgres } from "../../lib/server/testing/debian-postgres.ts";
import { sealedRun } from "../../lib/server/testing/record.ts";
import { chain, person, started } from "../../lib/server/testing/runs.ts";
import { migrate } from "./migrate.js";

it("a database that is dumped and restored keeps every record verifiable", { timeout: 60_000 }, async () => {
  await using server = await startDebianPostgres();
  const admin = new pg.Client(server.url("postgres"));
  await admin.connect();
  for (const name of ["before", "after"]) await admin.query(`create database ${name}`);
  await admin.end();
  await migrate(server.url("before"), path.resolve("prisma/migrations"));
  vi.stubEnv("DATABASE_URL", server.url("before"));
  const runs = [await sealedRun(3), await sealedRun(1), (await started(await person("commander"), chain(2))).id];
  await disconnect();

  const dump = execFileSync(path.join(server.programs, "pg_dump"), ["-Fc", "-d", server.url("before")]);
  execFileSync(path.join(server.programs, "pg_restore"), ["-d", server.url("after")], { input: dump });

  const restored = new pg.Pool({ connectionString: server.url("after"), max: 1 });
  const client = await restored.connect();
  for (const run of runs) expect(await verifyIn(client, run)).toMatchObject({ holds: true, faults: [] });
  await expect(client.query("delete from run_event")).rejects.toThrow(/never change/);
  client.release();
  await restored.end();
});
