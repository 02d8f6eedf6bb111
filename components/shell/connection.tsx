"use client";

import { RefreshCw, Wifi, WifiOff } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Words } from "#components/ui/words.tsx";
import { formatPreciseDuration } from "#lib/client/format.ts";
import type { Instant } from "#lib/words/time.ts";

export type ConnectionState =
  | { state: "live" }
  /** Trying again; what is shown may be a little old. */
  | { state: "reconnecting"; lastUpdateAt: Instant }
  /** Too old to act on: read only. */
  | { state: "stale"; lastUpdateAt: Instant };

const looks = {
  live: { icon: <Wifi aria-hidden />, className: "" },
  reconnecting: { icon: <RefreshCw aria-hidden />, className: "font-semibold text-wait" },
  stale: { icon: <WifiOff aria-hidden />, className: "font-semibold text-bad" },
} as const;

const words = { live: "live{age}", reconnecting: "reconnecting, {age} old", stale: "stale, {age} old" } as const;

/** Whether what the page shows is what the server knows. */
export function Connection({ connection }: { connection: ConnectionState }) {
  const look = looks[connection.state];
  return (
    <span
      data-connection={connection.state}
      className={`inline-flex items-center gap-1 whitespace-nowrap [&>svg]:size-3.5 [&>svg]:flex-none ${look.className}`}
    >
      {look.icon}
      <span>
        <Words
          of={words[connection.state]}
          with={{ age: connection.state !== "live" && <Age lastUpdateAt={connection.lastUpdateAt} /> }}
        />
      </span>
    </span>
  );
}

/** How old what is shown is, counting. */
export function Age({ lastUpdateAt }: { lastUpdateAt: Instant }) {
  const now = useServerNow();
  const ageMs = Math.max(0, now - new Date(lastUpdateAt).getTime());
  return <span className="font-normal whitespace-nowrap">{formatPreciseDuration(ageMs)}</span>;
}
