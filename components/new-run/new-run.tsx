"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, MapPin } from "lucide-react";
import { type ReactNode, useState } from "react";
import { PlanForm } from "#components/new-run/plan-form.tsx";
import { isUnread, LoadState } from "#components/shell/load-state.tsx";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { lastPositions } from "#lib/client/new-run/last-run.ts";
import { chosenByHand, firstPlan, type Opening, type Plan, sitesForRoles } from "#lib/client/new-run/new-run.ts";
import { notOver } from "#lib/client/overview/active-runs.ts";
import { lastRunQuery, peopleQuery, proceduresQuery, runsQuery, sitesQuery } from "#lib/client/queries.ts";
import { procedureQuery } from "#lib/client/run/run-queries.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import type { RunView } from "#lib/contract/runs.ts";
import { t } from "#lib/words/t.ts";

type NewRunProps = { procedureId: string | null; opening: Opening; person: SignedIn };

/** What was said already stays said when another procedure is chosen, as far as it makes sense there. */
type Kept = Pick<Plan, "mode" | "declaredAt" | "offerCommandTo"> & {
  /** Chosen by hand, by role; the others are those of the procedure's last run. */
  sites: Plan["sites"];
};

export function NewRun({ procedureId, opening, person }: NewRunProps) {
  const [id, setId] = useState(procedureId);
  const [kept, setKept] = useState<Kept>({ mode: opening.mode, declaredAt: null, offerCommandTo: null, sites: {} });
  const procedures = useQuery(proceduresQuery());
  const sites = useQuery(sitesQuery());
  const unfinished = useQuery(runsQuery(notOver));
  const chosen = useQuery({ ...procedureQuery(id ?? ""), enabled: id !== null });
  const last = useQuery({ ...lastRunQuery(chosen.data?.key ?? ""), enabled: chosen.data !== undefined });
  const people = useQuery(peopleQuery());
  const shown = useComplete(chosen.data, last.data);
  if (id === null) return <NoProcedure />;
  // What is there stays, and with it what somebody is writing.
  const failed = [chosen, last].find(isUnread);
  if (failed) {
    return (
      <Lead>
        <LoadState what={t("What a run needs")} of={failed} />
      </Lead>
    );
  }
  if (!shown || !sites.data || !procedures.data || !people.data) {
    return (
      <Lead>
        <Skeleton lines={6} label={t("Loading the procedure")} />
      </Lead>
    );
  }
  if (sites.data.sites.length < 2) return <NoSites person={person} />;
  const usual = firstPlan(shown.chosen.document, sites.data.sites, { ...opening, mode: kept.mode }, shown.last?.run);
  return (
    <PlanForm
      first={{
        ...usual,
        sites: { ...usual.sites, ...sitesForRoles(kept.sites, shown.chosen.document) },
        positions: lastPositions(shown.chosen.document, shown.last?.run ?? null, people.data.people),
        declaredAt: kept.declaredAt,
        offerCommandTo: kept.offerCommandTo,
      }}
      chosen={shown.chosen}
      wanted={id}
      procedures={procedures.data.procedures}
      sites={sites.data.sites}
      unfinished={unfinished.data?.runs ?? []}
      last={shown.last}
      people={people.data.people}
      person={person}
      onProcedure={(next, plan) => {
        setKept({ ...plan, sites: chosenByHand({ ...kept.sites, ...plan.sites }, usual.sites) });
        setId(next);
      }}
    />
  );
}

type Complete = { chosen: ProcedureView; last: RunView | null };

/** The procedure with its last run. While another one is fetched, the one before stays, and with it whoever writes there. */
function useComplete(chosen: ProcedureView | undefined, last: RunView | null | undefined): Complete | null {
  const [shown, show] = useState<Complete | null>(null);
  if (!chosen || last === undefined) return shown;
  if (shown?.chosen === chosen && shown.last === last) return shown;
  const complete = { chosen, last };
  show(complete);
  return complete;
}

function Lead({ children }: { children: ReactNode }) {
  return (
    <Page title={t("New run")} help="newRun">
      {children}
    </Page>
  );
}

function NoProcedure() {
  return (
    <Lead>
      <EmptyState
        icon={<BookOpen aria-hidden />}
        title={t("There is no procedure to run")}
        action={
          <ButtonLink href="/procedures/new" look="primary">
            {t("Upload a procedure")}
          </ButtonLink>
        }
      >
        <p>{t("A run follows a published procedure, step by step.")}</p>
      </EmptyState>
    </Lead>
  );
}

function NoSites({ person }: { person: SignedIn }) {
  return (
    <Lead>
      <EmptyState
        icon={<MapPin aria-hidden />}
        title={t("A run needs two sites")}
        action={<ButtonLink href="/sites">{t("Sites")}</ButtonLink>}
      >
        <p>{person.role === "administrator" ? t("Add them first.") : t("An administrator has to add them first.")}</p>
      </EmptyState>
    </Lead>
  );
}
