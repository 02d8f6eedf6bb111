import type { SshWork } from "#lib/domain/way/command.ts";
import { told } from "#lib/words/told.ts";
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
    const message = told("{host} let the worker in and then gave no answer.", { host: to.host });
    return upTo(new SshFailure("shell", message), work);
  }
  const [writable, ...folder] = said.rest;
  const program = argv[0] ?? "";
  return [
    ...passed(work, STAGES.length),
    said.word === "program"
      ? {
          what: told("Program {file}", { file: program }),
          result: "passed",
          message: told("It is there on {host}.", { host: to.host }),
        }
      : {
          what: told("Program {file}", { file: program }),
          result: "failed",
          message: told("{host} has no program {file}.", { host: to.host, file: program }),
        },
    writable === "writable"
      ? { what: told("Receipts on {host}", { host: to.host }), result: "passed", message: told("They can be kept.") }
      : {
          what: told("Receipts on {host}", { host: to.host }),
          result: "failed",
          message: told("{folder} cannot be written there.", { folder: folder.join(" ") }),
        },
  ];
}

type Stage = { stage: SshFailure["stage"]; what: (to: SshWork["to"]) => string; message: string };

const STAGES: readonly Stage[] = [
  {
    stage: "connection",
    what: ({ host, port }) => told("Connection to {address}", { address: `${host}:${port}` }),
    message: told("It answers."),
  },
  {
    stage: "host_key",
    what: ({ host, port }) => told("Host key of {address}", { address: `${host}:${port}` }),
    message: told("It shows a pinned host key."),
  },
  {
    stage: "credential",
    what: ({ user, host, credential }) =>
      told("Credential {name} for {account}", { name: credential, account: `${user}@${host}` }),
    message: told("It lets the worker in."),
  },
  {
    stage: "shell",
    what: ({ user, host }) => told("Shell of {account}", { account: `${user}@${host}` }),
    message: told("It takes commands."),
  },
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
