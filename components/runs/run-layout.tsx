"use client";

import { useRef } from "react";
import { AlsoActive } from "#components/runs/head/also-active.tsx";
import { CONNECTION_BANNER, ConnectionBanner } from "#components/runs/head/connection-banner.tsx";
import { NowNextWaiting } from "#components/runs/head/now-next-waiting.tsx";
import { RunHead } from "#components/runs/head/run-head.tsx";
import { isPhone } from "#components/runs/is-phone.ts";
import { filterPart } from "#components/runs/list/filter-part.ts";
import { StepList } from "#components/runs/list/step-list.tsx";
import { passing, type StepRow } from "#components/runs/list/step-rows.ts";
import { PhoneFoot } from "#components/runs/phone-foot.tsx";
import { type RunDesk, RunDeskProvider } from "#components/runs/run-desk.tsx";
import { RUN_FOOT } from "#components/runs/run-foot.ts";
import { runPart } from "#components/runs/run-part.ts";
import { SidePanel } from "#components/runs/side/side-panel.tsx";
import type { RunView } from "#components/runs/use-run-view.ts";
import type { PhoneTab } from "#components/runs/view-state.ts";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { KnownTime } from "#components/shell/server-time.tsx";
import { useOutOfSight } from "#components/shell/use-out-of-sight.ts";
import { Called } from "#components/ui/called.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Drawn } from "#components/ui/drawn.tsx";
import { isThere, useLater } from "#components/ui/later.ts";
import type { OutputOf } from "#lib/client/output/use-output.ts";
import { isFiltered, noFilter } from "#lib/client/run/run-filter.ts";
import type { LiveRun } from "#lib/client/run/use-run.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const banners = runPart("Banners");
const brief = runPart("Brief");
const exceptions = runPart("Exceptions");
const footBands = runPart("FootBands");
const outputDrawer = runPart("OutputDrawer");

type RunLayoutProps = {
  desk: RunDesk;
  rows: readonly StepRow[];
  digest: Digest;
  seen: RunView;
  live: LiveRun;
  version: number;
  /** The cards that stand open without anybody opening them. */
  open: ReadonlySet<string>;
  /** The run as it was when the list came to it last: what is around the list changes with it. */
  settled: Run;
  folded: ReadonlySet<number>;
  /** What a phone shows: the steps somebody has to do with now, and the one that is shown whole. */
  phone: { active: StepRow[]; current: StepRow | undefined; next: string | undefined };
  output: (OutputOf & { line?: number }) | null;
  onCloseOutput: () => void;
};

/**
 * Each part gets the desk by itself: were it handed down from above all of them, React would look through the hundreds of
 * folded cards and rows for readers of it at every event.
 */
export function RunLayout(given: RunLayoutProps) {
  const { desk, rows, digest, live, version, settled } = given;
  const { run } = desk;
  const over = isOver(settled.status);
  const seen = over ? withoutNow(given.seen) : given.seen;
  const props = { ...given, seen };
  const { view } = seen;
  const strip = useRef<HTMLDivElement>(null);
  const stripAway = useOutOfSight(strip);
  const briefly = useLater(brief, "soon");
  return (
    <PageFrame
      mode={run.mode}
      bare
      head={
        <RunDeskProvider desk={desk}>
          <RunHead
            connection={live.connection}
            version={version}
            brief={
              stripAway &&
              !over &&
              isThere(briefly) && (
                <KnownTime heardAt={desk.heardAt}>
                  <briefly.Part digest={digest} />
                </KnownTime>
              )
            }
          />
        </RunDeskProvider>
      }
      foot={<Foot {...props} />}
    >
      <KnownTime heardAt={desk.heardAt}>
        <RunDeskProvider desk={desk}>
          <Drawn part={banners}>{(Part) => <Part digest={digest} settled={settled} />}</Drawn>
          <div ref={strip} className={view.tab === "all" ? "" : "max-md:hidden"}>
            {!over && <NowNextWaiting digest={digest} />}
          </div>
        </RunDeskProvider>
        <div className="grid items-start gap-6 px-4 pt-4 pb-12 [overflow-anchor:none] lg:grid-cols-[minmax(0,1fr)_24rem] print:block print:space-y-6">
          <Steps {...props} />
          <SidePanel desk={desk} rows={rows} hiddenOnPhone={view.tab !== "notes"} />
        </div>
      </KnownTime>
    </PageFrame>
  );
}

/** A run that is over has nothing that is to be done now. */
const withoutNow = (seen: RunView): RunView =>
  seen.view.tab === "mine" ? { ...seen, view: { ...seen.view, tab: "all" } } : seen;

/** What is behind a tab begins at its top. */
function toTab(seen: RunView, tab: PhoneTab) {
  window.scrollTo(0, 0);
  seen.tab(tab);
}

function Foot({ desk, rows, digest, seen, live, settled, phone, output, onCloseOutput }: RunLayoutProps) {
  return (
    <RunDeskProvider desk={desk}>
      <div id={RUN_FOOT} className="sticky bottom-0 z-20">
        {output && (
          <Called part={outputDrawer} onClose={onCloseOutput}>
            {(Part) => <Part key={JSON.stringify(output)} of={output} line={output.line} onClose={onCloseOutput} />}
          </Called>
        )}
        <KnownTime heardAt={desk.heardAt}>
          <Drawn part={footBands}>
            {(Part) => <Part digest={digest} settled={settled} onPhone={onPhone(seen, phone)} />}
          </Drawn>
        </KnownTime>
        <div id={CONNECTION_BANNER} className="border-line-2 has-[>div]:border-t">
          <ConnectionBanner live={live} />
        </div>
        <PhoneFoot
          over={isOver(settled.status)}
          current={phone.current}
          next={phone.next}
          active={phone.active.length}
          total={rows.length}
          output={output?.step}
          tab={seen.view.tab}
          onTab={(tab) => toTab(seen, tab)}
        />
      </div>
    </RunDeskProvider>
  );
}

/** The one step that a phone shows; null shows all. */
const onPhone = ({ view }: RunView, { current }: RunLayoutProps["phone"]): string | null =>
  view.tab === "mine" ? (current?.step.number ?? null) : null;

function Steps({ desk, rows, digest, seen, open, folded, settled, phone }: RunLayoutProps) {
  const { procedure, run, person } = desk;
  const { view } = seen;
  const only = onPhone(seen, phone);
  // The step in hand is never filtered away from over its button. The server draws no filter there: see useRunView.
  const isNow = view.tab === "mine" && isFiltered(seen.drawnFilter) && isPhone();
  const drawnFilter = isNow ? noFilter : seen.drawnFilter;
  return (
    <section
      id="steps"
      aria-label={t("Steps")}
      data-foot={only ?? undefined}
      className={classNames("min-w-0", view.tab === "notes" && "max-md:hidden")}
    >
      <RunDeskProvider desk={desk}>
        {isOver(settled.status) && <Drawn part={exceptions}>{(Part) => <Part />}</Drawn>}
      </RunDeskProvider>
      <div className={view.tab === "mine" ? "max-md:hidden" : ""}>
        <Drawn part={filterPart}>
          {(Part) => (
            <Part
              rows={rows}
              run={run}
              person={person}
              digest={digest}
              filter={view.filter}
              onFilter={seen.filter}
              open={view.filtersOpen}
              onOpen={seen.showFilters}
            />
          )}
        </Drawn>
      </div>
      <StepList
        procedure={procedure}
        desk={desk}
        rows={rows}
        passing={passing(rows, { filter: drawnFilter, digest, run, person })}
        view={view}
        open={open}
        folded={folded}
        filtered={isFiltered(drawnFilter)}
        onPhone={only}
        onToggle={seen.toggle}
        onPhase={seen.phase}
        onClear={seen.clear}
      />
      {only !== null && (
        <RunDeskProvider desk={desk}>
          <AlsoActive rows={phone.active.filter(({ step }) => step.number !== only)} digest={digest} />
        </RunDeskProvider>
      )}
    </section>
  );
}
