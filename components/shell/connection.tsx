"use client";

import { RefreshCw, Wifi, WifiOff } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Words } from "#components/ui/words.tsx";
import { formatPreciseDuration } from "#lib/client/format.ts";
import { t } from "#lib/words/t.ts";
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

const words = { live: "live{age}", reconnecting: "reconnecting{age}", stale: "stale{age}" } as const;

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
          with={{ age: connection.state !== "live" && <Age lastUpdateAt={connection.lastUpdateAt} short /> }}
        />
      </span>
    </span>
  );
}

/** "last update 41 s ago", counting; where there is no room, "41 s ago". */
export function Age({ lastUpdateAt, short = false }: { lastUpdateAt: Instant; short?: boolean }) {
  const now = useServerNow();
  const ageMs = Math.max(0, now - new Date(lastUpdateAt).getTime());
  return (
    <span className="font-normal">
      <Words
        of=", {said}{age} ago"
        with={{
          said: <span className={short ? "sr-only" : undefined}>{t("last update")} </span>,
          age: <span className="whitespace-nowrap">{formatPreciseDuration(ageMs)}</span>,
        }}
      />
    </span>
  );
}
