"use client";

import type { ComponentType } from "react";
import { RunSites } from "#components/history/run-sites.tsx";
import { Clock } from "#components/shell/clock.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { HelpLink } from "#components/shell/help-link.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { UtcTime } from "#components/shell/utc-time.tsx";
import { FigureClock, type FigureClockProps, FigureLine } from "#components/ui/figure-clock.tsx";
import { ModeBlock } from "#components/ui/mode-block.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { ProcedureSummary } from "#lib/contract/procedures.ts";
import { typeWords } from "#lib/domain/run/run-words.ts";
import { t } from "#lib/words/t.ts";

type PlanHeadProps = {
  plan: Plan;
  /** Not while what is typed as the objective cannot be read. */
  rtoKnown: boolean;
  /** The procedure that was chosen. */
  named: Pick<ProcedureSummary, "title" | "version"> | undefined;
  /** Whether the plan is of that one: it may still be on its way. */
  ready: boolean;
  /** The names of the sites by role. */
  siteNames: Readonly<Record<string, string>>;
  person: SignedIn;
  /** Whom command is offered to. */
  offeredTo: string | undefined;
};

/** What is about to be started, where the run's own header will be. */
export function PlanHead({ plan, rtoKnown, named, ready, siteNames, person, offeredTo }: PlanHeadProps) {
  return (
    <header className="z-10 border-b border-line-2 bg-surface md:sticky md:top-0">
      <div className="flex items-stretch md:min-h-20 md:flex-wrap">
        <ModeBlock mode={plan.mode} text={t("New run")} />
        <div className="grid min-w-0 flex-1 content-center gap-0.5 px-4 py-2 max-md:px-3">
          <div className="flex items-center gap-1">
            <h1 className="flex min-w-0 flex-wrap items-center gap-x-2 text-m font-semibold">
              <span className="sr-only">{plan.mode === "drill" ? t("New DRILL:") : t("New LIVE run:")} </span>
              {named && (
                <>
                  {named.title} <Tag>v{named.version}</Tag>
                </>
              )}
            </h1>
            <HelpLink about="newRun" />
          </div>
          <p className="flex flex-wrap gap-x-3 text-fg-2">
            {ready ? (
              <>
                <span>{t(typeWords[plan.type])}</span>
                <RunSites sites={siteNames} strong />
              </>
            ) : (
              t("Loading the procedure")
            )}
            <span>
              {t("Commander")} <b className="text-fg">{t("{person} (you)", { person: person.name })}</b>
              {offeredTo !== undefined && <>, {t("offered to {person}", { person: offeredTo })}</>}
            </span>
          </p>
        </div>
        <PlanClocks plan={plan} known={ready && rtoKnown} />
      </div>
      <PlanClockLines plan={plan} known={ready && rtoKnown} />
    </header>
  );
}

type ClockProps = { plan: Plan; As: ComponentType<FigureClockProps> };
/** Whether the objective is. */
type ClocksProps = { plan: Plan; known: boolean };

function PlanClocks({ plan, known }: ClocksProps) {
  const now = useServerNow();
  return (
    <dl className="flex flex-wrap items-center max-lg:order-4 max-lg:w-full max-lg:border-t max-lg:border-line max-md:hidden">
      <SinceDeclared plan={plan} As={FigureClock} />
      {known ? <RtoClock plan={plan} As={FigureClock} /> : <Unknown label={t("RTO")} As={FigureClock} />}
      <FigureClock label={t("Server time")} note={<UtcTime />}>
        <Time at={now} alone precision="second" />
      </FigureClock>
    </dl>
  );
}

/** The same on a phone: what is left of the RTO, the clock, and since when where that is said. */
function PlanClockLines({ plan, known }: ClocksProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 border-t border-line px-3 py-1 text-xs text-fg-2 md:hidden">
      {plan.declaredAt !== null && <SinceDeclared plan={plan} As={FigureLine} />}
      {known ? <RtoClock plan={plan} As={FigureLine} /> : <Unknown label={t("RTO")} As={FigureLine} />}
      <Clock short />
    </div>
  );
}

function SinceDeclared({ plan: { declaredAt }, As }: ClockProps) {
  const now = useServerNow();
  const label = t("Since declared");
  if (declaredAt === null) {
    return (
      <As label={label} note={t("declared when started")}>
        <span className="text-m font-medium text-fg-2">{t("not started")}</span>
      </As>
    );
  }
  if (Date.parse(declaredAt) > now) return <Unknown label={label} As={As} />;
  return (
    <As label={label} note={<Words of="declared {time}" with={{ time: <Time at={declaredAt} /> }} />}>
      <Elapsed since={declaredAt} look="figure" />
    </As>
  );
}

function RtoClock({ plan: { declaredAt, rtoSeconds }, As }: ClockProps) {
  const now = useServerNow();
  if (rtoSeconds === null) {
    return (
      <As label={t("RTO")} note={t("nothing to measure against")}>
        <span className="text-m font-medium text-fg-2">{t("not set")}</span>
      </As>
    );
  }
  const declaredMs = declaredAt === null ? now : Date.parse(declaredAt);
  if (declaredMs > now) return <Unknown label={t("RTO left")} As={As} />;
  const dueMs = declaredMs + rtoSeconds * 1_000;
  return (
    <As
      label={dueMs < now ? t("Over RTO by") : t("RTO left")}
      note={
        <Words
          of="of {duration}, due {time}"
          with={{ duration: <Duration ms={rtoSeconds * 1_000} />, time: <Time at={dueMs} /> }}
        />
      }
    >
      <span className={dueMs < now ? "text-bad" : ""}>
        <Duration ms={dueMs - now} look="figure" />
      </span>
    </As>
  );
}

const Unknown = ({ label, As }: { label: string; As: ClockProps["As"] }) => (
  <As label={label}>
    <span className="text-m font-medium text-fg-2">{t("not known yet")}</span>
  </As>
);
