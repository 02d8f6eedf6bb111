"use client";

import { FilterButton } from "#components/ui/filter-button.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { type GoingFilter, type GoingRun, matchesFilter } from "#lib/client/overview/going.ts";
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

/** Which of many runs are shown; how many of each kind have the words that are looked for is said at once. */
export function GoingFilters({ runs, mine, filter, onFilter }: GoingFiltersProps) {
  return (
    <search className="-mb-4 flex flex-wrap items-center gap-1 max-md:-mb-3">
      {shows.map((only) => (
        <FilterButton
          key={only}
          pressed={filter.only === only}
          count={runs.filter((run) => matchesFilter(run, { ...filter, only }, mine)).length}
          onClick={() => onFilter({ ...filter, only })}
        >
          {t(words[only])}
        </FilterButton>
      ))}
      <SearchBox
        label={t("Only runs with these words")}
        placeholder={t("Number, procedure, site, commander")}
        text={filter.text}
        onText={(text) => onFilter({ ...filter, text })}
        shortcut="filter"
      />
    </search>
  );
}
