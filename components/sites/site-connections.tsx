"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed, KeyRound, WifiOff } from "lucide-react";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { Time } from "#components/shell/time.tsx";
import { CommandLine } from "#components/ui/command-line.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import { workersQuery } from "#lib/client/queries.ts";
import { answersFor } from "#lib/client/sites/site-workers.ts";
import type { Site } from "#lib/contract/sites.ts";
import type { SshConnection } from "#lib/domain/connection.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** How a site is reached, and which workers answer for it. */
export function SiteConnections({ site }: { site: Site }) {
  const { ssh = {}, http = {} } = site.connections;
  const credentials = [
    ...new Set(Object.values(ssh).flatMap(({ credential, jump }) => [credential, jump?.credential])),
  ];
  return (
    <div className="grid gap-3 border-t border-line px-4 py-3 md:grid-cols-2">
      <div className="grid content-start gap-1">
        <h3 className="font-semibold text-fg-2">{t("How it is reached")}</h3>
        <ul className="grid gap-1">
          {Object.entries(ssh).map(([name, connection]) => (
            <li key={name} className="wrap-anywhere">
              ssh <b>{name}</b>: <SshWords of={connection} />
            </li>
          ))}
          {Object.entries(http).map(([name, { base }]) => (
            <li key={name} className="wrap-anywhere">
              http <b>{name}</b>: {base}
            </li>
          ))}
          {Object.keys(ssh).length === 0 && (
            <li className="text-fg-2">{t("Commands run on the worker’s own machine.")}</li>
          )}
        </ul>
        {credentials.length > 0 && (
          <p className="text-fg-2">
            <KeyRound aria-hidden className="mr-1 inline size-3.5" />
            {t("Credentials {names}: kept by the workers, never by the console.", {
              names: row(credentials.filter((one) => one !== undefined)),
            })}
          </p>
        )}
      </div>
      <SiteWorkers siteId={site.id} />
    </div>
  );
}

function SshWords({ of: { user, host, port, hostKeys, jump } }: { of: SshConnection }) {
  const address = (words: string) => <span translate="no">{words}</span>;
  return (
    <Words
      of={jump ? "{account}, through {jump}, {keys}" : "{account}, {keys}"}
      with={{
        account: address(`${user}@${host}:${port}`),
        jump: jump && address(`${jump.user}@${jump.host}:${jump.port}`),
        keys: tn("{count} pinned key", "{count} pinned keys", hostKeys.length),
      }}
    />
  );
}

function SiteWorkers({ siteId }: { siteId: string }) {
  const asked = useQuery(workersQuery());
  const { data } = asked;
  const isStale = usePollState(asked)?.state === "stale";
  const workers = (data?.workers ?? []).filter(({ sites }) => sites === null || sites.includes(siteId));
  return (
    <div className="grid content-start gap-1">
      <h3 className="font-semibold text-fg-2">{t("Workers")}</h3>
      {data && !isStale && answersFor(workers, siteId).length === 0 && (
        <div>
          <p>{t("Start one on a machine that reaches the site:")}</p>
          <CommandLine args={["npm", "run", "worker"]} />
        </div>
      )}
      <ul className="grid gap-1 empty:hidden">
        {workers.map(({ id, name, host, version, sites, lastSeenAt, live }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <Answering live={isStale ? null : live} />
            <b>{name}</b>
            <span className="text-fg-2">
              <Words
                of={
                  sites === null
                    ? "on {host}, version {version}, for every site, last heard {at}"
                    : "on {host}, version {version}, bound to sites, last heard {at}"
                }
                with={{ host, version, at: <Time at={lastSeenAt} precision="second" /> }}
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Null where it was heard too long ago what a worker says. */
function Answering({ live }: { live: boolean | null }) {
  if (live === null) {
    return (
      <Outcome tone="wait" icon={<WifiOff aria-hidden />}>
        {t("Not known")}
      </Outcome>
    );
  }
  return (
    <Outcome tone={live ? "done" : "quiet"} icon={live ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}>
      {live ? t("Answers") : t("Silent")}
    </Outcome>
  );
}
