"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadState } from "#components/shell/load-state.tsx";
import { Time } from "#components/shell/time.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import { contactsQuery } from "#lib/client/run/contacts-query.ts";
import { serverNowMs } from "#lib/client/server-clock.ts";
import type { RunContact } from "#lib/contract/runs.ts";
import { telephoneAddress } from "#lib/domain/telephone-address.ts";
import { t } from "#lib/words/t.ts";

/** How the people of a run are reached. */
export function Contacts({ run, onClose }: { run: string; onClose: () => void }) {
  // Whoever opens it is about to call: what the page read before is asked anew.
  const asked = useQuery({ ...contactsQuery(run), staleTime: 0 });
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
            <b className="wrap-anywhere">{person.name}</b>
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

/** Numbers change: how old these are, also while they are being read anew. It stands there all the time, so that nothing moves. */
function ReadAt({ dataUpdatedAt, error, isFetching }: Pick<UseQueryResult, "dataUpdatedAt" | "error" | "isFetching">) {
  const [offsetMs] = useState(() => serverNowMs() - Date.now());
  const time = <Time at={dataUpdatedAt + offsetMs} />;
  return (
    <p role="status" className={error || isFetching ? "font-medium" : "text-fg-2"}>
      <Sentences>
        <Words
          of={error ? "What follows was read {time}, and could not be read anew." : "What follows was read {time}."}
          with={{ time }}
        />
        {isFetching && t("Looking…")}
      </Sentences>
    </p>
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
