import { MapPinOff } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { t } from "#lib/words/t.ts";

export default function RunNotFound() {
  return (
    <main id="main" className="grid max-w-160 gap-4 p-4">
      <h1 className="text-l font-semibold">{t("No such run")}</h1>
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        title={t("There is no run at this address")}
        action={<ButtonLink href="/history">{t("Look in the history")}</ButtonLink>}
      >
        <p>{t("A run is found by its number, such as R-0042. Runs are never deleted.")}</p>
      </EmptyState>
    </main>
  );
}
