import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
};

/** A row that opens: the browser's own details, so it works without script and can be searched. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details open={open} className="group/disclosure rounded border border-line bg-surface">
      <summary className="flex min-h-9 list-none items-center gap-3 rounded px-3 py-1.5 hover:bg-sunken touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">{summary}</span>
        <ChevronRight aria-hidden className="size-4 flex-none text-fg-3 group-open/disclosure:rotate-90 print:hidden" />
      </summary>
      <div className="border-t border-line px-3 py-3">{children}</div>
    </details>
  );
}
