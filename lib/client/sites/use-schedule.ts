"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "#lib/client/api.ts";
import type { CheckSchedule } from "#lib/contract/checks.ts";

/** How often a procedure is asked whether it is ready. Changing it puts a new schedule in place of the old one. */
export function useSchedule(procedureKey: string) {
  const client = useQueryClient();
  const queryKey = ["GET /api/check-schedules", { procedure: procedureKey }] as const;
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call("GET /api/check-schedules", { params: { procedure: procedureKey }, signal }),
  });
  const current: CheckSchedule | undefined = data?.schedules.at(-1);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ everySeconds, sites }: { everySeconds: number; sites: Record<string, string> }) => {
      if (everySeconds > 0) await call("POST /api/check-schedules", { body: { procedureKey, sites, everySeconds } });
      for (const { id } of data?.schedules ?? []) await call("DELETE /api/check-schedules/{id}", { params: { id } });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return {
    current,
    change: (everySeconds: number, sites: Record<string, string>) => mutate({ everySeconds, sites }),
    isSaving: isPending,
    error,
  };
}
