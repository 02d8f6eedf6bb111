"use client";

import { type ComponentProps, type ReactNode, useMemo, useState } from "react";
import type { QuickParts } from "#components/palette/quick-parts.tsx";
import type { Person } from "#components/shell/destinations.tsx";
import { QuickContext, type QuickPart } from "#components/shell/quick-context.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { Awaited } from "#components/ui/called.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import type { PaletteItem } from "#lib/client/palette/palette.ts";

const nothing: readonly PaletteItem[] = [];
const quickParts = later<ComponentProps<typeof QuickParts>>(() =>
  import("#components/shell/later-parts.ts").then((part) => part.QuickParts),
);

/** The palette and the list of keys, on every page: there at the first sign that somebody is. */
export function QuickProvider({ person, children }: { person: Person | null; children: ReactNode }) {
  const [open, show] = useState<QuickPart>(null);
  const [offered, offer] = useState(nothing);
  const { somebody, take } = useFirstSign();
  const parts = useLater(quickParts, (open !== null || somebody) && "now");
  const quick = useMemo(() => ({ open, show, offer }), [open]);
  return (
    <QuickContext.Provider value={quick}>
      {children}
      {isThere(parts) && <parts.Part person={person} offered={offered} early={take} />}
      {open && !isThere(parts) && (
        <Awaited failed={parts === "failed"} onAgain={quickParts.fetch} onClose={() => show(null)} />
      )}
    </QuickContext.Provider>
  );
}
