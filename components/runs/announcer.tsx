"use client";

import { useState } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useLater } from "#components/shell/use-later.ts";

const load = () => import("#components/runs/announcement-region.tsx").then((part) => part.AnnouncementRegion);

/** What was there when the page came is not told, so what tells is fetched with the first event after it. */
export function Announcer() {
  const { run } = useRunDesk();
  const [from] = useState(run.seq);
  const region = useLater(run.seq > from && "now", load);
  return region && region !== "failed" ? <region.Part from={from} /> : null;
}
