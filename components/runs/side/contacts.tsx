"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { LoadState } from "#components/shell/load-state.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import { whyUnread } from "#lib/client/error-words.ts";
import { contactsQuery } from "#lib/client/run/contacts-query.ts";
import { partWords } from "#lib/client/run/part-words.ts";
import { serverNowMs } from "#lib/client/server-clock.ts";
import type { RunContact } from "#lib/contract/runs.ts";
import { telephoneAddress } from "#lib/domain/telephone-address.ts";
import { t } from "#lib/words/t.ts";

/** How the people of a run are reached. */
export function Contacts({ onClose }: { onClose: () => void }) {
  const { procedure, run } = useRunDesk();
  // Whoever opens it is about to call: what the page read before is asked anew.
  const asked = useQuery({ ...contactsQuery(run.id), staleTime: 0 });
  const { data } = asked;
  return (
    <Dialog open onOpenChange={onClose} title={t("Contacts of this run")}>
      {data === undefined && (
        <LoadState what={t("The contacts")} of={asked} aloud>
          <p role="status">{t("Looking…")}</p>
        </LoadState>
      )}
      {data && <ReadAt {...asked} />}
      <ul className="grid gap-3" aria-label={t("Contacts of this run")}>
        {data?.people.map((person) => (
          <li key={person.id} className="grid justify-items-start">
            <span className="wrap-anywhere">
              <b>{person.name}</b> <span className="pl-1 text-fg-2">{partWords(procedure, run, person.id)}</span>
            </span>
            <Telephone {...person} />
            <a href={`mailto:${person.email}`} className="py-1 wrap-anywhere text-link hover:underline touch:py-3">
              {person.email}
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type ReadAtProps = Pick<UseQueryResult, "dataUpdatedAt" | "error" | "isFetching" | "refetch">;

/** Numbers change: how old these are, also while they are being read anew. It stands there all the time, so that nothing moves. */
function ReadAt({ dataUpdatedAt, error, isFetching, refetch }: ReadAtProps) {
  const [offsetMs] = useState(() => serverNowMs() - Date.now());
  const time = <Time at={dataUpdatedAt + offsetMs} />;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
      <p role="status" className={error || isFetching ? "font-medium" : "text-fg-2"}>
        <Sentences>
          <Words
            of={error ? "What follows was read {time}, and could not be read anew." : "What follows was read {time}."}
            with={{ time }}
          />
          {isFetching ? t("Looking…") : error && whyUnread(error)}
        </Sentences>
      </p>
      {error && (
        <Button size="small" icon={<RefreshCw aria-hidden />} onClick={() => !isFetching && void refetch()}>
          {t("Try again")}
        </Button>
      )}
    </div>
  );
}

function Telephone({ telephone }: Pick<RunContact, "telephone">) {
  if (telephone === null) return <span className="text-fg-3">{t("no telephone number given")}</span>;
  return (
    <a href={telephoneAddress(telephone)} className="py-1 text-m wrap-anywhere text-link hover:underline touch:py-3">
      {telephone}
    </a>
  );
}
