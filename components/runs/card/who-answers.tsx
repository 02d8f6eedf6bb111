"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleDashed, Server } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Elapsed } from "#components/shell/duration.tsx";
import { Time } from "#components/shell/time.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { workersQuery } from "#lib/client/queries.ts";
import { answersFor, lastHeardOf } from "#lib/client/sites/site-workers.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** Which workers would do it, before it is pressed; or since when it waits for one. */
export function WhoAnswers({ siteId, since }: { siteId: string | undefined; since?: string }) {
  const { run } = useRunDesk();
  const { data } = useQuery(workersQuery());
  if (!data || siteId === undefined) return null;
  const site = Object.values(run.sites).find(({ id }) => id === siteId)?.name ?? t("this site");
  const live = answersFor(data.workers, siteId);
  const last = lastHeardOf(data.workers, siteId);
  if (live.length > 0 && since === undefined) {
    return (
      <Row label={t("Worker")}>
        <Server aria-hidden className="mr-1.5 inline size-4 align-text-bottom" />
        {tn("{workers} answers for {site}", "{workers} answer for {site}", live.length, {
          workers: row(live.map(({ name }) => name)),
          site,
        })}
      </Row>
    );
  }
  return (
    <Row label={t("Worker")}>
      <CircleDashed aria-hidden className="mr-1.5 inline size-4 align-text-bottom" />
      {since === undefined ? (
        <b>{t("No worker answers for {site} now: the command would wait for one", { site })}</b>
      ) : (
        <b>
          <Words of="Waiting for a worker at {site}, {elapsed}" with={{ site, elapsed: <Elapsed since={since} /> }} />
        </b>
      )}
      {last && live.length === 0 && (
        <span className="text-fg-2">
          <Words
            of=", the last one was seen {time}"
            with={{ time: <Time at={last.lastSeenAt} precision="second" /> }}
          />
        </span>
      )}
    </Row>
  );
}
