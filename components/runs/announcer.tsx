"use client";

import { useState } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { isThere, useLater } from "#components/ui/later.ts";

const announcements = runPart("Announcements");

/** What was there when the page came is not told, so what tells comes with the first event after it. */
export function Announcer() {
  const { run } = useRunDesk();
  const [from] = useState(run.seq);
  const region = useLater(announcements, run.seq > from && "now");
  return (
    // There before any words; and an open dialog, which hides the page, leaves what has `aria-live`.
    <p role="status" aria-live="polite" className="sr-only">
      {isThere(region) && <region.Part from={from} />}
    </p>
  );
}
