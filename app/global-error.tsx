"use client";

import "./globals.css";
import { LaterFailure } from "#components/shell/later-failure.tsx";
import { locale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={locale()}>
      <body>
        <title>{t("Error · Switchover console")}</title>
        <LaterFailure error={error} retry={retry} />
      </body>
    </html>
  );
}
