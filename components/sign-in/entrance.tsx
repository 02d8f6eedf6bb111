import type { ReactNode } from "react";
import { t } from "#lib/words/t.ts";

/** The calm page before the console: one question, nothing else. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="grid min-h-dvh content-center justify-items-center px-4 py-12">
      <div className="grid w-full max-w-88 gap-6">
        <div className="grid gap-1">
          <p className="text-fg-2">{t("Switchover console")}</p>
          <h1 className="text-xl font-semibold">{title}</h1>
        </div>
        {children}
      </div>
    </main>
  );
}
