"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usersQuery } from "#lib/client/queries.ts";

/** A change of people; the list is read again before the change counts as done. */
export function useChangeUsers<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => cache.invalidateQueries({ queryKey: usersQuery().queryKey }),
  });
}
