"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { channelsQuery } from "#lib/client/queries.ts";
import type { Operation } from "#lib/contract/all-endpoints.ts";

/** A change of a channel, or a message sent by hand; the lists are read again before it counts as done. */
export function useChangeChannels<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: channelsQuery().queryKey }),
        cache.invalidateQueries({ queryKey: ["GET /api/notices/deliveries" satisfies Operation] }),
      ]),
  });
}
