"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { LastRun } from "#components/new-run/last-run.tsx";
import { PlanFields, type PlanFormProps } from "#components/new-run/plan-fields.tsx";
import { PlanHead } from "#components/new-run/plan-head.tsx";
import { PlanOutlook } from "#components/new-run/plan-outlook.tsx";
import { StartBar } from "#components/new-run/start-bar.tsx";
import { PlanNotes, StepPreviews } from "#components/new-run/step-previews.tsx";
import { useKnownNow } from "#components/new-run/use-known-now.ts";
import { useRunsGoing } from "#components/new-run/use-runs-going.ts";
import { useStartRun } from "#components/new-run/use-start-run.ts";
import { Page } from "#components/shell/page.tsx";
import { useUnsaved } from "#components/shell/use-unsaved.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { parseDuration } from "#lib/client/duration-input.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { differencesFromLast } from "#lib/client/new-run/last-run.ts";
import { type Plan, siteObjections } from "#lib/client/new-run/new-run.ts";
import { heldWords } from "#lib/client/new-run/plan-locks.ts";
import { planNotes } from "#lib/client/new-run/plan-notes.ts";
import { countSteps, previewSteps, type StepPreview } from "#lib/client/new-run/plan-preview.ts";
import { workersQuery } from "#lib/client/queries.ts";
import type { Site } from "#lib/contract/sites.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import { modeWord } from "#lib/domain/run/run-words.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

export function PlanForm(props: PlanFormProps) {
  const { first, chosen, wanted, carried, procedures, sites, people, person } = props;
  // What stands here is of the procedure before, while another one is fetched.
  const ready = wanted === chosen.id;
  const { plan, setPlan, rtoText, setRtoText, touched } = usePlan(first, chosen.id);
  const procedure = chosen.document;
  const latest = procedures.find(({ key }) => key === chosen.key)?.id;
  const held = heldWords(plan, procedure, sites, useRunsGoing()?.runs ?? []);
  const { mutate, isPending, isSuccess, variables, error } = useStartRun(held, latest);
  const steps = previewSteps(procedure, plan, sites);
  const objections = siteObjections(plan, procedure);
  const rtoWrong = rtoObjection(rtoText);
  const siteNames = namesOf(plan, sites);
  useModeTold(plan.mode, first.mode);
  const going = isPending || isSuccess;
  useUnsaved((touched || carried) && !isSuccess);
  const press = (start: boolean) => () => going || mutate({ procedureId: chosen.id, plan, start });
  return (
    <Page
      mode={plan.mode}
      bare
      head={
        <PlanHead
          {...{ plan, ready, siteNames, person }}
          rtoKnown={rtoWrong === undefined}
          named={ready ? chosen : procedures.find(({ id }) => id === wanted)}
          offeredTo={plan.offerCommandTo === null ? undefined : nameOf(plan.offerCommandTo, people)}
        />
      }
      foot={
        <StartBar
          plan={plan}
          counts={countSteps(steps)}
          siteNames={siteNames}
          ready={ready}
          faults={ready ? [...Object.values(objections), ...(rtoWrong ? [rtoWrong] : [])] : [t("Loading…")]}
          held={held}
          pending={going ? (variables?.start ? "start" : "draft") : null}
          error={variables?.plan === plan ? error : null}
          onStart={press(true)}
          onDraft={press(false)}
        />
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-4 pb-12 lg:grid-cols-2">
        <PlanFields
          {...props}
          plan={plan}
          steps={steps}
          objections={objections}
          rto={{ text: rtoText, wrong: rtoWrong }}
          offerWrong={
            variables?.plan.offerCommandTo === plan.offerCommandTo ? errorWords(error).fields.offerCommandTo : undefined
          }
          onPlan={setPlan}
          onRto={(text) => {
            setRtoText(text);
            setPlan({ ...plan, rtoSeconds: parseDuration(text) });
          }}
        />
        {ready ? (
          <Preview {...props} plan={plan} rtoKnown={rtoWrong === undefined} steps={steps} />
        ) : (
          <Skeleton lines={6} label={t("Loading the procedure")} />
        )}
      </div>
    </Page>
  );
}

/** What was said so far. Begins anew with another procedure, and leaves the focus where it was. */
function usePlan(first: Plan, procedure: string) {
  const [begun, setBegun] = useState({ procedure, first });
  const [plan, setPlan] = useState(first);
  const [rtoText, setRtoText] = useState(inWords(first.rtoSeconds));
  if (begun.procedure !== procedure) {
    setBegun({ procedure, first });
    setPlan(first);
    setRtoText(inWords(first.rtoSeconds));
  }
  const touched = plan !== begun.first || rtoText !== inWords(begun.first.rtoSeconds);
  return { plan, setPlan, rtoText, setRtoText, touched };
}

type PreviewProps = PlanFormProps & { plan: Plan; rtoKnown: boolean; steps: readonly StepPreview[] };

/** What will be done, what is otherwise than last time, and what to think of before it is started. */
function Preview({ plan, rtoKnown, steps, chosen, sites, last, people, person }: PreviewProps) {
  const workers = useKnownNow(useQuery(workersQuery()))?.workers ?? null;
  const unfinished = useRunsGoing();
  const counts = countSteps(steps);
  const applying = steps.flatMap(({ step, applicability }) => (applicability === "not_applicable" ? [] : step.number));
  const today = { procedure: chosen.document, version: chosen.version, applying, rtoKnown, sites, people, person };
  return (
    <section aria-label={t("Preview of the steps")} className="grid min-w-0 content-start gap-6">
      <div>
        <PlanOutlook plan={plan} rtoKnown={rtoKnown} chosen={chosen} undecided={counts.undecided} />
        <StepPreviews steps={steps} counts={counts} />
      </div>
      {last && <LastRun run={last.run} differences={differencesFromLast(plan, last, today)} />}
      <PlanNotes
        notes={planNotes(plan, { steps, places: sites, people, unfinished, workers, last: last?.run ?? null })}
      />
    </section>
  );
}

/** As people type it, and whole: what is read of it again is the same. */
const inWords = (seconds: number | null): string => (seconds === null ? "" : duration(seconds).replace(/\s/g, " "));

const rtoObjection = (text: string): string | undefined =>
  text.trim() !== "" && parseDuration(text) === null
    ? t("Write the RTO as 4 h, 1 h 30 min or 90 min, or leave it empty.")
    : undefined;

/** The page says what it would start before anything else does; so does its address, by which it is read anew. */
function useModeTold(mode: Mode, opened: Mode) {
  useEffect(() => {
    const asked = new URLSearchParams(location.search);
    if ((asked.get("mode") ?? opened) !== mode) {
      asked.set("mode", mode);
      history.replaceState(null, "", `?${asked}`);
    }
    document.title = `${t("{mode}: new run", { mode: modeWord(mode) })} · ${t("Switchover console")}`;
  }, [mode, opened]);
}

const nameOf = (person: string, people: PlanFormProps["people"]): string =>
  people.find(({ id }) => id === person)?.name ?? t("not known");

function namesOf(plan: Plan, sites: readonly Site[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plan.sites).flatMap(([role, id]) => {
      const site = sites.find((each) => each.id === id);
      return site ? [[role, site.name]] : [];
    }),
  );
}
