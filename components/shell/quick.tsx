"use client";

import { type ReactNode, useMemo, useState } from "react";
import type { Person } from "#components/shell/destinations.tsx";
import { QuickContext, type QuickPart } from "#components/shell/quick-context.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { useLater } from "#components/shell/use-later.ts";
import { useVisits } from "#components/shell/use-visits.ts";
import { Button } from "#components/ui/button.tsx";
import type { PaletteItem } from "#lib/client/palette.ts";
import { t } from "#lib/words/t.ts";

const nothing: readonly PaletteItem[] = [];
const load = () => import("#components/palette/quick-parts.tsx").then(({ QuickParts }) => QuickParts);

/** The palette and the list of keys, on every page, fetched at the first sign that somebody is there. */
export function QuickProvider({ person, children }: { person: Person | null; children: ReactNode }) {
  const [open, show] = useState<QuickPart>(null);
  const [offered, offer] = useState(nothing);
  const { somebody, take } = useFirstSign();
  useVisits(person?.id);
  const parts = useLater(open ? "now" : somebody && "soon", load);
  const quick = useMemo(() => ({ open, show, offer }), [open]);
  return (
    <QuickContext.Provider value={quick}>
      {children}
      {parts && parts !== "failed" && <parts.Part person={person} offered={offered} early={take} />}
      {open && parts === "failed" && (
        <p
          role="alert"
          className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-160 items-center gap-3 rounded border border-line-2 bg-surface px-4 py-2"
        >
          <span className="flex-1">
            {t("This could not be fetched: the server does not answer. The page itself goes on.")}
          </span>
          <Button size="small" onClick={() => show(null)}>
            {t("Close")}
          </Button>
        </p>
      )}
    </QuickContext.Provider>
  );
}
