import type { Metadata } from "next";
import { buttonClass } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { t } from "#lib/words/t.ts";

export function generateMetadata(): Metadata {
  return { title: t("Not found") };
}

/** Comes with every page, beside it: a link or an icon of the client's would come a second time. */
export default function NotFound() {
  return (
    <main id="main" className="grid max-w-160 gap-4 p-4">
      <h1 className="text-l font-semibold">{t("Not found")}</h1>
      <EmptyState
        icon={<NoPlace />}
        title={t("There is nothing at this address")}
        action={
          <a href="/" className={buttonClass({})}>
            {t("Go to the overview")}
          </a>
        }
      >
        <p>{t("It may have been mistyped, or you may not be allowed to see it. Nothing was changed.")}</p>
      </EmptyState>
    </main>
  );
}

const NoPlace = () => (
  <svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round">
    <path d="M12.75 7.09a3 3 0 0 1 2.16 2.16M17.07 17.07c-1.63 2.17-3.53 3.91-4.47 4.73a1 1 0 0 1-1.2 0C9.54 20.19 4 14.99 4 10a8 8 0 0 1 1.43-4.57M2 2l20 20M8.48 2.82A8 8 0 0 1 20 10c0 1.18-.31 2.38-.81 3.53M9.13 9.13a3 3 0 0 0 3.74 3.74" />
  </svg>
);
