"use client";

import { useQuery } from "@tanstack/react-query";
import { Info } from "lucide-react";
import { Alert } from "#components/ui/alert.tsx";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { runsQuery } from "#lib/client/queries.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Which runs a change of the site does not reach: each keeps what the site was when it was created. */
export function RunsAsBefore({ siteId }: { siteId: string }) {
  const { data } = useQuery(runsQuery({ site: siteId, over: "no" }));
  if (!data || data.runs.length === 0) return null;
  return (
    <Alert icon={<Info aria-hidden />} title={t("A change here is for runs created from now on.")} live="off">
      {t("These go on with what the site was when they were created:")}{" "}
      <span className="inline-flex flex-wrap gap-x-3">
        {data.runs.map(({ id, number, mode }) => (
          <Link key={id} href={runAddress(number)}>
            <ModeWord mode={mode} text={runLabel(number)} />
          </Link>
        ))}
        {data.next !== null && t("and others")}
      </span>
    </Alert>
  );
}
