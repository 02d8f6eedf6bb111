import { randomUUID } from "node:crypto";
import type { SshWork } from "#lib/domain/way/command.ts";
import type { AttemptId, Hidden, Stream } from "#lib/worker/executor.ts";
import { SshFailure } from "#lib/worker/ssh/connect.ts";
import { converse, type LastWord } from "#lib/worker/ssh/conversation.ts";
import type { SshPool } from "#lib/worker/ssh/pool.ts";
import type { Place } from "#lib/worker/ssh/scripts.ts";

type Telling = {
  script: (work: SshWork, place: Omit<Place, "receipts">) => string;
  id: AttemptId;
  onOutput?: (stream: Stream, text: string) => void;
};

/** Has the host do a script of ours; its last word, null when the connection was lost, or why it could not be told. */
export async function tell(
  pool: SshPool,
  work: SshWork,
  hidden: Hidden,
  { script, id, onOutput = () => undefined }: Telling,
): Promise<LastWord | SshFailure> {
  const word = randomUUID();
  try {
    const channel = await pool.shell(work.to, hidden);
    return await converse(channel, script(work, { id, word }), { secret: word, onOutput });
  } catch (error) {
    if (error instanceof SshFailure) return error;
    throw error;
  }
}
