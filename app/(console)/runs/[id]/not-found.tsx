import { MapPinOff } from "lucide-react";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { t } from "#lib/words/t.ts";

export default function RunNotFound() {
  return (
    <Page title={t("No such run")}>
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        title={t("There is no run at this address")}
        action={<ButtonLink href="/history">{t("Look in the history")}</ButtonLink>}
      >
        <p>{t("A run is found by its number, such as R-0042. Runs are never deleted.")}</p>
      </EmptyState>
    </Page>
  );
}
