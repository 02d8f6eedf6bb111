"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usersQuery } from "#lib/client/queries.ts";

/** A change of people; the list is read again before the change counts as done, and beside a refusal, which is told at once. */
export function useChangeUsers<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient();
  const readAgain = () => cache.invalidateQueries({ queryKey: usersQuery().queryKey });
  return useMutation({
    mutationFn: change,
    onSuccess: readAgain,
    onError: () => void readAgain(),
  });
}
