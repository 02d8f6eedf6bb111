import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { row, t } from "#lib/words/t.ts";

type NotAllowedProps = {
  page: string;
  title: string;
  /** Who could, in a sentence. */
  children: ReactNode;
  /** The names of those who could, or of some of them. */
  who: readonly string[];
  next: { href: string; words: string };
};

/** A page that this role may not use: who may, and where to go instead. */
export function NotAllowed({ page, title, children, who, next }: NotAllowedProps) {
  return (
    <Page title={page}>
      <EmptyState
        icon={<Lock aria-hidden />}
        title={title}
        action={<ButtonLink href={next.href}>{next.words}</ButtonLink>}
      >
        <p>{children}</p>
        {who.length > 0 && <p>{t("Who may: {names}.", { names: row(who) })}</p>}
      </EmptyState>
    </Page>
  );
}
