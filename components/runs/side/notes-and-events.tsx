"use client";

import { ArrowUp } from "lucide-react";
import { memo, useRef, useState } from "react";
import { KeyCaps } from "#components/palette/key-caps.tsx";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { MentionField } from "#components/runs/dialog/mention-field.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { SIDE_LINES } from "#components/runs/side/side-lines.ts";
import { StepLink } from "#components/runs/step-link.tsx";
import { Steady } from "#components/shell/steady.tsx";
import { Time } from "#components/shell/time.tsx";
import { useAskedAgain } from "#components/shell/use-asked-again.ts";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { useOutOfSight } from "#components/shell/use-out-of-sight.ts";
import { useToday, useZone } from "#components/shell/zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { Words } from "#components/ui/words.tsx";
import { eventSentence, isMeantFor } from "#lib/client/events/event-sentence.ts";
import { useRecentEvents } from "#lib/client/events/use-recent-events.ts";
import { recordAddress, reportAddress } from "#lib/client/run/run-name.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import { can } from "#lib/domain/grants.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";
import { dayOf, formatDate, zoneName } from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

const SHOWN_AT_FIRST = 20;

/** Said once; they are asked for again by themselves. */
function Unread({ error, asking, ask }: NonNullable<ReturnType<typeof useRecentEvents>["unread"]>) {
  useAskedAgain({ error, asking, ask });
  return (
    <p role="alert" className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-bad">
      {t("The events could not be read. The steps are not affected.")}
      <Button size="small" onClick={() => !asking && ask()}>
        {t("Try again")}
      </Button>
    </p>
  );
}

/** What people wrote and what happened, the latest first. */
export function NotesAndEvents() {
  const { run } = useRunDesk();
  return <Told {...useRecentEvents(run.id, run.seq)} />;
}

/** Apart from what asks for them, which is drawn at once at every event. */
const Told = memo(function Told({ events, unread }: ReturnType<typeof useRecentEvents>) {
  const { run, person, procedure } = useRunDesk();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const fresh = useFresh(events, useOutOfSight(top));
  const zone = useZone();
  const today = useToday();
  const latest = events.toReversed();
  const shown = all ? latest : latest.slice(0, SHOWN_AT_FIRST + fresh);
  const days = shown.map((logged) => dayIn(logged, zone));
  const earlier = run.seq - shown.length;
  return (
    <Section
      title={t("Notes and events")}
      end={
        <span className="flex gap-3 text-xs text-fg-3">
          {!isOver(run.status) && (
            <Link href={reportAddress(run.number)} className="print:hidden">
              {t("Report")}
            </Link>
          )}
          <Link href={recordAddress(run.number)} className="print:hidden">
            {t("Verify the record")}
          </Link>
        </span>
      }
    >
      {can(person.role, "run.note") && <Composer />}
      {unread && <Unread {...unread} />}
      {shown.length > 0 && (
        <p aria-hidden className={classNames("mb-1 text-xs text-fg-3", columns(zone))}>
          <span suppressHydrationWarning>{zoneName(zone, run.createdAt)}</span>
          {zone !== UTC && <span>{UTC}</span>}
        </p>
      )}
      <div ref={top} />
      {fresh > 0 && (
        <p className="sticky top-0 z-1 grid h-0 justify-center max-lg:top-(--under-head) print:hidden">
          <span>
            <Button
              size="small"
              icon={<ArrowUp aria-hidden />}
              onClick={() => {
                top.current?.scrollIntoView({ block: "center" });
                list.current?.focus({ preventScroll: true });
              }}
            >
              {t("{count} new", { count: fresh })}
            </Button>
          </span>
        </p>
      )}
      <Steady of={SIDE_LINES}>
        <ul ref={list} tabIndex={-1} className="space-y-1.5 outline-none">
          {shown.map((logged, i) => (
            <EventLine
              key={logged.seq}
              logged={logged}
              startsDay={days[i] !== (i === 0 ? today : days[i - 1])}
              procedure={procedure}
              me={person.id}
            />
          ))}
        </ul>
      </Steady>
      {shown.length > 0 && earlier > 0 && (
        <p className="mt-2 text-fg-3">
          {!all && latest.length > shown.length ? (
            <Button size="small" look="plain" onClick={() => setAll(true)}>
              {t("Show {count} more", { count: latest.length - shown.length })}
            </Button>
          ) : (
            t("{count} earlier events are in the log.", { count: earlier })
          )}
        </p>
      )}
    </Section>
  );
});

type Day = { zone: string; day: string };
const known = new WeakMap<LoggedEvent, Day>();

/** Asked of all lines at every event, and slow to find. */
function dayIn(logged: LoggedEvent, zone: string): string {
  const before = known.get(logged);
  if (before?.zone === zone) return before.day;
  const day = dayOf(logged.at, zone);
  known.set(logged, { zone, day });
  return day;
}

/** How many events came since the top of the list was in sight. */
function useFresh(events: readonly LoggedEvent[], away: boolean | null): number {
  const last = events.at(-1)?.seq;
  const [seen, setSeen] = useState(last);
  if (seen !== last && (!away || seen === undefined)) setSeen(last);
  return seen === undefined ? 0 : events.filter(({ seq }) => seq > seen).length;
}

/** The time in the reader's zone, in UTC where that is another, and what happened. */
const columns = (zone: string): string =>
  zone === UTC ? "grid grid-cols-[2.75rem_minmax(0,1fr)] gap-2" : "grid grid-cols-[2.5rem_2.5rem_minmax(0,1fr)] gap-2";

type EventLineProps = {
  logged: LoggedEvent;
  /** It is of another day than the line before it, or than today. */
  startsDay: boolean;
  procedure: Procedure;
  me: string;
};

const EventLine = memo(function EventLine({ logged, startsDay, procedure, me }: EventLineProps) {
  const zone = useZone();
  const { who, words, said, step } = eventSentence(logged, procedure);
  const forMe = isMeantFor(me, logged);
  return (
    <li
      className={classNames(columns(zone), forMe && "-mx-1 rounded bg-hover px-1 font-medium")}
      data-event={logged.event.type}
    >
      {startsDay && (
        <b className="col-span-full text-xs text-fg-2" suppressHydrationWarning>
          {formatDate(logged.at, zone)}
        </b>
      )}
      <Time at={logged.at} show="bare" className="text-fg-3" />
      {zone !== UTC && <Time at={logged.at} show="bare" zone={UTC} className="text-fg-3" />}
      <span className={said ? "wrap-anywhere text-fg" : "wrap-anywhere text-fg-2"}>
        {forMe && (
          <>
            <b>{t("For you:")}</b>{" "}
          </>
        )}
        {who ? (
          <Words
            of="{who} {words}"
            with={{
              who: <b className="text-fg">{who}</b>,
              words: said ? <span translate="no">{words}</span> : words,
            }}
          />
        ) : (
          words
        )}
        {said && step && (
          <>
            {" "}
            <StepLink step={step}>{t("step {step}", { step })}</StepLink>
          </>
        )}
      </span>
    </li>
  );
});

function Composer() {
  const { run, readOnly } = useRunDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const { singleKeys } = useBrowserChoices();
  const [text, setText] = useState("");
  const [mentions, setMentions] = useState<readonly string[]>([]);
  const sender = useCommand(run.id, {
    onDone: (sent) => {
      if (sent.type !== "note.add") return;
      // The button goes with the words, and must not take the focus with it.
      if (field.current?.form?.contains(document.activeElement)) field.current.focus();
      // What somebody has begun to write meanwhile stays.
      setText((now) => (now.trim() === sent.text ? "" : now));
      setMentions((now) => (`${now}` === `${sent.mentions ?? []}` ? [] : now));
    },
  });
  const label = run.mode === "drill" ? t("Add a note to this drill") : t("Add a note to this run");
  const add = async () => {
    if (text.trim() === "" || readOnly || sender.pending) return;
    await sender.send({ type: "note.add", text: text.trim(), mentions: [...mentions] });
  };
  return (
    <form
      className="mb-3 grid justify-items-start gap-2 [&>div]:w-full"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="relative">
        <TextArea
          ref={field}
          label={label}
          labelHidden
          placeholder={label}
          rows={1}
          maxLength={2_000}
          value={text}
          data-shortcut="note"
          onChange={(event) => setText(event.target.value)}
        />
        {text === "" && singleKeys && (
          <span aria-hidden className="pointer-events-none absolute top-1.5 right-6 max-md:hidden touch:hidden">
            <KeyCaps labels={["n"]} />
          </span>
        )}
      </div>
      {text !== "" && <MentionField chosen={mentions} onChange={setMentions} />}
      {text !== "" && (
        <Button type="submit" blocked={readOnly} pending={sender.pending !== null && t("Adding…")}>
          {t("Add note")}
        </Button>
      )}
      <CommandRefusal sender={sender} />
    </form>
  );
}
