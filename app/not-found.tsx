import { MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" className="grid max-w-160 gap-4 p-4">
      <h1 className="text-l font-semibold">Not found</h1>
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        title="There is nothing at this address"
        action={<ButtonLink href="/">Go to the overview</ButtonLink>}
      >
        <p>It may have been mistyped, or you may not see it. Nothing was changed.</p>
      </EmptyState>
    </main>
  );
}
