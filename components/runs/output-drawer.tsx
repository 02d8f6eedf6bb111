"use client";

import { ArrowDownToLine, Download, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { type OutputLine, shownText } from "#lib/client/output-lines.ts";
import { type FollowedOutput, type OutputOf, outputAddress, useOutput } from "#lib/client/use-output.ts";

/** What a command wrote, at the foot of the page, one attempt at a time. Following stops when the reader scrolls up. */
export function OutputDrawer({ of, onClose }: { of: OutputOf; onClose: () => void }) {
  const output = useOutput(of);
  const [follow, setFollow] = useState(true);
  const box = useRef<HTMLElement>(null);
  const name = `Step ${of.step}, attempt ${of.attempt}`;
  const count = output.lines.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line scrolls
  useEffect(() => {
    if (follow) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [follow, count]);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  const scrolled = () => {
    const element = box.current;
    if (element) setFollow(element.scrollHeight - element.scrollTop - element.clientHeight < 24);
  };
  return (
    <section
      aria-label={`Output, ${name}`}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className="sticky bottom-0 z-20 flex h-[40dvh] min-h-48 flex-col border-t-2 border-fg bg-surface print:hidden"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <b>{name}</b>
        <span className="text-fg-2">{stateWords(output)}</span>
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <FilterButton
            pressed={follow}
            icon={<ArrowDownToLine aria-hidden className="size-4" />}
            onClick={() => setFollow(!follow)}
          >
            Follow
          </FilterButton>
          <a className={buttonClass({ size: "small" })} href={outputAddress(of)} download>
            <Download aria-hidden />
            Download
          </a>
          <Button
            look="plain"
            size="small"
            square
            icon={<X aria-hidden />}
            aria-label="Close the output"
            onClick={onClose}
          />
        </span>
      </header>
      <section
        ref={box}
        aria-label={`Lines of ${name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={scrolled}
        className="min-h-0 flex-1 overflow-auto bg-sunken py-2 -outline-offset-2"
      >
        <Lines output={output} />
      </section>
    </section>
  );
}

function Lines({ output: { lines, dropped, state } }: { output: FollowedOutput }) {
  if (lines.length === 0) {
    return (
      <p className="px-4 text-fg-2">{state === "ended" ? "The command wrote nothing." : "Nothing written yet."}</p>
    );
  }
  return (
    <>
      {dropped > 0 && <p className="px-4 pb-1 text-fg-2">Lines 1 to {dropped} are in the download.</p>}
      <ol className="w-max min-w-full font-mono text-[0.78125rem] leading-5">
        {lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </ol>
    </>
  );
}

function Line({ line }: { line: OutputLine }) {
  const wrong = line.stream === "stderr";
  return (
    <li className={classNames("flex pr-4 whitespace-pre", wrong && "text-bad")}>
      <span aria-hidden className="w-14 flex-none pr-2 text-right text-fg-3 select-none">
        {line.number}
      </span>
      <span className="w-8 flex-none select-none">{wrong ? "err" : ""}</span>
      {shownText(line) || " "}
    </li>
  );
}

function stateWords({ state, lines }: FollowedOutput): string {
  const count = `${lines.length} ${lines.length === 1 ? "line" : "lines"}`;
  switch (state) {
    case "loading":
      return "loading…";
    case "open":
      return `${count}, as it is written`;
    case "interrupted":
      return `${count}, connection interrupted, trying again`;
    case "ended":
      return `${count}, ended`;
  }
}
