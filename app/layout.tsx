import "@fontsource-variable/geist/index.css";
import "@fontsource-variable/geist-mono/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { preload } from "react-dom";
import { Language } from "#components/shell/language.tsx";
import { asTheme, preferenceCookies } from "#components/shell/preferences.ts";
import { Providers } from "#components/shell/providers.tsx";
import { pageNumber } from "#lib/domain/paper/page-number.ts";
import { locale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";
import { asZone } from "#lib/words/zone.ts";

export function generateMetadata(): Metadata {
  const product = t("Switchover console");
  return {
    title: { default: product, template: `%s · ${product}` },
    description: t("Runs a disaster-recovery switchover between sites as a live checklist."),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

const FONT = new URL("../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2", import.meta.url);

export default async function RootLayout({ children }: { children: ReactNode }) {
  preload(FONT.pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const jar = await cookies();
  const theme = asTheme(jar.get(preferenceCookies.theme)?.value);
  const zone = asZone(jar.get(preferenceCookies.zone)?.value) ?? null;
  const printed = {
    "--page-number": pageNumber(),
    "--page-live": `"${t("LIVE")}"`,
    "--page-drill": `"${t("DRILL")}"`,
  } as CSSProperties;
  return (
    <html lang={locale()} data-theme={theme} style={printed}>
      <body>
        <Language locale={locale()}>
          <Providers theme={theme} zone={zone} renderedAtMs={Date.now()}>
            {children}
          </Providers>
        </Language>
      </body>
    </html>
  );
}
