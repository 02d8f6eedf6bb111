"use client";

import { PlaceFilter } from "#components/runs/place-filter.tsx";
import { StateFilters } from "#components/runs/state-filters.tsx";
import { isProblem, type StepRow } from "#components/runs/step-rows.ts";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { isOf } from "#lib/client/people-words.ts";
import type { RunFilter } from "#lib/client/run-filter.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type StepFiltersProps = {
  rows: readonly StepRow[];
  run: Run;
  person: Person;
  digest: Digest;
  filter: RunFilter;
  onFilter: (filter: Partial<RunFilter>) => void;
};

export function StepFilters({ rows, run, person, digest, filter, onFilter }: StepFiltersProps) {
  const { tally, waiting } = digest;
  const problems = rows.filter(({ shown }) => isProblem(shown)).length;
  const mine = rows.filter((row) => isOf(run, row, person.id)).length;
  const digits = String(rows.length).length;
  const only = (value: RunFilter["only"]) => () => onFilter({ only: filter.only === value ? "all" : value });
  return (
    <div className="mb-4 grid gap-1 print:hidden">
      <search className="flex items-center gap-1 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 md:flex-wrap">
        <FilterButton pressed={filter.only === "all"} count={rows.length} onClick={() => onFilter({ only: "all" })}>
          {t("All")}
        </FilterButton>
        <FilterButton pressed={filter.only === "mine"} count={mine} digits={digits} onClick={only("mine")}>
          {t("Mine")}
        </FilterButton>
        <FilterButton
          pressed={filter.only === "person"}
          count={waiting.length}
          digits={digits}
          onClick={only("person")}
        >
          {t("Needs a person")}
        </FilterButton>
        <FilterButton pressed={filter.only === "problems"} count={problems} digits={digits} onClick={only("problems")}>
          {t("Problems")}
        </FilterButton>
        <PlaceFilter rows={rows} run={run} filter={filter} onFilter={onFilter} />
        <SearchBox
          label={t("Only steps with these words")}
          placeholder={t("Filter")}
          text={filter.text}
          onText={(text) => onFilter({ text })}
          narrow
          shortcut="filter"
        />
        <span className="ml-auto flex-none pr-1 text-fg-2 max-md:ml-0">
          {t("{settled} of {applying} settled", { settled: tally.settled, applying: tally.applying })}
        </span>
      </search>
      <StateFilters
        tally={tally}
        chosen={filter.only}
        digits={digits}
        onChoose={(state) => onFilter({ only: filter.only === state ? "all" : state })}
      />
    </div>
  );
}
