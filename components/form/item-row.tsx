"use client";

import { ArrowUp, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { t } from "#lib/words/t.ts";

type ItemRowProps = { name: string; onUp?: (() => void) | undefined; onRemove: () => void; children: ReactNode };

/** One item of a list, with what can be done to it as a whole. */
export function ItemRow({ name, onUp, onRemove, children }: ItemRowProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <fieldset aria-label={name} className="min-w-0">
        {children}
      </fieldset>
      <span className="flex flex-none">
        {onUp && (
          <Button
            look="plain"
            square
            icon={<ArrowUp aria-hidden />}
            aria-label={t("Move up: {item}", { item: name })}
            onClick={onUp}
          />
        )}
        <Button
          look="plain"
          square
          icon={<X aria-hidden />}
          aria-label={t("Remove: {item}", { item: name })}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}

/** Stands below the items. */
export function AddItem({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <span>
      <Button
        size="small"
        icon={<Plus aria-hidden />}
        aria-label={t("Add one: {field}", { field: label })}
        onClick={onAdd}
      >
        {t("Add one")}
      </Button>
    </span>
  );
}

export function movedUp<T>(items: readonly T[], at: number): T[] {
  const moved = items.slice(at, at + 1);
  return [...items.slice(0, at - 1), ...moved, ...items.slice(at - 1, at), ...items.slice(at + 1)];
}
