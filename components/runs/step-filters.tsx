"use client";

import { Search } from "lucide-react";
import { isAt, isProblem, type StepRow } from "#components/runs/step-rows.ts";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { MarkState } from "#components/ui/mark-state.ts";
import { isOf } from "#lib/client/people-words.ts";
import type { RunFilter } from "#lib/client/run-filter.ts";
import { roleName, siteName } from "#lib/client/run-places.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { t, tn } from "#lib/words/t.ts";

type StepFiltersProps = {
  rows: readonly StepRow[];
  run: Run;
  person: Person;
  digest: Digest;
  filter: RunFilter;
  onFilter: (filter: Partial<RunFilter>) => void;
};

/** Trouble first, then what waits, what goes on, what is to come, what is settled. */
const order: readonly MarkState[] = [
  "interrupted",
  "failed",
  "timed_out",
  "rejected",
  "canceled",
  "awaiting_approval",
  "awaiting_confirmation",
  "undecided",
  "ready",
  "in_progress",
  "canceling",
  "not_started",
  "completed",
  "overridden",
  "skipped",
  "not_applicable",
];

export function StepFilters({ rows, run, person, digest, filter, onFilter }: StepFiltersProps) {
  const { tally, waiting } = digest;
  const problems = rows.filter(({ shown }) => isProblem(shown)).length;
  const mine = rows.filter((row) => isOf(run, row, person.id)).length;
  const only = (value: RunFilter["only"]) => () => onFilter({ only: filter.only === value ? "all" : value });
  return (
    <div className="mb-4 grid gap-1 print:hidden">
      <search className="flex items-center gap-1 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 md:flex-wrap">
        <FilterButton pressed={filter.only === "all"} count={rows.length} onClick={() => onFilter({ only: "all" })}>
          {t("All")}
        </FilterButton>
        <FilterButton pressed={filter.only === "mine"} count={mine} onClick={only("mine")}>
          {t("Mine")}
        </FilterButton>
        <FilterButton pressed={filter.only === "person"} count={waiting.length} onClick={only("person")}>
          {t("Needs a person")}
        </FilterButton>
        <FilterButton pressed={filter.only === "problems"} count={problems} onClick={only("problems")}>
          {t("Problems")}
        </FilterButton>
        <Gap />
        <Sites rows={rows} run={run} filter={filter} onFilter={onFilter} />
        <Gap />
        <Roles rows={rows} run={run} filter={filter} onFilter={onFilter} />
        <TextFilter text={filter.text} onText={(text) => onFilter({ text })} />
        <span className="ml-auto flex-none pr-1 text-fg-2 max-md:ml-0">
          {t("{settled} of {applying} settled", { settled: tally.settled, applying: tally.applying })}
          {tally.notApplicable > 0 && tn(", {count} does not apply", ", {count} do not apply", tally.notApplicable)}
        </span>
      </search>
      <fieldset className="m-0 flex min-w-0 items-center gap-x-1 border-0 p-0 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 md:flex-wrap">
        <legend className="sr-only">{t("Only steps that are")}</legend>
        {order
          .filter((state) => tally.byState.has(state))
          .map((state) => (
            <FilterButton
              key={state}
              pressed={filter.only === state}
              icon={<Mark kind="manual" state={state} size={18} />}
              count={tally.byState.get(state)}
              onClick={only(state)}
            >
              {stateWord(state)}
            </FilterButton>
          ))}
      </fieldset>
    </div>
  );
}

const Gap = () => <span aria-hidden className="mx-1 h-5 w-px bg-line-2 max-md:hidden" />;

function Sites({ rows, run, filter, onFilter }: Pick<StepFiltersProps, "rows" | "run" | "filter" | "onFilter">) {
  const names = new Set(Object.keys(run.sites).map((role) => siteName(run, role)));
  return [...names].map((site) => (
    <FilterButton
      key={site}
      pressed={filter.site === site}
      count={rows.filter(({ step }) => isAt(run, step, site)).length}
      onClick={() => onFilter({ site: filter.site === site ? null : site })}
    >
      {site}
    </FilterButton>
  ));
}

function Roles({ rows, run, filter, onFilter }: Pick<StepFiltersProps, "rows" | "run" | "filter" | "onFilter">) {
  return Object.keys(run.sites).map((role) => (
    <FilterButton
      key={role}
      pressed={filter.role === role}
      count={rows.filter(({ step }) => step.roles.includes(role)).length}
      onClick={() => onFilter({ role: filter.role === role ? null : role })}
    >
      {roleName(role)}
    </FilterButton>
  ));
}

function TextFilter({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <label className="relative inline-flex flex-none items-center">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-fg-3" />
      <span className="sr-only">{t("Only steps with these words")}</span>
      <input
        type="search"
        value={text}
        onChange={(event) => onText(event.target.value)}
        placeholder={t("Filter")}
        data-shortcut="filter"
        className="min-h-7 w-36 rounded border border-line-2 bg-surface pr-2 pl-7 focus:w-48 touch:min-h-11 touch:text-[1rem]"
      />
    </label>
  );
}
