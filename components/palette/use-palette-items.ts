"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { destinationsFor, type Person } from "#components/shell/destinations.tsx";
import { type PaletteItem, runNumberIn } from "#lib/client/palette.ts";
import { proceduresQuery, runsQuery } from "#lib/client/queries.ts";
import { runAddress, runName } from "#lib/client/run-name.ts";
import { statusWords } from "#lib/client/run-words.ts";
import { can } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/state.ts";

/** Pages, procedures and the latest runs; any other run by its number. `missing` says what could not be read. */
export function usePaletteItems(person: Person | null, text: string): { items: PaletteItem[]; missing: string } {
  const router = useRouter();
  const runs = useQuery(runsQuery({ limit: 50 }));
  const procedures = useQuery(proceduresQuery());
  const leadTo = (group: PaletteItem["group"], href: string, words: string, detail?: string): PaletteItem => ({
    id: `${group} ${href}`,
    group,
    words,
    ...(detail !== undefined && { detail }),
    act: () => router.push(href),
  });
  const known = runs.data?.runs ?? [];
  const number = runNumberIn(text);
  const other = number !== null && !known.some((run) => run.number === number) ? [number] : [];
  const items = [
    ...known.map((run) =>
      leadTo("Runs", runAddress(run.number), `${runName(run)} ${run.procedure.title}`, statusWords[run.status]),
    ),
    ...other.map((any) => leadTo("Runs", runAddress(any), `${runLabel(any)} ${any}`)),
    ...(procedures.data?.procedures ?? []).map(({ id, title, version }) =>
      leadTo("Procedures", `/procedures/${id}`, title, `v${version}`),
    ),
    ...pages(person).map(({ href, word }) => leadTo("Pages", href, word)),
  ];
  const failed = [runs.isError && "Runs", procedures.isError && "Procedures"].filter(Boolean).join(" and ");
  const reading = runs.isPending || procedures.isPending;
  return { items, missing: failed ? `${failed} could not be read.` : reading ? "Reading runs and procedures…" : "" };
}

const pages = (person: Person | null): readonly { href: string; word: string }[] => [
  ...destinationsFor(person),
  ...(person && can(person.role, "run.command") ? [{ href: "/new-run", word: "New run" }] : []),
  ...(person ? [{ href: "/account", word: "Your account" }] : []),
];
