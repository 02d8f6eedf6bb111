"use client";

import { Search } from "lucide-react";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { type GoingFilter, type GoingRun, matchesFilter } from "#lib/client/going.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const words = { all: "All runs", mine: "Mine", risk: "At risk or over" } as const satisfies Record<
  GoingFilter["only"],
  PlainSentence
>;
const shows = ["all", "mine", "risk"] as const;

type GoingFiltersProps = {
  runs: readonly GoingRun[];
  mine: ReadonlySet<string>;
  filter: GoingFilter;
  onFilter: (filter: GoingFilter) => void;
};

/** Which of many runs are shown; how many there are of each kind is said at once. */
export function GoingFilters({ runs, mine, filter, onFilter }: GoingFiltersProps) {
  return (
    <search className="-mb-4 flex flex-wrap items-center gap-1 max-md:-mb-3">
      {shows.map((only) => (
        <FilterButton
          key={only}
          pressed={filter.only === only}
          count={runs.filter((run) => matchesFilter(run, { only, text: "" }, mine)).length}
          onClick={() => onFilter({ ...filter, only })}
        >
          {t(words[only])}
        </FilterButton>
      ))}
      <label className="relative inline-flex items-center max-sm:basis-full">
        <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-fg-3" />
        <span className="sr-only">{t("Only runs with these words")}</span>
        <input
          type="search"
          data-shortcut="filter"
          value={filter.text}
          placeholder={t("Number, procedure, site, commander")}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          className="min-h-7 w-72 rounded border border-line-2 bg-surface pr-2 pl-7 max-sm:w-full touch:min-h-11 touch:text-[1rem]"
        />
      </label>
    </search>
  );
}
