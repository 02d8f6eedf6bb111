"use client";

import { LogOut } from "lucide-react";
import { useSignOut } from "#components/shell/use-sign-out.ts";
import { Button } from "#components/ui/button.tsx";
import { t } from "#lib/words/t.ts";

export function SignOutButton() {
  const { mutate, isPending, error } = useSignOut();
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
