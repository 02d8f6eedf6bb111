"use client";

import { ChevronRight } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { StepSince, Waited } from "#components/runs/card/step-since.tsx";
import { isProblem, type StepRow } from "#components/runs/list/step-rows.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Mark } from "#components/ui/mark.tsx";
import { Words } from "#components/ui/words.tsx";
import { busyWords, needWords, whoWords } from "#lib/client/run/need-words.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { listed, t } from "#lib/words/t.ts";

const SHOWN = 2;

export type AlsoActiveProps = { rows: readonly StepRow[]; digest: Digest };

/** On a phone, under the one step shown whole: what else goes on or waits, and for whom, what is in trouble first. */
export function AlsoActiveList({ rows, digest }: AlsoActiveProps) {
  const { reveal } = useRunDesk();
  const [whole, showWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const inOrder = rows.toSorted((a, b) => Number(isProblem(b.shown)) - Number(isProblem(a.shown)));
  const more = whole ? 0 : rows.length - SHOWN;
  useLayoutEffect(() => {
    // The button that was pressed has given way to these.
    if (whole) list.current?.children[SHOWN]?.querySelector("button")?.focus({ preventScroll: true });
  }, [whole]);
  return (
    <ul ref={list} className="-mx-4 mt-4 border-y border-line bg-surface md:hidden print:hidden">
      {inOrder.slice(0, whole ? undefined : SHOWN).map(({ step, state, shown, endedAt }) => (
        <li
          key={step.number}
          className={classNames(
            "not-first:border-t not-first:border-line",
            digest.waiting.some((one) => one.step === step.number) && "bg-wait-tint",
          )}
        >
          <button
            type="button"
            onClick={() => reveal(step.number)}
            className="grid min-h-11 w-full grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-2 px-4 py-1 text-left"
          >
            <Mark kind={step.kind} state={shown} size={22} />
            <span className="*:block *:truncate">
              <span>
                <b>{step.number}</b>{" "}
                <Words
                  of="{state} {elapsed}, {title}"
                  with={{
                    state: stepWord({ step, state, shown }),
                    elapsed: <Since state={state} shown={shown} endedAt={endedAt} digest={digest} />,
                    title: (
                      <span translate="no" className="text-fg-2">
                        {step.title}
                      </span>
                    ),
                  }}
                />
              </span>
              <Whom state={state} digest={digest} />
            </span>
            <ChevronRight aria-hidden className="size-4 text-fg-3" />
          </button>
        </li>
      ))}
      {more > 0 && (
        <li className="border-t border-line">
          <button type="button" onClick={() => showWhole(true)} className="min-h-11 w-full px-4 text-left text-fg-2">
            {t("{count} more", { count: more })}
          </button>
        </li>
      )}
    </ul>
  );
}

/** What is undecided waits since what comes before it is settled, not since it was readied. */
function Since({ digest, ...of }: Pick<StepRow, "state" | "shown" | "endedAt"> & { digest: Digest }) {
  const held = of.shown === "undecided" && digest.waiting.find(({ step }) => step === of.state.number);
  return held ? <Waited step={held.step} since={held.since} /> : <StepSince {...of} />;
}

/** Who is waited for, and what for; else who is at it. */
function Whom({ state, digest }: { state: StepState; digest: Digest }) {
  const desk = useRunDesk();
  const waits = digest.waiting.filter(({ step }) => step === state.number);
  const [first] = waits;
  const current = digest.now.find(({ step }) => step === state.number);
  if (first) {
    const who = listed([...new Set(waits.filter(({ need }) => need === first.need).map((one) => whoWords(one, desk)))]);
    return (
      <span>
        {who}: {needWords(first)}
      </span>
    );
  }
  return current && <span className="text-fg-2">{busyWords(state, current)}</span>;
}
