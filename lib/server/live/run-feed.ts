import "server-only";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { database } from "#lib/server/db.ts";
import type { Item, Viewing } from "#lib/server/live/feed.ts";
import { follow, tell } from "#lib/server/live/hub.ts";
import { type EventRow, toLogged } from "#lib/server/runs/store.ts";

/** The events of a run as they happen. */

const nameOf = (runId: string) => `run/${runId}`;

/** Tells everybody who follows the run. The events are committed already. */
export const announce = (runId: string, events: readonly LoggedEvent[]): void =>
  tell(nameOf(runId), events.map(toItem));

/** Calls `send` with every event after `after`. Answers how to stop. */
export const followRun = (runId: string, after: number, viewing: Viewing<LoggedEvent>): (() => void) =>
  follow(nameOf(runId), (last) => eventsAfter(runId, last), after, viewing);

const toItem = (event: LoggedEvent): Item<LoggedEvent> => ({ id: event.seq, value: event });

async function eventsAfter(runId: string, after: number): Promise<Item<LoggedEvent>[]> {
  const { rows } = await database().pool.query<EventRow>({
    name: "events_after",
    text: "select seq, at, happened_at, actor, event from run_event where run_id = $1 and seq > $2 order by seq",
    values: [runId, after],
  });
  return rows.map((row) => toItem(toLogged(row)));
}
