"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { destinationsFor, type Person } from "#components/shell/destinations.tsx";
import { useQuick } from "#components/shell/quick-context.ts";
import { mayLeave } from "#components/shell/use-unsaved.ts";
import { readVisits } from "#components/shell/use-visits.ts";
import { askingWords } from "#lib/client/overview/gates-waiting.ts";
import { keyLabels, keys } from "#lib/client/palette/keys.ts";
import type { PaletteItem } from "#lib/client/palette/palette.ts";
import { runNumberIn } from "#lib/client/palette/run-number.ts";
import { titlesToldApart } from "#lib/client/procedures/shared-titles.ts";
import { proceduresQuery, runsQuery } from "#lib/client/queries.ts";
import { runAddress, runName } from "#lib/client/run/run-name.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { can } from "#lib/domain/grants.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import { listed, t } from "#lib/words/t.ts";

type Items = {
  items: PaletteItem[];
  /** Which of them this person looked at lately, the latest first; not what is looked at now. */
  visited: readonly string[];
  /** What could not be read. */
  missing: string;
};

/** Pages, procedures and the latest runs; any other run by its number. */
export function usePaletteItems(person: Person | null, text: string): Items {
  const router = useRouter();
  const path = usePathname();
  const { show } = useQuick();
  const [visits] = useState(() => (person ? readVisits(person.id) : []));
  const runs = useQuery(runsQuery({ limit: 50 }));
  const procedures = useQuery(proceduresQuery());
  const leadTo = (group: PaletteItem["group"], href: string, words: string, detail?: string): PaletteItem => ({
    id: href,
    group,
    words,
    ...(detail !== undefined && { detail }),
    act: () => mayLeave() && router.push(href),
  });
  const known = runs.data?.runs ?? [];
  const published = procedures.data?.procedures ?? [];
  const titleOf = titlesToldApart(published);
  const numbers = new Set([existing(runNumberIn(text), known), ...visits.map(numberAt)]);
  const others = [...numbers].filter((number) => !known.some((run) => run.number === number));
  const items = [
    ...known.map((run) =>
      leadTo("Runs", runAddress(run.number), `${runName(run)} ${run.procedure.title}`, standing(run)),
    ),
    ...others.flatMap((any) => (any === null ? [] : [leadTo("Runs", runAddress(any), runLabel(any))])),
    ...published.map((each) => leadTo("Procedures", `/procedures/${each.id}`, titleOf(each), `v${each.version}`)),
    ...pages(person).map(({ href, word }) => leadTo("Pages", href, word)),
    ...keys
      .filter(({ act }) => act === "sheet")
      .map(
        (key): PaletteItem => ({
          id: key.act,
          group: "Keys",
          words: t("All keys"),
          keys: keyLabels(key),
          act: () => show("sheet"),
        }),
      ),
  ];
  const failed = [runs.isError ? [t("Runs")] : [], procedures.isError ? [t("Procedures")] : []].flat();
  const reading = runs.isPending || procedures.isPending;
  return {
    items,
    visited: visits.filter((address) => address !== path && !path.startsWith(`${address}/`)),
    missing:
      failed.length > 0
        ? t("{what} could not be read.", { what: listed(failed) })
        : reading
          ? t("Reading runs and procedures…")
          : "",
  };
}

/** Runs are numbered in turn: none comes after the latest that is known. */
const existing = (number: number | null, known: readonly RunSummary[]): number | null =>
  number !== null && known.some((run) => run.number >= number) ? number : null;

/** "In progress, 1 step in trouble, 1 gate waits". */
const standing = (run: RunSummary): string => t(statusWords[run.status]) + askingWords(run);

/** The number of the run at an address. */
const numberAt = (address: string): number | null => runNumberIn(address.replace("/runs/", ""));

const pages = (person: Person | null): readonly { href: string; word: string }[] => [
  ...destinationsFor(person).map(({ href, word }) => ({ href, word: t(word) })),
  ...(person && can(person.role, "run.command") ? [{ href: "/new-run", word: t("New run") }] : []),
  ...(person ? [{ href: "/account", word: t("Your account") }] : []),
];
