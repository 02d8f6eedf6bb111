import type { ComponentProps } from "react";
import { Clock } from "#components/shell/clock.tsx";
import { Page } from "#components/shell/page.tsx";
import { ModeBlock } from "#components/ui/mode-block.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { journeyWords } from "#lib/client/run/run-places.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type RunIdentity = Pick<Run, "mode" | "number" | "sites" | "commander" | "people">;

type PageOfRunProps = Omit<ComponentProps<typeof Page>, "over" | "block" | "mode" | "head" | "above"> & {
  run: RunIdentity;
  /** The title to be seen, where the block or, on a phone, the line above it has said already which run it is. */
  short: string;
  procedure: { title: string; version: number };
};

/** A page about a run other than its own: whose page it is stays in sight, in the head or above one that scrolls away. */
export function PageOfRun({ run, procedure, title, short, children, ...page }: PageOfRunProps) {
  const identity = t("{journey}, {procedure} v{version}, commander {person}", {
    journey: journeyWords(run),
    procedure: procedure.title,
    version: procedure.version,
    person: nameIn(run, run.commander, "run.command"),
  });
  return (
    <Page
      {...page}
      mode={run.mode}
      above={
        <section
          aria-label={t("Run {run}", { run: runLabel(run.number) })}
          className="sticky top-0 z-20 flex tight:block items-baseline gap-3 border-b border-line-2 bg-surface px-4 py-1.5 text-xs md:hidden print:hidden"
        >
          <span className="min-w-0 flex-1">
            <ModeWord mode={run.mode} text={runLabel(run.number)} /> <span className="low:hidden">{identity}</span>
          </span>
          <span className="flex-none text-right">
            <Clock short />
          </span>
        </section>
      }
      title={
        <>
          <span className="sr-only print:not-sr-only">{title}</span>
          <span aria-hidden className="print:hidden">
            {short}
          </span>
        </>
      }
      block={<ModeBlock mode={run.mode} text={runLabel(run.number)} size="compact" />}
      over={<span className="max-md:not-low:hidden print:inline">{identity}</span>}
    >
      {children}
    </Page>
  );
}
