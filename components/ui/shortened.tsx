"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";

type ShortenedProps<Item> = {
  items: readonly Item[];
  /** More than these stay folded until somebody asks for them. */
  most: number;
  /** "Show 12 more". */
  moreWords: (count: number) => string;
  children: (shown: readonly Item[]) => ReactNode;
};

/** The first of many, and the rest behind a button. One alone is never folded. */
export function Shortened<Item>({ items, most, moreWords, children }: ShortenedProps<Item>) {
  const [open, setOpen] = useState(false);
  const shown = open || items.length <= most + 1 ? items : items.slice(0, most);
  const folded = items.length - shown.length;
  return (
    <>
      {children(shown)}
      {folded > 0 && (
        <p className="mt-2">
          <Button size="small" look="plain" onClick={() => setOpen(true)}>
            {moreWords(folded)}
          </Button>
        </p>
      )}
    </>
  );
}
