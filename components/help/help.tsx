import Link from "next/link";
import type { ReactNode } from "react";
import { Drill } from "#components/help/drill.tsx";
import { Page } from "#components/shell/page.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { StateLabel } from "#components/ui/state-label.tsx";
import { helpGroups } from "#lib/client/help-groups.ts";
import { statusWords } from "#lib/client/run-words.ts";
import { type Meaning, runMeanings, stepMeanings } from "#lib/client/state-help.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

const chapters = [
  { id: "drill", title: "Run a drill this week", content: <Drill /> },
  { id: "steps", title: "What the state of a step means", content: <StepStates /> },
  { id: "runs", title: "What the state of a run means", content: <RunStates /> },
  { id: "buttons", title: "What each button does", content: <Buttons /> },
] as const;

/** What one has to know to work here, from the lists of the domain itself. */
export function Help() {
  return (
    <Page title="Help">
      <nav aria-label="On this page">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {chapters.map(({ id, title }) => (
            <li key={id}>
              <Link href={`#${id}`} className="inline-block touch:py-3">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {chapters.map(({ id, title, content }) => (
        <div key={id} id={id} className="max-w-220">
          <Section title={title}>{content}</Section>
        </div>
      ))}
    </Page>
  );
}

const entries = <Key extends string>(record: Record<Key, Meaning>) => Object.entries(record) as [Key, Meaning][];

function StepStates() {
  return (
    <ul className="rounded border border-line bg-surface">
      {entries<ShownState>(stepMeanings).map(([state, meaning]) => (
        <State key={state} id={`step-${state}`} meaning={meaning}>
          <Mark kind="manual" state={state} size={24} />
          <StateLabel state={state} word={stateWord(state)} />
        </State>
      ))}
    </ul>
  );
}

function RunStates() {
  return (
    <ul className="rounded border border-line bg-surface">
      {entries<RunStatus>(runMeanings).map(([status, meaning]) => (
        <State key={status} id={`run-${status}`} meaning={meaning}>
          <b>{t(statusWords[status])}</b>
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
        {t(meaning.means)} <span className="text-fg-2">{t(meaning.next)}</span>
      </span>
    </li>
  );
}

function Buttons() {
  return (
    <div className="grid gap-6">
      <Rows>
        <Row label="Disabled">A button that may not be pressed now says why, beside it.</Row>
        <Row label="With …">It asks for something first: a reason, a value, or the run number typed.</Row>
      </Rows>
      {helpGroups().map(({ permission, title, who, buttons }) => (
        <section key={permission} aria-labelledby={permission} className="rounded border border-line bg-surface">
          <header className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-4 py-2">
            <h3 id={permission} className="font-semibold">
              To {title}
            </h3>
            <p className="text-fg-2">{who}</p>
          </header>
          <dl>
            {buttons.map(({ command, button, does }) => (
              <div
                key={command}
                className="grid gap-x-4 px-4 py-1.5 not-first:border-t not-first:border-line sm:grid-cols-[16rem_minmax(0,1fr)]"
              >
                <dt className="font-medium">{button}</dt>
                <dd className="text-fg-2">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
