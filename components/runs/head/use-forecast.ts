import { useMemo } from "react";
import type { RunDesk } from "#components/runs/run-desk.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { type Forecast, forecast } from "#lib/domain/forecast.ts";

/** What is expected of the rest of the run, anew every so many milliseconds; null when it is over. */
export function useForecast(desk: RunDesk, everyMs: number): Forecast | null {
  const { procedure, run, past } = desk;
  const nowMs = useServerNow(everyMs);
  return useMemo(() => forecast(procedure, run, past, nowMs), [procedure, run, past, nowMs]);
}
