// Another process of the console, whose line to the database is spoilt. `follow <run>` writes each event it sees, a line
// each; `send <run> <times>` adds notes under keys of their own, each until it is answered.
import { randomUUID } from "node:crypto";
import type { Person } from "#lib/domain/actor.ts";
import { followRun } from "#lib/server/live/run-feed.ts";
import { execute } from "#lib/server/runs/execute.ts";

const [what, runId = "", more = ""] = process.argv.slice(2);

if (what === "follow") {
  followRun(runId, 0, {
    send: (items) => {
      for (const { value } of items) process.stdout.write(`${value.seq}\n`);
    },
  });
} else {
  const commander = JSON.parse(process.env.COMMANDER ?? "") as Person;
  let unanswered = 0;
  for (let i = 0; i < Number(more); i++) {
    const key = randomUUID();
    for (let done = false; !done; ) {
      done = await execute(commander, runId, { type: "note.add", text: `note ${i}` }, key).then(
        () => true,
        () => false,
      );
      if (!done) unanswered += 1;
    }
  }
  process.stdout.write(`${unanswered}\n`);
  process.exit(0);
}
