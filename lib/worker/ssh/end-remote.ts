import type { SshWork } from "#lib/domain/way/command.ts";
import { told } from "#lib/words/told.ts";
import type { Order, Outcome } from "#lib/worker/executor.ts";
import { SshFailure } from "#lib/worker/ssh/connect.ts";
import type { LastWord } from "#lib/worker/ssh/conversation.ts";
import type { SshPool } from "#lib/worker/ssh/pool.ts";
import { killScript } from "#lib/worker/ssh/scripts.ts";
import { tell } from "#lib/worker/ssh/tell.ts";

type Ending = { why: "timed_out" | "canceled"; last: Promise<LastWord> };

/** How long the rest of the output may take when the command is gone. */
const REST_MILLISECONDS = 2_000;

/** Ends it there. A cancel tries until it is known to be gone; where the host cannot be reached, nobody knows. */
export async function endRemote(pool: SshPool, order: Order<SshWork>, { why, last }: Ending): Promise<Outcome> {
  const { work, id, hidden, leaving } = order;
  const left = fired(leaving);
  for (;;) {
    const said = await Promise.race([tell(pool, work, hidden, { script: killScript, id }), left]);
    if (said === "left") return { kind: "unknown", reason: LEFT };
    if (said instanceof SshFailure || said === null) {
      return {
        kind: "unknown",
        reason: told("It was to end, and {host} could not be told: it may go on there.", { host: work.to.host }),
      };
    }
    if (said.word === "unbegun") {
      const message =
        why === "canceled" ? told("it was canceled before it began") : told("its time was up before it began");
      return { kind: "ended", ended: { kind: "not_run", message } };
    }
    const gone = said.word === "gone";
    if (gone) await Promise.race([last, after(REST_MILLISECONDS)]);
    if (gone || why === "timed_out") return { kind: "ended", ended: { kind: why, gone } };
  }
}

const LEFT = told("It was asked to end, and the worker was stopped before it was known to be gone.");

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

function fired(signal: AbortSignal): Promise<"left"> {
  const { promise, resolve } = Promise.withResolvers<"left">();
  if (signal.aborted) resolve("left");
  signal.addEventListener("abort", () => resolve("left"), { once: true });
  return promise;
}
