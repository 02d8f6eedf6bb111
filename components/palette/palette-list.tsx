"use client";

import { BookOpen, CircleChevronRight, FileText, Keyboard, ListChecks, Route, User } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { KeyCaps } from "#components/palette/key-caps.tsx";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { FoundItem, PaletteGroup, PaletteItem, PaletteKind } from "#lib/client/palette/palette.ts";
import { type Mark, pieces } from "#lib/client/palette/palette-match.ts";
import { t } from "#lib/words/t.ts";

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
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t("Found")}
      className="min-h-0 flex-1 overflow-y-auto p-1 empty:hidden"
    >
      {groups.map(({ group, items, more }) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box may hold groups, and no fieldset
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className="px-2 pt-2 pb-1 text-xs font-semibold text-fg-3">
            {t(group)}
            {more > 0 && <span className="font-normal">{t(", {count} more: type to narrow", { count: more })}</span>}
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
                aria-disabled={item.blocked !== undefined}
                onPointerMove={() => place !== at && onMark(item.id)}
                onClick={() => onChoose(item)}
                className={classNames(
                  "grid min-h-8 grid-cols-[1rem_minmax(0,1fr)] items-baseline gap-x-2 rounded px-2 py-1.5 touch:min-h-11 touch:items-center [&>svg]:size-4 [&>svg]:self-center [&>svg]:text-fg-3",
                  item.blocked === undefined ? "cursor-pointer" : "cursor-default text-fg-2",
                  place === at && "bg-hover outline-2 -outline-offset-2 outline-focus",
                )}
              >
                {icons[item.group]}
                <ItemWords item={item} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

const icons: Record<PaletteKind, ReactNode> = {
  Actions: <CircleChevronRight aria-hidden />,
  Steps: <ListChecks aria-hidden />,
  Runs: <Route aria-hidden />,
  Procedures: <BookOpen aria-hidden />,
  Pages: <FileText aria-hidden />,
  Yours: <User aria-hidden />,
  Keys: <Keyboard aria-hidden />,
};

function ItemWords({ item }: { item: FoundItem }) {
  const { singleKeys } = useBrowserChoices();
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
      <span className="min-w-0 wrap-anywhere">
        <Marked text={item.words} marks={item.marks} />
      </span>
      {item.detail !== undefined && (
        <span className="ml-auto text-fg-2">
          <Marked text={item.detail} marks={item.detailMarks} />
        </span>
      )}
      {item.blocked !== undefined && <span className="order-1 w-full wrap-anywhere text-fg-2">{item.blocked}</span>}
      {item.caution !== undefined && (
        <span className="order-1 w-full wrap-anywhere">
          <b>{t("Caution.")}</b> {item.caution}
        </span>
      )}
      {item.line !== undefined && (
        <span className="order-1 w-full wrap-anywhere text-fg-2">
          <Marked text={item.line} marks={item.lineMarks} />
        </span>
      )}
      {item.keys && singleKeys && (
        <span className="ml-auto">
          <KeyCaps labels={item.keys} />
        </span>
      )}
    </span>
  );
}

const Marked = ({ text, marks }: { text: string; marks: readonly Mark[] }) =>
  pieces(text, marks).map(({ text: piece, marked }, place) =>
    marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place alone
      <mark key={place} className="bg-transparent font-semibold text-fg underline decoration-focus underline-offset-2">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
