import type { ReactNode } from "react";

/** What is about to happen, in words, and the button that does it, at the foot of a page. */
export function FootBar({ children, note, action }: { children: ReactNode; note?: ReactNode; action: ReactNode }) {
  return (
    <footer className="flex items-center gap-x-6 gap-y-2 border-t border-line-2 bg-surface px-4 py-3 max-sm:flex-wrap print:hidden">
      <p className="min-w-0 flex-1 text-m max-sm:basis-full">
        {children}
        {note && <span className="block text-s text-fg-2">{note}</span>}
      </p>
      <div className="max-sm:grid max-sm:w-full">{action}</div>
    </footer>
  );
}
