import { MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { t } from "#lib/words/t.ts";

export function generateMetadata(): Metadata {
  return { title: t("Not found") };
}

export default function NotFound() {
  return (
    <main id="main" className="grid max-w-160 gap-4 p-4">
      <h1 className="text-l font-semibold">{t("Not found")}</h1>
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        title={t("There is nothing at this address")}
        action={<ButtonLink href="/">{t("Go to the overview")}</ButtonLink>}
      >
        <p>{t("It may have been mistyped, or you may not see it. Nothing was changed.")}</p>
      </EmptyState>
    </main>
  );
}
