"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed, KeyRound } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { workersQuery } from "#lib/client/queries.ts";
import type { Site } from "#lib/contract/sites.ts";

/** How a site is reached, and which workers answer for it. */
export function SiteConnections({ site }: { site: Site }) {
  const { ssh = {}, http = {} } = site.connections;
  const credentials = [
    ...new Set(Object.values(ssh).flatMap(({ credential, jump }) => [credential, jump?.credential])),
  ];
  return (
    <div className="grid gap-3 border-t border-line px-4 py-3 md:grid-cols-2">
      <div className="grid content-start gap-1">
        <h3 className="font-semibold text-fg-2">How it is reached</h3>
        <ul className="grid gap-1">
          {Object.entries(ssh).map(([name, { user, host, port, hostKeys, jump }]) => (
            <li key={name} className="wrap-anywhere">
              ssh <b>{name}</b>: {user}@{host}:{port}
              {jump && `, through ${jump.user}@${jump.host}:${jump.port}`}, {hostKeys.length} pinned{" "}
              {hostKeys.length === 1 ? "key" : "keys"}
            </li>
          ))}
          {Object.entries(http).map(([name, { base }]) => (
            <li key={name} className="wrap-anywhere">
              http <b>{name}</b>: {base}
            </li>
          ))}
          {Object.keys(ssh).length === 0 && <li className="text-fg-2">Commands run on the worker’s own machine.</li>}
        </ul>
        {credentials.length > 0 && (
          <p className="text-fg-2">
            <KeyRound aria-hidden className="mr-1 inline size-3.5" />
            Credentials {credentials.filter(Boolean).join(", ")}: kept by the workers, never by the console.
          </p>
        )}
      </div>
      <SiteWorkers siteId={site.id} />
    </div>
  );
}

function SiteWorkers({ siteId }: { siteId: string }) {
  const { data } = useQuery(workersQuery());
  const workers = (data?.workers ?? []).filter(({ sites }) => sites === null || sites.includes(siteId));
  return (
    <div className="grid content-start gap-1">
      <h3 className="font-semibold text-fg-2">Workers</h3>
      {data && workers.length === 0 && <p className="font-medium">No worker answers for this site.</p>}
      <ul className="grid gap-1">
        {workers.map(({ id, name, host, version, sites, lastSeenAt, live }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <Outcome
              tone={live ? "done" : "quiet"}
              icon={live ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}
            >
              {live ? "Answers" : "Silent"}
            </Outcome>
            <b>{name}</b>
            <span className="text-fg-2">
              on {host}, version {version}, {sites === null ? "for every site" : "bound to sites"}, last seen{" "}
              <Time at={lastSeenAt} precision="second" />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
