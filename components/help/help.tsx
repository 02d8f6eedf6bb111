"use client";

import { SearchX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Drill } from "#components/help/drill.tsx";
import { Fold } from "#components/help/fold.tsx";
import { OtherStates, RunStates, StepStates } from "#components/help/states.tsx";
import { Page } from "#components/shell/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { findInHelp } from "#lib/client/help/help-find.ts";
import type { HelpGroup } from "#lib/client/help/help-groups.ts";
import { t, tn } from "#lib/words/t.ts";

/** What one has to know to work here, from the lists of the domain itself. `find`: what is looked for at first. */
export function Help({ find }: { find: string }) {
  const [text, setText] = useState(find);
  const { days, steps, runs, others, groups, count } = findInHelp(text);
  const looking = text.trim() !== "";
  const chapters = [
    { id: "drill", title: t("Run a drill this week"), many: days.length, content: <Drill days={days} /> },
    { id: "steps", title: t("What the state of a step means"), many: steps.length, content: <StepStates of={steps} /> },
    { id: "runs", title: t("What the state of a run means"), many: runs.length, content: <RunStates of={runs} /> },
    ...others.map((of) => ({
      id: of.id,
      title: t(of.title),
      many: of.states.length,
      content: <OtherStates of={of} />,
    })),
    {
      id: "buttons",
      title: t("What each button does"),
      many: groups.length,
      content: <Buttons groups={groups} looking={looking} />,
    },
  ].filter(({ many }) => many > 0);
  return (
    <Page title={t("Help")}>
      <div className="grid gap-2">
        <Find text={text} onText={setText}>
          {looking &&
            (count > 0
              ? tn("{count} entry found.", "{count} entries found.", count)
              : t("Nothing in the help contains all these words."))}
        </Find>
        <nav aria-label={t("On this page")} className="max-md:hidden">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {chapters.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-block text-link underline touch:py-3">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {count === 0 && (
        <EmptyState
          icon={<SearchX aria-hidden />}
          title={t("No entry matches")}
          action={<Button onClick={() => setText("")}>{t("Show the whole help")}</Button>}
        />
      )}
      <div className="grid gap-8 max-md:gap-2">
        {chapters.map(({ id, title, content }) => (
          <Fold key={id} id={id} title={title} level={2} open={looking}>
            {content}
          </Fold>
        ))}
      </div>
    </Page>
  );
}

type FindProps = { text: string; onText: (text: string) => void; children: ReactNode };

function Find({ text, onText, children }: FindProps) {
  return (
    <search className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <SearchBox
        label={t("Search the help")}
        placeholder={t("Find a state, a button, a word")}
        text={text}
        onText={onText}
      />
      <span role="status" className="text-fg-2">
        {children}
      </span>
    </search>
  );
}

function Buttons({ groups, looking }: { groups: readonly HelpGroup[]; looking: boolean }) {
  return (
    <div className="grid gap-6 max-md:gap-3">
      <Rows>
        <Row label={t("Disabled")}>{t("A button that may not be pressed now says why, beside it.")}</Row>
        <Row label={t("With …")}>{t("It asks for something first: a reason, a value, or the run number typed.")}</Row>
      </Rows>
      {groups.map(({ permission, title, who, buttons }) => (
        <div key={permission} className="rounded border border-line bg-surface max-md:px-4">
          <Fold id={permission} title={t("To {do}", { do: title })} note={who} level={3} open={looking}>
            <dl className="border-t border-line max-md:-mx-4">
              {buttons.map(({ entry, button, does }) => (
                <div
                  key={entry}
                  className="grid gap-x-4 px-4 py-1.5 not-first:border-t not-first:border-line sm:grid-cols-[16rem_minmax(0,1fr)]"
                >
                  <dt className="font-medium">{button}</dt>
                  <dd className="text-fg-2">{does}</dd>
                </div>
              ))}
            </dl>
          </Fold>
        </div>
      ))}
    </div>
  );
}
