import type { ReactNode } from "react";
import { Mark } from "#components/ui/mark.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { StateLabel } from "#components/ui/state-label.tsx";
import type { HelpContent } from "#lib/client/help/help-find.ts";
import type { Meaning } from "#lib/client/help/state-help.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

export function StepStates({ of }: { of: HelpContent["steps"] }) {
  return (
    <ul className="rounded border border-line bg-surface">
      {of.map(([state, meaning]) => (
        <State key={state} id={`step-${state}`} meaning={meaning}>
          <Mark kind="manual" state={state} size={24} />
          <StateLabel state={state} word={stateWord(state)} />
        </State>
      ))}
    </ul>
  );
}

export function RunStates({ of }: { of: HelpContent["runs"] }) {
  return (
    <ul className="rounded border border-line bg-surface">
      {of.map(([status, meaning]) => (
        <State key={status} id={`run-${status}`} meaning={meaning}>
          <b>{t(statusWords[status])}</b>
        </State>
      ))}
    </ul>
  );
}

export function OtherStates({ of: { id, states } }: { of: HelpContent["others"][number] }) {
  return (
    <ul className="rounded border border-line bg-surface">
      {states.map(({ state, word, meaning }) => (
        <State key={state} id={`${id}-${state}`} meaning={meaning}>
          <b>{t(word)}</b>
        </State>
      ))}
    </ul>
  );
}

function State({ id, meaning, children }: { id: string; meaning: Meaning; children: ReactNode }) {
  return (
    <li
      id={id}
      className="grid gap-x-4 gap-y-1 px-4 py-2 not-first:border-t not-first:border-line target:bg-hover sm:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <span className="flex items-center gap-2 self-start">{children}</span>
      <span>
        <Sentences>
          {t(meaning.means)}
          <span className="text-fg-2">{t(meaning.next)}</span>
        </Sentences>
      </span>
    </li>
  );
}
