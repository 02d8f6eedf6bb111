"use client";

import { useState } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";

const announcements = later<{ from: number }>(() =>
  import("#components/runs/announcement-region.tsx").then((part) => part.AnnouncementRegion),
);

/** What was there when the page came is not told, so what tells comes with the first event after it. */
export function Announcer() {
  const { run } = useRunDesk();
  const [from] = useState(run.seq);
  const region = useLater(announcements, run.seq > from && "now");
  return isThere(region) ? <region.Part from={from} /> : null;
}
