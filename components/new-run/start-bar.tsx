"use client";

import { CircleAlert, Play, TriangleAlert } from "lucide-react";
import { type ReactNode, useLayoutEffect } from "react";
import { RunSites } from "#components/history/run-sites.tsx";
import { isHeld } from "#components/new-run/use-start-run.ts";
import { isCovered } from "#components/shell/is-covered.ts";
import { useServerNow } from "#components/shell/server-time.tsx";
import { pressOf } from "#components/shell/use-keys.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { FootBar } from "#components/ui/foot-bar.tsx";
import { RunLinks } from "#components/ui/run-links.tsx";
import { Words } from "#components/ui/words.tsx";
import { errorWords } from "#lib/client/error-words.ts";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import type { PreviewCounts } from "#lib/client/new-run/plan-preview.ts";
import { actOf } from "#lib/client/palette/keys.ts";
import { modeWord } from "#lib/domain/run/run-words.ts";
import type { RunType } from "#lib/domain/run/state.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { t, tn } from "#lib/words/t.ts";

type StartBarProps = {
  plan: Plan;
  counts: PreviewCounts;
  siteNames: Readonly<Record<string, string>>;
  /** Whether the plan is of the procedure that was chosen: it may still be on its way. */
  ready: boolean;
  /** Why it cannot be created; each field says its own. */
  faults: readonly string[];
  /** Why it cannot be started although it can be created. */
  held: string | null;
  pending: "start" | "draft" | null;
  error: unknown;
  onStart: () => void;
  onDraft: () => void;
};

const WHY_HELD = "new-run-held";

const sentences = {
  planned: {
    decided: "{mode} planned switchover, {sites}, {steps}.",
    undecided: "{mode} planned switchover, {sites}, {steps} and {undecided} undecided.",
  },
  unplanned: {
    decided: "{mode} unplanned failover, {sites}, {steps}.",
    undecided: "{mode} unplanned failover, {sites}, {steps} and {undecided} undecided.",
  },
} as const satisfies Record<RunType, Record<string, Sentence>>;

/** What is about to happen, in one sentence, and the button that does it. */
export function StartBar({ faults, pending, onStart, onDraft, ...what }: StartBarProps) {
  const { plan, held, ready, error } = what;
  const now = useServerNow();
  const future = plan.declaredAt !== null && Date.parse(plan.declaredAt) > now;
  const reason = reasonOf(future ? [...faults, t("The time of declaration is in the future.")] : faults);
  const wayOn = held !== null || isHeld(error) ? "draft" : "start";
  useStartKey(reason === null && held === null ? onStart : null);
  const start = plan.mode === "drill" ? t("Start DRILL") : t("Start LIVE run");
  return (
    <FootBar
      note={
        <span className="max-sm:sr-only">
          {wayOn === "draft" ? (
            t("A draft starts nothing and declares nothing.")
          ) : reason === null ? (
            <Words
              of="Starts the record; {keys} does too. Nothing is sent to a site until somebody runs a step."
              with={{ keys: <kbd className="font-mono">Ctrl Enter</kbd> }}
            />
          ) : (
            t("Starts the record. Nothing is sent to a site until somebody runs a step.")
          )}
        </span>
      }
      action={
        <Actions>
          {!reason && (
            <Button
              look={wayOn === "draft" ? "primary" : "normal"}
              pending={pending === "draft" && t("Creating…")}
              onClick={onDraft}
            >
              {t("Create as draft")}
            </Button>
          )}
          <Button
            look={wayOn === "start" ? "primary" : "normal"}
            size="big"
            icon={<Play aria-hidden />}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            blocked={reason ?? held}
            reasonAt={reason === null ? WHY_HELD : undefined}
            pending={pending === "start" && t("Starting…")}
            onClick={onStart}
          >
            {start}
          </Button>
        </Actions>
      }
    >
      {ready ? <WhatHappens {...what} /> : t("Loading the procedure")}
    </FootBar>
  );
}

function WhatHappens({
  plan,
  counts,
  siteNames,
  held,
  error,
}: Pick<StartBarProps, "plan" | "counts" | "siteNames" | "held" | "error">) {
  if (error) {
    return (
      <span role="alert" className="text-bad">
        <Told by={<CircleAlert aria-hidden />}>{errorWords(error).sentence}</Told>
      </span>
    );
  }
  if (held) {
    return (
      <span id={WHY_HELD} role="status">
        <Told by={<TriangleAlert aria-hidden />}>{held}</Told>
      </span>
    );
  }
  return (
    <Words
      of={sentences[plan.type][counts.undecided > 0 ? "undecided" : "decided"]}
      with={{
        mode: <b className={plan.mode === "drill" ? "text-drill" : ""}>{modeWord(plan.mode)}</b>,
        sites: <RunSites sites={siteNames} />,
        steps: tn("{count} step", "{count} steps", counts.applicable),
        undecided: counts.undecided,
      }}
    />
  );
}

function reasonOf([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  const more = others.length;
  return more === 0
    ? first
    : tn("{fault} One more field is wrong.", "{fault} {count} more fields are wrong.", more, { fault: first });
}

const Told = ({ by, children }: { by: ReactNode; children: string }) => (
  <span className="flex items-start gap-2 font-medium [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none">
    {by}
    <span>
      <RunLinks>{children}</RunLinks>
    </span>
  </span>
);

/** Ctrl and Enter start it from wherever one is on the page, as soon as its button is seen: a disaster is not looked for with the Tab key. */
function useStartKey(start: (() => void) | null) {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (actOf("new-run", pressOf(event), false) !== "start") return;
      if (!start || event.defaultPrevented || isCovered()) return;
      event.preventDefault();
      start();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [start]);
}
