import type { ReactNode } from "react";
import type { Person } from "#components/shell/destinations.tsx";
import { NavRail } from "#components/shell/nav-rail.tsx";
import { NavSheet } from "#components/shell/nav-sheet.tsx";
import { QuickProvider } from "#components/shell/quick.tsx";
import { t } from "#lib/words/t.ts";

type AppFrameProps = {
  person: Person | null;
  /** As whom the page was made (`rightsOf`). */
  rights?: string;
  /** What waits for this person: a `Badge`, or nothing. */
  badge?: ReactNode;
  children: ReactNode;
};

/** Navigation and the place for one `Page`. */
export function AppFrame({ person, rights, badge, children }: AppFrameProps) {
  return (
    <QuickProvider person={person}>
      <div
        data-reader={person?.id}
        data-rights={rights}
        className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] md:grid-cols-[4.5rem_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)] print:block print:min-h-0"
      >
        <a
          href="#main"
          className="absolute left-3 z-40 rounded border border-line-2 bg-surface px-3 py-2 not-focus:sr-only focus:top-3"
        >
          {t("Skip to the content")}
        </a>
        <div className="max-md:hidden print:hidden">
          <NavRail person={person} badge={badge} />
        </div>
        <NavSheet person={person} badge={badge} />
        <div className="flex min-w-0 flex-col print:block">{children}</div>
      </div>
    </QuickProvider>
  );
}
