import type { SshWork } from "#lib/domain/way/command.ts";
import type { CheckResult, Hidden } from "#lib/worker/executor.ts";
import { SshFailure } from "#lib/worker/ssh/connect.ts";
import type { SshPool } from "#lib/worker/ssh/pool.ts";
import { checkScript } from "#lib/worker/ssh/scripts.ts";
import { tell } from "#lib/worker/ssh/tell.ts";

const NOBODY = { runId: "check", step: "0", attempt: 0 };

/** What a command on a host needs, one after the other: to reach it, to know it, to be let in, its program, its receipt. */
export async function checkHost(pool: SshPool, work: SshWork, hidden: Hidden): Promise<CheckResult[]> {
  const { to, argv } = work;
  const said = await tell(pool, work, hidden, { script: checkScript, id: NOBODY });
  if (said instanceof SshFailure) return upTo(said, work);
  if (said === null) {
    const message = `${to.host} let the worker in and then gave no answer.`;
    return upTo(new SshFailure("shell", message), work);
  }
  const [writable, ...folder] = said.rest;
  const program = argv[0] ?? "";
  return [
    ...passed(work, STAGES.length),
    said.word === "program"
      ? { what: `Program ${program}`, result: "passed", message: `It is there on ${to.host}.` }
      : { what: `Program ${program}`, result: "failed", message: `${to.host} has no program ${program}.` },
    writable === "writable"
      ? { what: `Receipts on ${to.host}`, result: "passed", message: "They can be kept." }
      : { what: `Receipts on ${to.host}`, result: "failed", message: `${folder.join(" ")} cannot be written there.` },
  ];
}

type Stage = { stage: SshFailure["stage"]; what: (to: SshWork["to"]) => string; message: string };

const STAGES: readonly Stage[] = [
  { stage: "connection", what: ({ host, port }) => `Connection to ${host}:${port}`, message: "It answers." },
  {
    stage: "host_key",
    what: ({ host, port }) => `Host key of ${host}:${port}`,
    message: "It shows a pinned host key.",
  },
  {
    stage: "credential",
    what: ({ user, host, credential }) => `Credential ${credential} for ${user}@${host}`,
    message: "It lets the worker in.",
  },
  { stage: "shell", what: ({ user, host }) => `Shell of ${user}@${host}`, message: "It takes commands." },
];

function upTo(failure: SshFailure, work: SshWork): CheckResult[] {
  const index = STAGES.findIndex(({ stage }) => stage === failure.stage);
  // A credential that the worker has not is missed before the host is asked for its key.
  const before = failure.stage === "credential" && !failure.shown ? 1 : index;
  const what = STAGES[index]?.what(work.to) ?? "";
  return [...passed(work, before), { what, result: "failed", message: failure.message }];
}

const passed = ({ to }: SshWork, stages: number): CheckResult[] =>
  STAGES.slice(0, stages).map(({ what, message }) => ({ what: what(to), result: "passed", message }));
