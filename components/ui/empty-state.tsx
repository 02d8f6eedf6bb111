import type { ReactNode } from "react";
import { Actions } from "#components/ui/actions.tsx";

type EmptyStateProps = {
  icon: ReactNode;
  title: ReactNode;
  /** Why, in a sentence. */
  children?: ReactNode;
  /** The next thing to do. */
  action?: ReactNode;
  busy?: boolean | undefined;
};

/** Nothing here, still loading, failed, or not allowed: always with what to do next. */
export function EmptyState({ icon, title, children, action, busy }: EmptyStateProps) {
  return (
    <div
      aria-busy={busy || undefined}
      className="grid content-start justify-items-start gap-2 rounded border border-dashed border-control p-4 [&>svg]:size-5 [&>svg]:text-fg-2"
    >
      {icon}
      <b className="text-m">{title}</b>
      {children && <div className="w-full text-fg-2">{children}</div>}
      {action && <Actions>{action}</Actions>}
    </div>
  );
}
