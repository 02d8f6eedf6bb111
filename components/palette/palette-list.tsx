"use client";

import { useEffect } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { PaletteGroup, PaletteItem } from "#lib/client/palette.ts";

type PaletteListProps = {
  id: string;
  groups: readonly PaletteGroup[];
  /** Which of all items is marked. */
  at: number;
  onMark: (id: string) => void;
  onChoose: (item: PaletteItem) => void;
};

export function PaletteList({ id, groups, at, onMark, onChoose }: PaletteListProps) {
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);
  const places = new Map(groups.flatMap(({ items }) => items).map((item, place) => [item, place]));
  return (
    <div id={`${id}-list`} role="listbox" aria-label="Found" className="min-h-0 flex-1 overflow-y-auto p-1">
      {groups.map(({ group, items, more }) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box may hold groups, and no fieldset
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className="px-2 pt-2 pb-1 text-xs font-semibold text-fg-3">
            {group}
            {more > 0 && <span className="font-normal">, {more} more: type to narrow</span>}
          </p>
          {items.map((item) => {
            const place = places.get(item) ?? 0;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and hears the keys
              <div
                key={item.id}
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === at}
                onPointerMove={() => place !== at && onMark(item.id)}
                onClick={() => onChoose(item)}
                className={classNames(
                  "flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-3 rounded px-2 py-1.5 touch:min-h-11 touch:items-center",
                  place === at && "bg-hover outline-2 -outline-offset-2 outline-focus",
                )}
              >
                <span className="min-w-0 wrap-anywhere">{item.words}</span>
                {item.detail !== undefined && <span className="ml-auto text-fg-2">{item.detail}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
