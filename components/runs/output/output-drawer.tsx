"use client";

import { Download, Square, SquareCheck, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { OutputList } from "#components/runs/output/output-list.tsx";
import { OutputSearch } from "#components/runs/output/output-search.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { RUN_FOOT } from "#components/runs/run-foot.ts";
import { Time } from "#components/shell/time.tsx";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { pressOf } from "#components/shell/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { Words } from "#components/ui/words.tsx";
import { lineHash } from "#lib/client/output/output-link.ts";
import { type FollowedOutput, type OutputOf, outputAddress, useOutput } from "#lib/client/output/use-output.ts";
import { useSearch } from "#lib/client/output/use-search.ts";
import { actOf } from "#lib/client/palette/keys.ts";
import { endWords, lostWords } from "#lib/client/run/attempt-words.ts";
import { ownLinesOf } from "#lib/client/run/own-lines.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { t, tn } from "#lib/words/t.ts";

type OutputDrawerProps = { of: OutputOf; line?: number | undefined; onClose: () => void };

/** What a command wrote, at the foot of the page, one attempt at a time. */
export function OutputDrawer({ of, line, onClose }: OutputDrawerProps) {
  const attempt = stepState(useRunDesk().run, of.step)?.attempts.find(({ number }) => number === of.attempt);
  const { singleKeys } = useBrowserChoices();
  const output = useOutput(of, ownLinesOf(attempt?.command));
  const found = useSearch(output);
  const [follow, setFollow] = useState(line === undefined);
  const [times, setTimes] = useState(false);
  const [chosen, setChosen] = useState(line === undefined ? undefined : line - 1);
  const box = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const name = t("Step {step}, attempt {attempt}", { step: of.step, attempt: of.attempt });
  const looked = found.words === "" ? chosen : (found.place ?? chosen);
  const there = looked !== undefined && looked < output.count ? looked : undefined;
  useDrawerHeight();
  useFocusWhileOpen(box, of);
  const choose = (place: number) => {
    setFollow(false);
    setChosen(place);
    history.replaceState(null, "", location.search + lineHash(of, place + 1));
  };
  const keys = (event: KeyboardEvent) => {
    const act = event.defaultPrevented ? null : actOf("output", pressOf(event.nativeEvent), singleKeys);
    if (act === null) return;
    event.preventDefault();
    if (act === "close") return onClose();
    if (act === "match") return event.shiftKey ? found.previous() : found.next();
    setFollow(false);
    field.current?.focus();
  };
  return (
    <section
      aria-label={t("Output, {name}", { name })}
      onKeyDown={keys}
      className="flex h-[40dvh] min-h-60 flex-col max-md:h-[60dvh] border-t-2 border-fg bg-surface print:hidden"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto]">
        <b>{name}</b>
        <Standing output={output} attempt={attempt} />
        <span className="ml-auto flex min-w-0 flex-wrap items-stretch gap-2 max-md:col-span-2 max-md:ml-0">
          <OutputSearch found={found} field={field} />
          <FilterButton pressed={times} icon={<Tick of={times} />} onClick={() => setTimes(!times)}>
            {t("Show times")}
          </FilterButton>
          <FilterButton pressed={follow} icon={<Tick of={follow} />} onClick={() => setFollow(!follow)}>
            {t("Follow")}
          </FilterButton>
          <a className={buttonClass({ size: "small" })} href={outputAddress(of)} download>
            <Download aria-hidden />
            {t("Download")}
          </a>
        </span>
        <span className="max-md:col-start-2 max-md:row-start-1">
          <Button
            look="plain"
            size="small"
            square
            icon={<X aria-hidden />}
            aria-label={t("Close the output")}
            data-shortcut="close-output"
            onClick={onClose}
          />
        </span>
      </header>
      <OutputList
        output={output}
        since={attempt?.begun?.at}
        name={name}
        box={box}
        follow={follow && found.words === ""}
        onFollow={setFollow}
        chosen={there}
        onChoose={choose}
        times={times}
        words={found.words}
      />
    </section>
  );
}

/** Beside a button that does something, what is on or off says so by its sign. */
const Tick = ({ of }: { of: boolean }) =>
  of ? <SquareCheck aria-hidden className="size-4" /> : <Square aria-hidden className="size-4" />;

/** The focus comes here each time that this is asked for, and goes back to where it came from. */
function useFocusWhileOpen(box: RefObject<HTMLElement | null>, asked: OutputOf) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is a new object, also for the same output
  useEffect(() => {
    const cameFrom = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement === document.body && cameFrom instanceof HTMLElement) cameFrom.focus();
    };
  }, [box, asked]);
}

/** What gets the focus on the page comes to stand above this, however high it becomes. */
function useDrawerHeight() {
  useEffect(() => {
    const foot = document.getElementById(RUN_FOOT);
    if (!foot) return;
    const { style } = document.documentElement;
    const sizes = new ResizeObserver(() => style.setProperty("--drawer", `${foot.offsetHeight}px`));
    sizes.observe(foot);
    return () => {
      sizes.disconnect();
      style.removeProperty("--drawer");
    };
  }, []);
}

/** How much there is, how it ended, where it was written and since when. */
function Standing({ output, attempt }: { output: FollowedOutput; attempt: Attempt | undefined }) {
  const { begun, command } = attempt ?? {};
  const host = command?.way === "ssh" ? command.to.host : begun?.worker;
  return (
    <span className="text-fg-2 max-md:col-span-2">
      {stateWords(output, attempt)}
      {begun && t(", ")}
      {begun && (
        <Words of="on {host}, started {time}" with={{ host, time: <Time at={begun.at} precision="second" /> }} />
      )}
    </span>
  );
}

function stateWords({ state, count }: FollowedOutput, attempt: Attempt | undefined): ReactNode {
  const end = attempt && endOf(attempt);
  const lines = tn("{number} line", "{number} lines", count, { number: count.toLocaleString("en") });
  switch (state) {
    case "loading":
      return t("loading…");
    case "open":
      return t("{lines}, as it is written", { lines });
    case "interrupted":
      return t("{lines}, connection interrupted, trying again", { lines });
    case "ended":
      return end ? (
        <>
          {lines}
          {t(", ")}
          <b className="font-medium text-fg">{end}</b>
        </>
      ) : (
        t("{lines}, ended", { lines })
      );
  }
}

const endOf = (attempt: Attempt): string | null =>
  attempt.ended?.result ? endWords(attempt.ended.result) : lostWords(attempt);
