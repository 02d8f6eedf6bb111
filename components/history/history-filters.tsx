"use client";

import { Search, X } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useToday, useZone } from "#components/shell/zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { isFiltered, withDay, zoneOfDays } from "#lib/client/history/history-address.ts";
import { listedName } from "#lib/client/people/listed-name.ts";
import { titlesToldApart } from "#lib/client/procedures/shared-titles.ts";
import type { ListedPerson } from "#lib/contract/people.ts";
import type { ProcedureSummary } from "#lib/contract/procedures.ts";
import { RunFilter } from "#lib/contract/runs.ts";
import type { Site } from "#lib/contract/sites.ts";
import { DEVIATIONS } from "#lib/domain/report/deviation-kind.ts";
import { recordWords } from "#lib/domain/run/record-words.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import { RunStatus } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";
import { dayStart, zoneName } from "#lib/words/time.ts";

type HistoryFiltersProps = {
  filter: RunFilter;
  procedures: readonly ProcedureSummary[];
  sites: readonly Site[];
  people: readonly ListedPerson[];
  onChange: (filter: RunFilter) => void;
};

export function HistoryFilters({ filter, procedures, sites, people, onChange }: HistoryFiltersProps) {
  const titleOf = titlesToldApart(procedures);
  // What is chosen elsewhere and no longer offered stays as it was asked for.
  const change = (name: keyof RunFilter, value: string) =>
    onChange(RunFilter.parse({ ...filter, [name]: value || undefined }));
  return (
    <search className="grid grid-cols-2 items-end gap-3 md:grid-cols-4 lg:grid-cols-5">
      <div className="max-md:col-span-2">
        <SelectField
          label={t("Procedure")}
          value={filter.procedure ?? ""}
          onChange={(event) => change("procedure", event.target.value)}
        >
          <option value="">{t("All procedures")}</option>
          {procedures.map((each) => (
            <option key={each.key} value={each.key}>
              {titleOf(each)}
            </option>
          ))}
        </SelectField>
      </div>
      <SelectField label={t("Mode")} value={filter.mode ?? ""} onChange={(event) => change("mode", event.target.value)}>
        <option value="">{t("Live and drills")}</option>
        <option value="live">{t("Live only")}</option>
        <option value="drill">{t("Drills only")}</option>
      </SelectField>
      <OutcomeField filter={filter} onChange={onChange} />
      <SelectField label={t("Site")} value={filter.site ?? ""} onChange={(event) => change("site", event.target.value)}>
        <option value="">{t("All sites")}</option>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <PersonField person={filter.person} people={people} onPerson={(id) => change("person", id)} />
      <SelectField
        label={t("Deviations")}
        value={filter.deviations ?? ""}
        onChange={(event) => change("deviations", event.target.value)}
      >
        <option value="">{t("All runs")}</option>
        <option value="yes">{t("With any")}</option>
        <option value="no">{t("Without")}</option>
        {Object.entries(DEVIATIONS)
          .filter(([kind]) => kind !== "not_applicable")
          .map(([kind, words]) => (
            <option key={kind} value={kind}>
              {t(words)}
            </option>
          ))}
      </SelectField>
      <SelectField
        label={t("Record")}
        value={filter.record ?? ""}
        onChange={(event) => change("record", event.target.value)}
      >
        <option value="">{t("Any state")}</option>
        {Object.entries(recordWords).map(([state, words]) => (
          <option key={state} value={state}>
            {t(words)}
          </option>
        ))}
      </SelectField>
      <DayFields filter={filter} onChange={onChange} />
      <TextFilter text={filter.text ?? ""} onText={(text) => change("text", text)}>
        {isFiltered(filter) && (
          <Button icon={<X aria-hidden />} onClick={() => onChange({})}>
            {t("Clear")}
          </Button>
        )}
      </TextFilter>
    </search>
  );
}

/** The zone stands in the label: days of a filter that somebody else made are theirs. */
function DayFields({ filter, onChange }: Pick<HistoryFiltersProps, "filter" | "onChange">) {
  const here = useZone();
  const today = useToday();
  const zone = zoneOfDays(filter, here);
  const nameOn = (day = today) => zoneName(zone, dayStart(day, zone));
  const fields = [
    ["since", t("From ({zone})", { zone: nameOn(filter.since) })],
    ["until", t("To ({zone})", { zone: nameOn(filter.until) })],
  ] as const;
  return fields.map(([edge, label]) => (
    <TextField
      key={edge}
      label={label}
      type="date"
      value={filter[edge] ?? ""}
      onChange={(event) => onChange(withDay(filter, edge, event.target.value, here))}
    />
  ));
}

type PersonFieldProps = {
  person: string | undefined;
  people: readonly ListedPerson[];
  onPerson: (id: string) => void;
};

/** Who did anything in it. Whoever cannot act any more is found by name. */
function PersonField({ person = "", people, onPerson }: PersonFieldProps) {
  const listed = person === "" || people.some(({ id }) => id === person);
  return (
    <SelectField label={t("Person")} value={person} onChange={(event) => onPerson(event.target.value)}>
      <option value="">{t("Everybody")}</option>
      {!listed && <option value={person}>{t("Somebody who cannot act now")}</option>}
      {people.map(({ id, ...person }) => (
        <option key={id} value={id}>
          {listedName(person)}
        </option>
      ))}
    </SelectField>
  );
}

function OutcomeField({ filter, onChange }: Pick<HistoryFiltersProps, "filter" | "onChange">) {
  const value = filter.status ?? (filter.over ? `over-${filter.over}` : "");
  const choose = (chosen: string) => {
    const { status: _, over: __, ...rest } = filter;
    const over = /^over-(yes|no)$/.exec(chosen)?.[1];
    onChange(RunFilter.parse({ ...rest, ...(over ? { over } : chosen && { status: chosen }) }));
  };
  return (
    <SelectField label={t("Outcome")} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">{t("All")}</option>
      <option value="over-no">{t("Not over yet")}</option>
      <option value="over-yes">{t("Over, any outcome")}</option>
      {RunStatus.options.map((status) => (
        <option key={status} value={status}>
          {t(statusWords[status])}
        </option>
      ))}
    </SelectField>
  );
}

type TextFilterProps = { text: string; onText: (text: string) => void; children: ReactNode };

function TextFilter({ text, onText, children }: TextFilterProps) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onText(typed.trim());
  };
  return (
    <form onSubmit={submit} className="col-span-2 flex items-end gap-2 lg:col-span-1">
      <div className="min-w-0 flex-1">
        <TextField
          label={t("Number, site, person")}
          type="search"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Button type="submit" icon={<Search aria-label={t("Search")} />} square />
      {children}
    </form>
  );
}
