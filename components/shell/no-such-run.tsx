import { MapPinOff } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { t } from "#lib/words/t.ts";

/** What an address of a run says that is not here. */
export const NoSuchRun = () => (
  <EmptyState
    icon={<MapPinOff aria-hidden />}
    title={t("There is no run at this address")}
    action={<ButtonLink href="/history">{t("Look in the history")}</ButtonLink>}
  >
    <p>{t("A run is found by its number, such as R-0042. Runs are never deleted.")}</p>
  </EmptyState>
);
