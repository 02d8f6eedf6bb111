"use client";

import { useEffect, useState } from "react";
import { LastRun } from "#components/new-run/last-run.tsx";
import { PlanFields, type PlanFormProps } from "#components/new-run/plan-fields.tsx";
import { PlanHead } from "#components/new-run/plan-head.tsx";
import { PlanOutlook } from "#components/new-run/plan-outlook.tsx";
import { StartBar } from "#components/new-run/start-bar.tsx";
import { PlanNotes, StepPreviews } from "#components/new-run/step-previews.tsx";
import { useStartRun } from "#components/new-run/use-start-run.ts";
import { useWorkersNow } from "#components/new-run/use-workers-now.ts";
import { Page } from "#components/shell/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { parseDuration } from "#lib/client/duration-input.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { formatDuration } from "#lib/client/format.ts";
import { differencesFromLast } from "#lib/client/new-run/last-run.ts";
import { type Plan, siteObjections } from "#lib/client/new-run/new-run.ts";
import { planNotes } from "#lib/client/new-run/plan-notes.ts";
import { countSteps, previewSteps, type StepPreview } from "#lib/client/new-run/plan-preview.ts";
import type { Site } from "#lib/contract/sites.ts";
import { modeWord } from "#lib/domain/run/run-words.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

export function PlanForm(props: PlanFormProps) {
  const { first, chosen, wanted, procedures, sites, people, person } = props;
  // What stands here is of the procedure before, while another one is fetched.
  const ready = wanted === chosen.id;
  const [plan, setPlan] = useState(first);
  const [rtoText, setRtoText] = useState(inWords(first.rtoSeconds));
  useAnew(chosen.id, () => {
    setPlan(first);
    setRtoText(inWords(first.rtoSeconds));
  });
  const { mutate, isPending, isSuccess, variables, error } = useStartRun();
  const procedure = chosen.document;
  const steps = previewSteps(procedure, plan, sites);
  const objections = siteObjections(plan, procedure);
  const rtoWrong = rtoObjection(rtoText);
  const siteNames = namesOf(plan, sites);
  useModeInTitle(plan.mode);
  const going = isPending || isSuccess;
  const press = (start: boolean) => () => going || mutate({ procedureId: chosen.id, plan, start });
  return (
    <Page
      mode={plan.mode}
      bare
      head={
        <PlanHead
          plan={plan}
          named={ready ? chosen : procedures.find(({ id }) => id === wanted)}
          ready={ready}
          siteNames={siteNames}
          person={person}
          offeredTo={people.find(({ id }) => id === plan.offerCommandTo)?.name}
        />
      }
      foot={
        <StartBar
          plan={plan}
          counts={countSteps(steps)}
          siteNames={siteNames}
          ready={ready}
          blocked={ready ? (Object.values(objections)[0] ?? rtoWrong ?? null) : t("Loading the procedure")}
          pending={going ? (variables?.start ? "start" : "draft") : null}
          error={error}
          onStart={press(true)}
          onDraft={press(false)}
        />
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-4 pb-12 lg:grid-cols-2">
        <PlanFields
          {...props}
          plan={plan}
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
          <Preview {...props} plan={plan} steps={steps} />
        ) : (
          <Skeleton lines={6} label={t("Loading the procedure")} />
        )}
      </div>
    </Page>
  );
}

/** Begins anew with another procedure, and leaves the focus where it was. */
function useAnew(procedure: string, begin: () => void) {
  const [begun, setBegun] = useState(procedure);
  if (begun === procedure) return;
  setBegun(procedure);
  begin();
}

type PreviewProps = PlanFormProps & { plan: Plan; steps: readonly StepPreview[] };

/** What will be done, what is otherwise than last time, and what to think of before it is started. */
function Preview({ plan, steps, chosen, sites, unfinished, last, people, person }: PreviewProps) {
  const workers = useWorkersNow();
  const counts = countSteps(steps);
  const today = { procedure: chosen.document, version: chosen.version, sites, people, person };
  return (
    <section aria-label={t("Preview of the steps")} className="grid min-w-0 content-start gap-6">
      <div>
        <PlanOutlook plan={plan} chosen={chosen} undecided={counts.undecided} />
        <StepPreviews steps={steps} counts={counts} />
      </div>
      {last && <LastRun run={last.run} differences={differencesFromLast(plan, last, today)} />}
      <PlanNotes notes={planNotes(plan, { steps, places: sites, unfinished, workers, last: last?.run ?? null })} />
    </section>
  );
}

/** As people type it. */
const inWords = (seconds: number | null): string =>
  seconds === null ? "" : formatDuration(seconds * 1_000).replace(/\s/g, " ");

const rtoObjection = (text: string): string | undefined =>
  text.trim() !== "" && parseDuration(text) === null
    ? t("Write the RTO as 4 h, 1 h 30 min or 90 min, or leave it empty.")
    : undefined;

/** The page says what it would start before anything else does. */
function useModeInTitle(mode: Mode) {
  useEffect(() => {
    document.title = `${t("{mode}: new run", { mode: modeWord(mode) })} · ${t("Switchover console")}`;
  }, [mode]);
}

function namesOf(plan: Plan, sites: readonly Site[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plan.sites).flatMap(([role, id]) => {
      const site = sites.find((each) => each.id === id);
      return site ? [[role, site.name]] : [];
    }),
  );
}
