"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadState } from "#components/shell/load-state.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { contactsQuery } from "#lib/client/run/contacts-query.ts";
import type { RunContact } from "#lib/contract/runs.ts";
import { telephoneAddress } from "#lib/domain/telephone-address.ts";
import { t } from "#lib/words/t.ts";

/** How the people of a run are reached. */
export function Contacts({ run, onClose }: { run: string; onClose: () => void }) {
  // Whoever opens it is about to call: what the page read before is asked anew.
  const asked = useQuery({ ...contactsQuery(run), staleTime: 0 });
  const { data, error } = asked;
  return (
    <Dialog open onOpenChange={onClose} title={t("Contacts of this run")}>
      {data === undefined && (
        <LoadState what={t("The contacts")} of={asked} aloud>
          <p role="status">{t("Looking…")}</p>
        </LoadState>
      )}
      <p role="status" className="font-medium empty:hidden">
        {data && error && t("What follows was read before.")}
      </p>
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

function Telephone({ telephone }: Pick<RunContact, "telephone">) {
  if (telephone === null) return <span className="text-fg-3">{t("no telephone number given")}</span>;
  return (
    <a href={telephoneAddress(telephone)} className="py-1 text-m wrap-anywhere text-link hover:underline touch:py-3">
      {telephone}
    </a>
  );
}
