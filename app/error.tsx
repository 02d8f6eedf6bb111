"use client";

import { LaterFailure } from "#components/shell/later-failure.tsx";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <LaterFailure error={error} retry={retry} />;
}
