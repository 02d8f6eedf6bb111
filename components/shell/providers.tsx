"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
// What stands in place of a page that failed comes with every page, twice: what it is made of comes here, once.
import "#components/shell/later-failure.tsx";
import type { Theme } from "#components/shell/preferences.ts";
import { ServerTimeProvider } from "#components/shell/server-time.tsx";
import { ThemeProvider } from "#components/shell/theme.tsx";
import { ZoneProvider } from "#components/shell/zone.tsx";

/** `always`: a recovery site may be cut off from the internet and still reach this server. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: "always", retry: 1, staleTime: 5_000 },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

type ProvidersProps = {
  theme: Theme;
  zone: string | null;
  renderedAtMs: number;
  children: ReactNode;
};

export function Providers({ theme, zone, renderedAtMs, children }: ProvidersProps) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <ServerTimeProvider renderedAtMs={renderedAtMs}>
        <ZoneProvider remembered={zone}>
          <ThemeProvider remembered={theme}>{children}</ThemeProvider>
        </ZoneProvider>
      </ServerTimeProvider>
    </QueryClientProvider>
  );
}
