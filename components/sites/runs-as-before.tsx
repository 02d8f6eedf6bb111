"use client";

import { useQuery } from "@tanstack/react-query";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { runsAsBeforeQuery } from "#lib/client/queries.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Which runs a change of the site does not reach: each keeps what the site was when it was created. */
export function RunsAsBefore({ siteId }: { siteId: string }) {
  const { data } = useQuery(runsAsBeforeQuery(siteId));
  if (!data || data.runs.length === 0) return null;
  return (
    <p className="text-fg-2">
      {t("A change here is for runs created from now on.")}{" "}
      {t("These go on with what the site was when they were created:")}{" "}
      <span className="inline-flex flex-wrap gap-x-3">
        {data.runs.map(({ id, number, mode }) => (
          <Link key={id} href={runAddress(number)}>
            <ModeWord mode={mode} text={runLabel(number)} />
          </Link>
        ))}
        {data.next !== null && (
          <Link href={`/history?site=${siteId}&over=no`} className="text-link underline">
            {t("and others")}
          </Link>
        )}
      </span>
    </p>
  );
}
