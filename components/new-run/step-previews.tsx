import { Check, TriangleAlert } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";
import { Mark } from "#components/ui/mark.tsx";
import type { PlanNote } from "#lib/client/new-run/plan-notes.ts";
import type { PreviewCounts, StepPreview } from "#lib/client/new-run/plan-preview.ts";
import type { Applicability } from "#lib/domain/condition.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

/** How each step would stand at the start, and why. */
export function StepPreviews({ steps, counts }: { steps: readonly StepPreview[]; counts: PreviewCounts }) {
  return (
    <>
      <p aria-live="polite" aria-atomic className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <Count count={counts.applicable} words={counts.applicable === 1 ? t("applies") : t("apply")} />
        {counts.not_applicable > 0 && (
          <Count
            count={counts.not_applicable}
            words={counts.not_applicable === 1 ? t("does not apply") : t("do not apply")}
          />
        )}
        {counts.undecided > 0 && <Count count={counts.undecided} words={t("undecided, decided during the run")} />}
      </p>
      <ol className="rounded border border-line bg-surface">
        {steps.map((preview) => (
          <PreviewLine key={preview.step.number} preview={preview} />
        ))}
      </ol>
    </>
  );
}

function Count({ count, words }: { count: number; words: string }) {
  return (
    <span>
      <b className="text-l">{count}</b> {words}
    </span>
  );
}

const looks: Record<Applicability, { line: string; why: string; said: PlainSentence }> = {
  applicable: { line: "", why: "text-fg-2", said: "Applies:" },
  not_applicable: { line: "text-fg-3", why: "", said: "Does not apply:" },
  undecided: { line: "", why: "font-semibold text-wait", said: "Undecided:" },
};

const gateFirst = {
  approval: "approval first",
  hold: "hold point first",
  poll: "go / no-go first",
} as const satisfies Record<NonNullable<StepPreview["gate"]>, PlainSentence>;

function PreviewLine({ preview: { step, applicability, because, inDrill, missing, gate } }: { preview: StepPreview }) {
  const look = looks[applicability];
  return (
    <li
      className={classNames(
        "grid min-h-9 grid-cols-[1.75rem_1.375rem_minmax(0,1fr)] items-center gap-x-3 border-line px-3 py-1.5 not-first:border-t sm:grid-cols-[1.75rem_1.375rem_minmax(0,1fr)_minmax(0,12.5rem)]",
        look.line,
      )}
    >
      <b className={applicability === "not_applicable" ? "text-right font-normal" : "text-right"}>{step.number}</b>
      <Mark kind={step.kind} state={applicability === "applicable" ? "not_started" : applicability} size={20} />
      <span translate="no">{step.title}</span>
      <span className={classNames("max-sm:col-start-3", look.why)}>
        <span className="sr-only">{t(look.said)} </span>
        {because}
        {gate && <span className="block text-fg-2">{t(gateFirst[gate])}</span>}
        {inDrill === "acts" && <b className="block text-drill">{t("acts for real in this drill")}</b>}
        {missing.length > 0 && <span className="block font-normal text-fg-3">{t("by hand: no command")}</span>}
      </span>
    </li>
  );
}

export function PlanNotes({ notes }: { notes: readonly PlanNote[] }) {
  return (
    <ul aria-label={t("Worth knowing")} className="mt-3 grid gap-1">
      {notes.map(({ key, kind, words }) => (
        <li
          key={key}
          className={classNames(
            "grid grid-cols-[1rem_minmax(0,1fr)] gap-2 [&>svg]:mt-0.5 [&>svg]:size-4",
            kind === "warn" ? "font-medium text-fg" : "text-fg-2",
          )}
        >
          {kind === "warn" ? <TriangleAlert aria-label={t("Note")} role="img" /> : <Check aria-hidden />}
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
