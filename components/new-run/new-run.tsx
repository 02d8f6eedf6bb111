"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, MapPin } from "lucide-react";
import { type ReactNode, useState } from "react";
import { PlanForm } from "#components/new-run/plan-form.tsx";
import { isUnread, LoadState } from "#components/shell/load-state.tsx";
import { NoSuchRun } from "#components/shell/no-such-run.tsx";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { lastPositions } from "#lib/client/new-run/last-run.ts";
import { chosenByHand, firstPlan, type Opening, type Plan, sitesForRoles } from "#lib/client/new-run/new-run.ts";
import { LOOK_AGAIN_MS, lastRunQuery, peopleQuery, proceduresQuery, sitesQuery } from "#lib/client/queries.ts";
import { procedureQuery } from "#lib/client/run/run-queries.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type NewRunProps = {
  procedureId: string | null;
  /** What the address names that is not here. */
  unknown: "procedure" | "run" | null;
  opening: Opening;
  person: SignedIn;
};

/** What was said already stays said when another procedure is chosen, as far as it makes sense there. */
type Kept = Pick<Plan, "mode" | "declaredAt" | "offerCommandTo"> & {
  /** Chosen by hand, by role; the others are those of the procedure's last run. */
  sites: Plan["sites"];
};

export function NewRun({ procedureId, unknown, opening, person }: NewRunProps) {
  const [id, setId] = useState(procedureId);
  const [kept, setKept] = useState<Kept>({ mode: opening.mode, declaredAt: null, offerCommandTo: null, sites: {} });
  const procedures = useQuery({ ...proceduresQuery(), refetchInterval: LOOK_AGAIN_MS });
  const sites = useQuery({ ...sitesQuery(), refetchInterval: LOOK_AGAIN_MS });
  const chosen = useQuery({ ...procedureQuery(id ?? ""), enabled: id !== null });
  const last = useQuery({ ...lastRunQuery(chosen.data?.key ?? ""), enabled: chosen.data !== undefined });
  const people = useQuery({ ...peopleQuery(), refetchInterval: LOOK_AGAIN_MS });
  const shown = useComplete(chosen.data, last.data);
  if (id === null) {
    return unknown === "run" ? <UnknownRun /> : unknown ? <UnknownProcedure mode={opening.mode} /> : <NoProcedure />;
  }
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
      carried={isCarried(kept)}
      procedures={procedures.data.procedures}
      sites={sites.data.sites}
      last={shown.last}
      people={people.data.people}
      person={person}
      onProcedure={(next, plan) => {
        setKept({ ...plan, sites: chosenByHand({ ...kept.sites, ...plan.sites }, usual.sites) });
        setId(next);
        tellProcedure(next);
      }}
    />
  );
}

/** What no address holds, and would be lost with the page. The mode and the procedure are in it. */
const isCarried = ({ declaredAt, offerCommandTo, sites }: Kept): boolean =>
  declaredAt !== null || offerCommandTo !== null || Object.keys(sites).length > 0;

/** By its address the page is read anew, as when another language is chosen. */
function tellProcedure(id: string) {
  const asked = new URLSearchParams(location.search);
  asked.set("procedure", id);
  history.replaceState(null, "", `?${asked}`);
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

/** Another one in its place could be started live by whoever follows the address. */
function UnknownProcedure({ mode }: { mode: Mode }) {
  return (
    <Lead>
      <EmptyState
        icon={<BookOpen aria-hidden />}
        title={t("This procedure is not here")}
        action={
          <ButtonLink href={mode === "drill" ? "/new-run?mode=drill" : "/new-run"} look="primary">
            {t("Choose the procedure")}
          </ButtonLink>
        }
      >
        <p>{t("The address names one that this console does not have. It may be mistyped, or of another console.")}</p>
      </EmptyState>
    </Lead>
  );
}

/** Without the run the sites would stand the wrong way round. */
function UnknownRun() {
  return (
    <Lead>
      <NoSuchRun />
    </Lead>
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
        action={<ButtonLink href="/sites">{t("Go to the sites")}</ButtonLink>}
      >
        <p>{person.role === "administrator" ? t("Add them first.") : t("An administrator has to add them first.")}</p>
      </EmptyState>
    </Lead>
  );
}
