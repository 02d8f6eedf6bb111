import { useMemo } from "react";
import type { RunDesk } from "#components/runs/run-desk.tsx";
import { useKnownNow } from "#components/runs/use-known-now.ts";
import { type Forecast, forecast } from "#lib/domain/forecast.ts";

/** What is expected of the rest of the run, anew every so many milliseconds; null when it is over. */
export function useForecast(desk: RunDesk, everyMs: number): Forecast | null {
  const { procedure, run, past } = desk;
  const nowMs = useKnownNow(desk, everyMs);
  return useMemo(() => forecast(procedure, run, past, nowMs), [procedure, run, past, nowMs]);
}
