"use client";

import { useRunDesk } from "#components/runs/run-desk.tsx";
import { StepLink } from "#components/runs/step-link.tsx";
import { Time } from "#components/shell/time.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { MarkState } from "#components/ui/mark-state.ts";
import { Section } from "#components/ui/section.tsx";
import { StateLabel } from "#components/ui/state-label.tsx";
import { Words } from "#components/ui/words.tsx";
import { outline } from "#lib/domain/outline.ts";
import { type Exception, exceptions } from "#lib/domain/run/outcome.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const words: Partial<Record<Exception["kind"], PlainSentence>> = {
  gate_broken: "Glass broken",
  recorded_afterwards: "Recorded afterwards",
  out_of_order: "Out of order",
  lines_open: "Lines left open",
};

const markOf = (kind: Exception["kind"]): MarkState => {
  if (kind === "recorded_afterwards" || kind === "out_of_order" || kind === "lines_open") return "completed";
  return kind === "gate_broken" ? "overridden" : kind;
};

/** What a person wrote stands in quotes; of these the console says what there was. */
const isWritten = (kind: Exception["kind"]): boolean => !words[kind] || kind === "gate_broken";

function Kind({ kind }: { kind: Exception["kind"] }) {
  const word = words[kind];
  return word ? <b>{t(word)}</b> : <StateLabel state={markOf(kind)} word={stateWord(markOf(kind))} />;
}

/** What a person decided in place of the procedure, when the run is over: who, when and why. */
export function Exceptions() {
  const { procedure, run } = useRunDesk();
  const found = exceptions(procedure, run);
  if (found.length === 0) return null;
  return (
    <div className="mb-4">
      <Section title={t("Exceptions")} note={found.length}>
        <Lines label={t("Exceptions")}>
          {found.map(({ step, title, kind, by, at, reason }) => (
            <li
              key={`${step} ${kind} ${at}`}
              className="grid grid-cols-[1.75rem_1.75rem_minmax(0,1fr)] items-center gap-x-3 md:grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_auto]"
            >
              <b className="text-right text-m">{step}</b>
              <Mark kind={outline(procedure).byNumber.get(step)?.kind ?? "manual"} state={markOf(kind)} size={22} />
              <span>
                <StepLink step={step}>{title}</StepLink>
                <span className="block text-fg-2">
                  <Words
                    of={isWritten(kind) ? "{person}, {time}: “{reason}”" : "{person}, {time}: {reason}"}
                    with={{ person: by, time: <Time at={at} />, reason }}
                  />
                </span>
              </span>
              <span className="max-md:col-start-3">
                <Kind kind={kind} />
              </span>
            </li>
          ))}
        </Lines>
      </Section>
    </div>
  );
}
