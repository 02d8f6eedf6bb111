"use client";

import "./globals.css";
import { Failure } from "#components/shell/failure.tsx";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error · Switchover console</title>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}
