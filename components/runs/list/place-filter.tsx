"use client";

import { ChevronDown } from "lucide-react";
import { isAt, type StepRow } from "#components/runs/list/step-rows.ts";
import type { RunFilter } from "#lib/client/run/run-filter.ts";
import { siteName } from "#lib/client/run/run-places.ts";
import { roleName } from "#lib/domain/role-name.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type PlaceFilterProps = {
  rows: readonly StepRow[];
  run: Run;
  filter: RunFilter;
  onFilter: (filter: Partial<RunFilter>) => void;
};

const BOTH = "both";

/** Only the steps of a site, or of a role, which mostly is the same: one choice takes less room than a button for each. */
export function PlaceFilter({ rows, run, filter, onFilter }: PlaceFilterProps) {
  const roles = Object.keys(run.sites);
  const sites = [...new Set(roles.map((role) => siteName(run, role)))];
  const choose = (value: string) => {
    const [kind, ...said] = value.split(":");
    const name = said.join(":");
    onFilter({ site: kind === "site" ? name : null, role: kind === "role" ? name : null });
  };
  return (
    <span className="relative inline-flex flex-none items-center">
      <select
        aria-label={t("Only steps of this place")}
        data-shortcut="place"
        value={optionOf(filter)}
        onChange={(event) => choose(event.target.value)}
        className="min-h-7 w-36 cursor-pointer appearance-none truncate rounded border border-line-2 bg-surface pr-7 pl-2 touch:min-h-11 touch:text-[1rem]"
      >
        <option value="">{t("All places")}</option>
        {filter.site !== null && filter.role !== null && (
          <option value={BOTH}>{t("{site}, {role}", { site: filter.site, role: roleName(filter.role) })}</option>
        )}
        <optgroup label={t("Sites")}>
          {sites.map((site) => (
            <option key={site} value={`site:${site}`}>
              {site} {rows.filter(({ step }) => isAt(run, step, site)).length}
            </option>
          ))}
        </optgroup>
        <optgroup label={t("Roles")}>
          {roles.map((role) => (
            <option key={role} value={`role:${role}`}>
              {roleName(role)} {rows.filter(({ step }) => step.roles.includes(role)).length}
            </option>
          ))}
        </optgroup>
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-fg-3" />
    </span>
  );
}

function optionOf({ site, role }: RunFilter): string {
  if (site !== null && role !== null) return BOTH;
  if (site !== null) return `site:${site}`;
  return role === null ? "" : `role:${role}`;
}
