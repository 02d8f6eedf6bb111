"use client";

import { ChevronRight } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepRow } from "#components/runs/step-rows.ts";
import { Elapsed } from "#components/shell/duration.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { Words } from "#components/ui/words.tsx";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

const SHOWN = 2;

/** On a phone, above the one step shown whole: what else goes on or waits, one line each. */
export function AlsoActive({ rows, onMore }: { rows: readonly StepRow[]; onMore: () => void }) {
  const { reveal } = useRunDesk();
  if (rows.length === 0) return null;
  const more = rows.length - SHOWN;
  return (
    <ul className="-mx-4 -mt-4 mb-3 border-b border-line bg-wait-tint md:hidden print:hidden">
      {rows.slice(0, SHOWN).map(({ step, state, shown }) => (
        <li key={step.number} className="not-first:border-t not-first:border-line">
          <button
            type="button"
            onClick={() => reveal(step.number)}
            className="grid min-h-11 w-full grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-2 px-4 py-1 text-left"
          >
            <Mark kind={step.kind} state={shown} size={22} />
            <span className="truncate">
              <b>{step.number}</b>{" "}
              <Words
                of="{state} {elapsed}, {title}"
                with={{
                  state: stateWord(shown, step.kind),
                  elapsed: <Elapsed since={state.since} />,
                  title: <span className="text-fg-2">{step.title}</span>,
                }}
              />
            </span>
            <ChevronRight aria-hidden className="size-4 text-fg-3" />
          </button>
        </li>
      ))}
      {more > 0 && (
        <li className="border-t border-line">
          <button type="button" onClick={onMore} className="min-h-11 w-full px-4 text-left text-fg-2">
            {t("{count} more", { count: more })}
          </button>
        </li>
      )}
    </ul>
  );
}
