"use client";

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { ownSteps } from "#components/runs/list/active-steps.ts";
import { PlaceFilter } from "#components/runs/list/place-filter.tsx";
import { StateFilters } from "#components/runs/list/state-filters.tsx";
import { isProblem, type StepRow } from "#components/runs/list/step-rows.ts";
import { classNames } from "#components/ui/class-names.ts";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { Words } from "#components/ui/words.tsx";
import type { RunFilter } from "#lib/client/run/run-filter.ts";
import type { Person } from "#lib/domain/actor.ts";
import { roleName } from "#lib/domain/role-name.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { row, t } from "#lib/words/t.ts";

type StepFiltersProps = {
  rows: readonly StepRow[];
  run: Run;
  person: Person;
  digest: Digest;
  filter: RunFilter;
  onFilter: (filter: Partial<RunFilter>) => void;
  /** On a phone, where they are folded into one line. */
  open: boolean;
  onOpen: (open: boolean) => void;
};

export function StepFilters({ rows, run, person, digest, filter, onFilter, open, onOpen }: StepFiltersProps) {
  const id = useId();
  const { tally, waiting } = digest;
  const problems = rows.filter(({ shown }) => isProblem(shown)).length;
  const asked = new Set(waiting.map(({ step }) => step)).size;
  const mine = ownSteps(rows, digest, run, person).size;
  const digits = String(rows.length).length;
  const only = (value: RunFilter["only"]) => () => onFilter({ only: filter.only === value ? "all" : value });
  const settled = t("{settled} of {applying} settled", { settled: tally.settled, applying: tally.applying });
  return (
    <div className="mb-4 grid grid-cols-[minmax(0,1fr)] gap-1 max-md:-mt-2 max-md:mb-2 print:hidden">
      <div className="flex min-w-0 items-center justify-between gap-4 md:hidden">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpen(!open)}
          className="-ml-1 flex min-h-11 min-w-0 items-center gap-1.5 rounded px-1 hover:bg-hover"
        >
          <ChevronDown aria-hidden className={classNames("size-4 flex-none text-fg-3", open && "rotate-180")} />
          <span className="truncate">
            <Words of="Filter: {what}" with={{ what: <b>{filterWords(filter)}</b> }} />
          </span>
        </button>
        <span className="flex-none text-fg-2">{settled}</span>
      </div>
      <search id={id} className={classNames("flex flex-wrap items-center gap-1", !open && "max-md:hidden")}>
        <FilterButton pressed={filter.only === "all"} count={rows.length} onClick={() => onFilter({ only: "all" })}>
          {t("All")}
        </FilterButton>
        <FilterButton pressed={filter.only === "mine"} count={mine} digits={digits} onClick={only("mine")}>
          {t("Mine")}
        </FilterButton>
        <FilterButton pressed={filter.only === "person"} count={asked} digits={digits} onClick={only("person")}>
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
        <span className="ml-auto flex-none pr-1 text-fg-2 max-md:hidden">{settled}</span>
      </search>
      <div className={open ? "" : "max-md:hidden"}>
        <StateFilters
          tally={tally}
          chosen={filter.only}
          digits={digits}
          over={isOver(run.status)}
          onChoose={(state) => onFilter({ only: filter.only === state ? "all" : state })}
        />
      </div>
    </div>
  );
}

/** "All", "Failed, Tokyo, “mail”". */
function filterWords({ only, site, role, text }: RunFilter): string {
  const words = text.trim();
  const narrower = [
    only !== "all" && showWords(only),
    site,
    role && roleName(role),
    words && t("“{words}”", { words }),
  ].filter((one): one is string => Boolean(one));
  return narrower.length > 0 ? row(narrower) : t("All");
}

function showWords(only: Exclude<RunFilter["only"], "all">): string {
  switch (only) {
    case "mine":
      return t("Mine");
    case "person":
      return t("Needs a person");
    case "problems":
      return t("Problems");
    default:
      return stateWord(only);
  }
}
