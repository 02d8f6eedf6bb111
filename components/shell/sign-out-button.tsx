"use client";

import { useMutation } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { forgetVisits } from "#components/shell/use-visits.ts";
import { Button } from "#components/ui/button.tsx";
import { call } from "#lib/client/api.ts";
import { t } from "#lib/words/t.ts";

export function SignOutButton() {
  // A full load: nothing of this person stays in memory.
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call("DELETE /api/session", {}),
    onSuccess: () => {
      forgetVisits();
      window.location.assign("/sign-in");
    },
  });
  return (
    <span className="grid gap-1">
      <Button icon={<LogOut aria-hidden />} pending={isPending && t("Signing out…")} onClick={() => mutate()}>
        {t("Sign out")}
      </Button>
      <span role="alert" className="text-bad empty:hidden">
        {error?.message}
      </span>
    </span>
  );
}
