import type { ReactNode } from "react";

/** A figure under its name. Stands in a `dl`. */
export function Figure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-fg-2">{label}</dt>
      <dd className="text-l font-semibold">{children}</dd>
    </div>
  );
}
