import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "#lib/words/t.ts";

/** Boxed in ink; stands above anything that can be pressed. */
export function Caution({ children, title = t("Caution.") }: { children: ReactNode; title?: string }) {
  return (
    <div className="grid grid-cols-[1.125rem_minmax(0,1fr)] gap-2 rounded border-[1.5px] border-fg px-3 py-2 font-medium max-md:p-3 max-md:text-m max-md:in-data-step:text-s">
      <TriangleAlert aria-hidden className="mt-px size-4.5" />
      <p>
        <b>{title}</b> {children}
      </p>
    </div>
  );
}
