"use client";

import { useRef } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { spoken } from "#lib/client/event-sentence.ts";
import { useRecentEvents } from "#lib/client/use-recent-events.ts";

const TOLD_AT_ONCE = 3;

/** Tells a screen reader what has just happened, politely. What was there when the page came is not told. */
export function Announcer() {
  const { run, procedure } = useRunDesk();
  const { events } = useRecentEvents(run.id, run.seq);
  const from = useRef(run.seq);
  const fresh = events.filter(({ seq }) => seq > from.current).slice(-TOLD_AT_ONCE);
  return (
    <p role="status" className="sr-only">
      {fresh.map((logged) => spoken(logged, procedure)).join(". ")}
    </p>
  );
}
