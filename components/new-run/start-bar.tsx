"use client";

import { CircleAlert, Play } from "lucide-react";
import { RunSites } from "#components/history/run-sites.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { FootBar } from "#components/ui/foot-bar.tsx";
import { errorWords } from "#lib/client/error-words.ts";
import type { Plan } from "#lib/client/new-run.ts";
import type { PreviewCounts } from "#lib/client/plan-preview.ts";
import { modeWord, typeWords } from "#lib/client/run-name.ts";
import { t } from "#lib/words/t.ts";

type StartBarProps = {
  plan: Plan;
  counts: PreviewCounts;
  siteNames: Readonly<Record<string, string>>;
  /** Why it cannot be created. */
  blocked: string | null;
  pending: "start" | "draft" | null;
  error: unknown;
  onStart: () => void;
  onDraft: () => void;
};

/** What is about to happen, in one sentence, and the button that does it. */
export function StartBar({ plan, counts, siteNames, blocked, pending, error, onStart, onDraft }: StartBarProps) {
  const now = useServerNow();
  const future = plan.declaredAt !== null && Date.parse(plan.declaredAt) > now;
  const reason = blocked ?? (future ? "The time of declaration lies in the future." : null);
  const start = plan.mode === "drill" ? "Start DRILL" : "Start LIVE run";
  return (
    <FootBar
      note={
        <span className="max-sm:sr-only">
          Starts the record; <kbd className="font-mono">Ctrl Enter</kbd> does too. Nothing is sent to a site until
          somebody runs a step.
        </span>
      }
      action={
        <Actions>
          {!reason && (
            <Button pending={pending === "draft" && "Creating…"} onClick={onDraft}>
              Create as draft
            </Button>
          )}
          <Button
            look="primary"
            size="big"
            icon={<Play aria-hidden />}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            blocked={reason}
            pending={pending === "start" && "Starting…"}
            onClick={onStart}
          >
            {start}
          </Button>
        </Actions>
      }
    >
      {error ? (
        <span role="alert" className="flex items-start gap-2 font-medium text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
          {errorWords(error).sentence}
        </span>
      ) : (
        <>
          <b className={plan.mode === "drill" ? "text-drill" : ""}>{modeWord(plan.mode)}</b>{" "}
          {t(typeWords[plan.type]).toLowerCase()}, <RunSites sites={siteNames} />, {counts.applicable}{" "}
          {counts.applicable === 1 ? "step" : "steps"}
          {counts.undecided > 0 && ` and ${counts.undecided} undecided`}.
        </>
      )}
    </FootBar>
  );
}
