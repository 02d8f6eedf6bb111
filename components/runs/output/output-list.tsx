"use client";

import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { OutputText } from "#components/runs/output/output-line.tsx";
import { Elapsed } from "#components/shell/duration.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Words } from "#components/ui/words.tsx";
import type { FollowedOutput } from "#lib/client/output/use-output.ts";
import { t } from "#lib/words/t.ts";
import { formatDateTime } from "#lib/words/time.ts";

/** A number can be pressed, and nothing that can is lower than this. */
const LINE_PX = 24;
/** Drawn above and below what is seen, so that scrolling never shows nothing. */
const MARGIN = 20;

type OutputListProps = {
  output: FollowedOutput;
  /** When the command began. */
  since: string | undefined;
  name: string;
  box: RefObject<HTMLElement | null>;
  follow: boolean;
  onFollow: (follow: boolean) => void;
  /** The line that is looked at, counted from 0. */
  chosen: number | undefined;
  onChoose: (place: number) => void;
  times: boolean;
  words: string;
};

/** Only the lines that are seen are drawn, however many there are. Following stops when the reader scrolls up. */
export function OutputList(props: OutputListProps) {
  const { output, name, box, follow, onFollow, chosen } = props;
  const { count } = output;
  const [view, setView] = useState({ top: 0, height: 400 });
  const last = useRef(0);
  useLayoutEffect(() => {
    if (follow) box.current?.scrollTo({ top: count * LINE_PX });
  }, [follow, count, box]);
  useEffect(() => {
    if (chosen === undefined || !box.current) return;
    box.current.scrollTo({ top: Math.max(0, chosen * LINE_PX - box.current.clientHeight / 2) });
  }, [chosen, box]);
  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    setView({ top: scrollTop, height: clientHeight });
    const atEnd = scrollHeight - scrollTop - clientHeight < LINE_PX + 4;
    if (scrollTop < last.current && !atEnd) onFollow(false);
    else if (atEnd) onFollow(true);
    last.current = scrollTop;
  };
  const first = Math.max(0, Math.floor(view.top / LINE_PX) - MARGIN);
  const end = Math.min(count, Math.ceil((view.top + view.height) / LINE_PX) + MARGIN);
  return (
    <section
      ref={box}
      aria-label={t("Lines of {output}", { output: name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={scrolled}
      className="min-h-0 flex-1 overflow-auto bg-sunken -outline-offset-2"
    >
      {count === 0 ? (
        <p className="px-4 py-2 text-fg-2">
          <NothingPrinted {...props} />
        </p>
      ) : (
        <ol
          className="relative w-max min-w-full font-mono text-mono"
          style={{ height: count * LINE_PX, "--number": `${String(count).length + 2}ch` } as CSSProperties}
        >
          {placesFrom(first, end).map((place) => (
            <Line key={place} place={place} {...props} />
          ))}
        </ol>
      )}
    </section>
  );
}

function NothingPrinted({ output: { state }, since }: Pick<OutputListProps, "output" | "since">) {
  if (state === "ended") return t("The command printed nothing.");
  if (since === undefined) return t("Nothing printed yet.");
  return (
    <Words
      of="Nothing printed yet, running for {elapsed}."
      with={{ elapsed: <Elapsed since={since} look="precise" /> }}
    />
  );
}

const placesFrom = (first: number, end: number): number[] => Array.from({ length: end - first }, (_, i) => first + i);

const CUT = /^\[truncated: /;

function Line({
  output: { buffer, count },
  place,
  chosen,
  onChoose,
  times,
  words,
}: OutputListProps & { place: number }) {
  const wrong = buffer.isWrong(place);
  const mark = CUT.test(buffer.textOf(place));
  return (
    <li
      aria-setsize={count}
      aria-posinset={place + 1}
      style={{ top: place * LINE_PX, height: LINE_PX }}
      className={classNames(
        "absolute left-0 flex min-w-full pr-4 leading-6 whitespace-pre",
        place === chosen && "bg-now-tint",
        mark && "font-semibold",
      )}
    >
      <button
        type="button"
        aria-label={t("Line {line}: link to it", { line: place + 1 })}
        onClick={() => onChoose(place)}
        className="w-18 max-md:w-(--number) max-md:min-w-6 flex-none pr-2 text-right text-fg-3 select-none hover:text-link hover:underline"
      >
        {place + 1}
      </button>
      {times && <When at={buffer.timeOf(place)} />}
      <span className="w-8 flex-none text-bad select-none">{wrong ? t("err") : ""}</span>
      <span className={wrong ? "text-bad" : undefined}>
        <OutputText buffer={buffer} place={place} words={words} />
      </span>
    </li>
  );
}

/** To the millisecond, in UTC: for comparing with the logs of other systems. Pointing at it tells the reader's own time. */
function When({ at }: { at: number }) {
  const zone = useZone();
  return (
    <span title={formatDateTime(at, zone, "second")} className="w-34 flex-none text-fg-3 select-none">
      {`${new Date(at).toISOString().slice(11, 23)} UTC`}
    </span>
  );
}
