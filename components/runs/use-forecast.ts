import { useMemo } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { type Forecast, forecast } from "#lib/domain/forecast.ts";

/** What is expected of the rest of the run, anew every so many milliseconds; null when it is over. */
export function useForecast(everyMs: number): Forecast | null {
  const { procedure, run, past } = useRunDesk();
  const nowMs = useServerNow(everyMs);
  return useMemo(() => forecast(procedure, run, past, nowMs), [procedure, run, past, nowMs]);
}
