"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Readiness } from "#components/checks/readiness.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { errorWords } from "#lib/client/error-words.ts";
import { sitesQuery } from "#lib/client/queries.ts";
import { isScheduledAt } from "#lib/client/sites/scheduled-at.ts";
import { useSchedule } from "#lib/client/sites/use-schedule.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import type { Site } from "#lib/contract/sites.ts";
import { roleTitle } from "#lib/domain/role-name.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

type ProcedureReadinessProps = { view: ProcedureView; mayAsk: boolean; maySchedule: boolean };

const intervals = [
  { seconds: 0, words: "only when asked" },
  { seconds: 3_600, words: "every hour" },
  { seconds: 86_400, words: "every day" },
  { seconds: 604_800, words: "every week" },
] as const satisfies readonly { seconds: number; words: PlainSentence }[];

/** Whether this procedure could be run at the chosen sites, now or asked again and again. */
export function ProcedureReadiness({ view, mayAsk, maySchedule }: ProcedureReadinessProps) {
  const { data } = useQuery(sitesQuery());
  const schedule = useSchedule(view.key);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const places = data?.sites ?? [];
  const { roles } = view.document;
  // Where sites are scheduled, a role that was added since has none.
  const scheduled = (role: string) => schedule.current && (schedule.current.sites[role] ?? "");
  const sites = Object.fromEntries(
    roles.map(({ key }, place) => [key, chosen[key] ?? scheduled(key) ?? defaultSite(places, place)]),
  );
  const elsewhere = schedule.current !== undefined && !isScheduledAt(schedule.current, sites);
  const complete = Object.values(sites).every((id) => id !== "");
  return (
    <Readiness of={{ procedure: view.id }} request={complete ? { procedureId: view.id, sites } : null} mayAsk={mayAsk}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 lg:gap-y-1 lg:*:row-span-4 lg:*:grid-rows-subgrid lg:[&_label]:self-end print:hidden">
        {roles.map(({ key, title }) => (
          <SelectField
            key={key}
            label={roleTitle({ key, title })}
            value={sites[key]}
            onChange={(event) => setChosen({ ...chosen, [key]: event.target.value })}
          >
            {sites[key] === "" && <option value="">{t("Choose…")}</option>}
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
          </SelectField>
        ))}
        <SelectField
          label={t("How often asked")}
          value={elsewhere ? "" : (schedule.current?.everySeconds ?? 0)}
          disabled={!maySchedule || schedule.isSaving || (!complete && !schedule.current)}
          hint={
            maySchedule
              ? elsewhere && t("Choose anew how often it is asked at these sites.")
              : t("A commander says how often.")
          }
          error={schedule.error === null ? null : errorWords(schedule.error).sentence}
          onChange={({ target: { value } }) => value !== "" && schedule.change(Number(value), sites)}
        >
          {elsewhere && <option value="">{t("Choose…")}</option>}
          {intervals.map(({ seconds, words }) => (
            <option key={seconds} value={seconds} disabled={seconds > 0 && !complete}>
              {t(words)}
            </option>
          ))}
          {schedule.current && !intervals.some(({ seconds }) => seconds === schedule.current?.everySeconds) && (
            <option value={schedule.current.everySeconds} disabled={!complete}>
              {t("every {seconds} s", { seconds: schedule.current.everySeconds })}
            </option>
          )}
        </SelectField>
      </div>
    </Readiness>
  );
}

/** The first two roles at two places; any further one where the first is. */
const defaultSite = (places: readonly Site[], place: number): string => places[place === 1 ? 1 : 0]?.id ?? "";
