"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, Download, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { type NamedFilter, NameFilter } from "#components/history/name-filter.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { Menu } from "#components/ui/menu.tsx";
import { addressOf, call } from "#lib/client/api.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { historyAddress, isFiltered, newestPage } from "#lib/client/history/history-address.ts";
import { savedFiltersQuery } from "#lib/client/queries.ts";
import type { RunFilter } from "#lib/contract/runs.ts";
import type { SavedFilter } from "#lib/contract/saved-filters.ts";
import { t } from "#lib/words/t.ts";

/** The filter that is looked at. Once it is saved it has the focus: the button that saved it is gone. */
const SHOWN = "shown-filter";

const addressOfFilter = (filter: RunFilter): string => historyAddress(newestPage(filter));

/** One's own filters of the history, one press each; the one that is looked at can be saved, and taken along as CSV. */
export function SavedFilters({ filter, isEmpty }: { filter: RunFilter; isEmpty: boolean }) {
  const cache = useQueryClient();
  const { data } = useQuery(savedFiltersQuery());
  const [naming, setNaming] = useState<NamedFilter | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => call("DELETE /api/saved-filters/{id}", { params: { id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: savedFiltersQuery().queryKey }),
  });
  const shown = addressOfFilter(filter);
  const saved = data?.filters ?? [];
  const isSaved = saved.some((one) => addressOfFilter(one.filter) === shown);
  if (isEmpty && saved.length === 0 && !isFiltered(filter)) return null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        {saved.length > 0 && (
          <ul aria-label={t("Your saved filters")} className="flex min-w-0 flex-wrap items-center gap-2">
            {saved.map((one) => (
              <Saved
                key={one.id}
                filter={one}
                current={addressOfFilter(one.filter) === shown}
                onRename={() => setNaming({ id: one.id, name: one.name })}
                onDelete={() => remove.mutate(one.id)}
              />
            ))}
          </ul>
        )}
        {isFiltered(filter) && !isSaved && (
          <Button icon={<Bookmark aria-hidden />} onClick={() => setNaming({ filter, name: "" })}>
            {t("Save this filter")}
          </Button>
        )}
        {!isEmpty && (
          <span className="sm:ml-auto">
            <a
              className={buttonClass({})}
              href={addressOf("GET /api/runs.csv", { ...filter, for: "spreadsheet" })}
              download
            >
              <Download aria-hidden /> {isFiltered(filter) ? t("What matches as CSV") : t("Every run as CSV")}
            </a>
          </span>
        )}
      </div>
      {remove.error && (
        <Alert tone="bad" icon={<Trash2 aria-hidden />} title={t("Not deleted.")} live="assertive">
          {errorWords(remove.error).sentence}
        </Alert>
      )}
      {naming && <NameFilter of={naming} returnTo={SHOWN} onClose={() => setNaming(null)} />}
    </div>
  );
}

type SavedProps = { filter: SavedFilter; current: boolean; onRename: () => void; onDelete: () => void };

function Saved({ filter: { name, filter }, current, onRename, onDelete }: SavedProps) {
  return (
    <li className="grid max-w-full grid-cols-[minmax(0,auto)_auto] items-center">
      <ButtonLink
        href={addressOfFilter(filter)}
        scroll={false}
        look={current ? "primary" : "normal"}
        aria-current={current ? "page" : undefined}
        id={current ? SHOWN : undefined}
      >
        <span className="min-w-0 truncate">{name}</span>
      </ButtonLink>
      <Menu
        label={t("More for {name}", { name })}
        align="start"
        items={[
          { label: t("Rename"), icon: <Pencil aria-hidden />, onSelect: onRename },
          { label: t("Delete"), icon: <Trash2 aria-hidden />, onSelect: onDelete, danger: true },
        ]}
      />
    </li>
  );
}
