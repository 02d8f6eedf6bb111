"use client";

import { useEffect, useRef, useState } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { announcement } from "#lib/client/events/announcement.ts";
import { useRecentEvents } from "#lib/client/events/use-recent-events.ts";

/** What comes within this time is told together. */
const GATHER_MS = 1_000;
/** Time to listen to one announcement before the next. */
const APART_MS = 5_000;

/** What a screen reader is told of what has happened after the event `from`; what came together, in one go. */
export function Announcements({ from }: { from: number }) {
  const { run, procedure, person } = useRunDesk();
  const { events } = useRecentEvents(run.id, run.seq);
  const [words, setWords] = useState("");
  const told = useRef({ seq: from, atMs: Number.NEGATIVE_INFINITY });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ events, procedure, me: person.id });
  const last = events.at(-1)?.seq ?? 0;
  useEffect(() => {
    latest.current = { events, procedure, me: person.id };
  });
  useEffect(() => {
    if (timer.current !== undefined || last <= told.current.seq) return;
    const tell = () => {
      timer.current = undefined;
      const fresh = latest.current.events.filter(({ seq }) => seq > told.current.seq);
      told.current = { seq: fresh.at(-1)?.seq ?? told.current.seq, atMs: performance.now() };
      setWords(announcement(fresh, latest.current.procedure, latest.current.me));
    };
    const wait = Math.max(0, told.current.atMs + APART_MS - GATHER_MS - performance.now());
    timer.current = setTimeout(() => {
      // The same words as the last time would change nothing, and what does not change is not read out.
      setWords("");
      timer.current = setTimeout(tell, GATHER_MS);
    }, wait);
  }, [last]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return words;
}
