"use client";

import { useEffect, useState } from "react";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Mode } from "#lib/domain/run/state.ts";

const OF_RUN = /^\/runs\/(?:R-)?(\d+)(?:\/|$)/i;
/** How the name of a kept pack begins, in any language. */
const MODE = /filename="(LIVE|DRILL)-/;

/** Of the run that a failed page is about: `mode` and `pack`, where the service worker shows it, as far as this browser keeps a pack. */
type FailedRun = { label: string; mode: Mode | null; pack: string | null };

/** Null on a page of no run. Asks no server, as that may be what failed. */
export function useFailedRun(): FailedRun | null {
  const [run, setRun] = useState<FailedRun | null>(null);
  useEffect(() => {
    const [, number] = OF_RUN.exec(location.pathname) ?? [];
    if (number === undefined) return;
    const label = runLabel(Number(number));
    let isGone = false;
    setRun({ label, mode: null, pack: null });
    void keptOf(label).then((kept) => !isGone && setRun({ label, ...kept }));
    return () => {
      isGone = true;
    };
  }, []);
  return run;
}

async function keptOf(label: string): Promise<Omit<FailedRun, "label">> {
  const address = `/kept-packs/${label}`;
  // Only over https and on loopback.
  const pack = "caches" in window ? await caches.match(address) : undefined;
  if (!pack || Number(pack.headers.get("x-kept-until")) < Date.now()) return { mode: null, pack: null };
  const [, mode] = MODE.exec(pack.headers.get("content-disposition") ?? "") ?? [];
  return { mode: mode === undefined ? null : mode === "DRILL" ? "drill" : "live", pack: address };
}
