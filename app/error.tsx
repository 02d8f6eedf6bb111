"use client";

import { useQueryClient } from "@tanstack/react-query";
import { LaterFailure } from "#components/shell/later-failure.tsx";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const queries = useQueryClient();
  const again = () => {
    // What was fetched may be what the page failed over.
    queries.clear();
    retry();
  };
  return <LaterFailure error={error} retry={again} />;
}
