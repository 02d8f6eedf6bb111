import { ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { t } from "#lib/words/t.ts";

/** What has to be known before anything of that run is believed. */
export function Spoilt({ action }: { action?: ReactNode }) {
  return (
    <Alert
      tone="bad"
      live="assertive"
      icon={<ShieldAlert aria-hidden />}
      title={t("The record does not hold.")}
      action={action}
    >
      {t("Something was changed after it was recorded. Compare with a bundle or a back-up from before.")}
    </Alert>
  );
}
