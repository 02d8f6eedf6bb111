"use client";

import { useMutation } from "@tanstack/react-query";
import { forgetVisits } from "#components/shell/use-visits.ts";
import { call } from "#lib/client/api.ts";

/** The way out. A full load: nothing of this person stays in memory. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => call("DELETE /api/session", {}),
    onSuccess: () => {
      forgetVisits();
      window.location.assign("/sign-in");
    },
  });
