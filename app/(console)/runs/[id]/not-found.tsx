import { MapPinOff } from "lucide-react";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function RunNotFound() {
  return (
    <Page title="No such run">
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        title="There is no run at this address"
        action={<ButtonLink href="/history">Look in the history</ButtonLink>}
      >
        <p>A run is found by its number, such as R-0042. Runs are never deleted.</p>
      </EmptyState>
    </Page>
  );
}
