"use client";

import "./globals.css";
import { Failure } from "#components/shell/failure.tsx";
import { locale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={locale()}>
      <body>
        <title>{t("Error · Switchover console")}</title>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}
