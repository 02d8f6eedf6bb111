import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { execute } from "#lib/server/runs/execute.ts";
import { readLog } from "#lib/server/runs/read.ts";
import { spoiltLine } from "./line.ts";
import { trial, until } from "./worker-process.ts";

function client(url: string, args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ["--conditions=react-server", "faults/client.ts", ...args], {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Fault 5: the listening connection of another process hangs half-open. How long its viewer waits at most, in milliseconds. */
export async function hangListener(events: number): Promise<number> {
  const given = await trial("true");
  let hangs = false;
  const line = await spoiltLine(process.env.DATABASE_URL ?? "", { hangsListeners: () => hangs });
  const viewer = client(line.url, ["follow", given.runId]);
  const seen = new Set<number>();
  createInterface({ input: viewer.stdout }).on("line", (seq) => seen.add(Number(seq)));
  const delays: number[] = [];
  try {
    await until("the viewer has what there is", () => seen.size > 0);
    hangs = true;
    for (let i = 0; i < events; i++) {
      const { result } = await execute(given.commander, given.runId, { type: "note.add", text: `note ${i}` });
      delays.push(await until("the viewer has the event", () => seen.has(result.seq)));
    }
    return Math.max(...delays);
  } finally {
    viewer.kill("SIGKILL");
    line.close();
  }
}

/** Fault 8: the answer to COMMIT is lost, each time. How often it was, and whether each command was done once. */
export async function loseCommits(times: number): Promise<{ lost: number; once: boolean }> {
  const given = await trial("true");
  let cutNext = true;
  // Every other commit: the repetition of a command has to come through.
  const cutsAtCommit = () => {
    cutNext = !cutNext;
    return !cutNext;
  };
  const line = await spoiltLine(process.env.DATABASE_URL ?? "", { cutsAtCommit });
  const sender = client(line.url, ["send", given.runId, String(times)], { COMMANDER: JSON.stringify(given.commander) });
  const [said] = await Promise.all([text(sender.stdout), once(sender, "exit")]);
  line.close();
  const notes: string[] = [];
  for (let after: string | null = "0"; after !== null; ) {
    const page = await readLog(given.runId, { after, limit: 200 });
    notes.push(...page.events.flatMap(({ event }) => (event.type === "note.added" ? [event.text] : [])));
    after = page.next;
  }
  return { lost: Number(said), once: notes.length === times && new Set(notes).size === times };
}
