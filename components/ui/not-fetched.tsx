"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { t } from "#lib/words/t.ts";

/** In the place of a part that could not be fetched. */
export const NotFetched = ({ onAgain }: { onAgain: () => void }) => (
  <Failure words={t("This part could not be fetched.")} onAgain={onAgain} />
);

let standing: readonly symbol[] = [];
const listeners = new Set<() => void>();

function become(next: readonly symbol[]): void {
  standing = next;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Under what still stands as the server drew it. Where several do, the first speaks for all. */
export function StandsAsServed({ onAgain }: { onAgain: () => void }) {
  const [self] = useState(Symbol);
  useEffect(() => {
    become([...standing, self]);
    return () => become(standing.filter((each) => each !== self));
  }, [self]);
  const isFirst = useSyncExternalStore(
    subscribe,
    () => standing[0] === self,
    () => false,
  );
  if (!isFirst) return null;
  return (
    <div className="mx-4 my-2">
      <Failure
        words={t(
          "Not all of this page could be fetched. Parts of it show what was known when it was opened: their buttons, with a dashed edge, do nothing yet. The others work.",
        )}
        onAgain={onAgain}
      />
    </div>
  );
}

const Failure = ({ words, onAgain }: { words: string; onAgain: () => void }) => (
  <p
    role="alert"
    className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-surface p-4 text-fg-2"
  >
    {words}
    <Button size="small" onClick={onAgain}>
      {t("Try again")}
    </Button>
  </p>
);
