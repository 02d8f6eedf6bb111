"use client";

import { DropdownMenu } from "radix-ui";
import { useEffect, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { MenuProps } from "#components/ui/menu.tsx";
import { MenuFace, menuButtonClass } from "#components/ui/menu-face.tsx";

type OpenMenuProps = MenuProps & { byKey: boolean };

/** A menu that was opened, by key or otherwise. The action runs once it has closed and focus is back. */
export function OpenMenu({ label, heading, items, trigger, align = "end", byKey }: OpenMenuProps) {
  const chosen = useRef<(() => void) | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Radix knows only of the keys it has heard itself.
    if (byKey) list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [byKey]);
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger ref={button} aria-label={label} className={menuButtonClass(trigger)}>
        <MenuFace trigger={trigger} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        ref={list}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          button.current?.focus();
          chosen.current?.();
          chosen.current = null;
        }}
        className="z-30 grid max-h-(--radix-dropdown-menu-content-available-height) max-w-[min(20rem,calc(100vw-1rem))] min-w-44 overflow-y-auto overscroll-contain rounded border border-line-2 bg-surface p-1 text-start print:hidden"
      >
        {heading && (
          <DropdownMenu.Label className="px-2 py-1 text-xs font-semibold wrap-anywhere text-fg-2">
            {heading}
          </DropdownMenu.Label>
        )}
        {items.map((item) => (
          <DropdownMenu.Item
            key={item.label}
            textValue={item.label}
            aria-disabled={item.blocked ? true : undefined}
            onSelect={(event) => {
              if (item.blocked) event.preventDefault();
              else chosen.current = item.onSelect;
            }}
            className={classNames(
              "flex min-h-8 items-start gap-2 rounded px-2 py-1.5 -outline-offset-2 data-highlighted:bg-hover data-highlighted:outline-2 data-highlighted:outline-focus touch:min-h-11 touch:items-center [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none",
              item.blocked
                ? "cursor-not-allowed border-dashed border-control text-fg-3 more-contrast:border in-data-[theme=contrast]:border"
                : item.danger
                  ? "cursor-pointer text-bad"
                  : "cursor-pointer",
            )}
          >
            {item.icon}
            <span className="min-w-0">
              {item.label}
              {item.blocked && <span className="block text-fg-2">{item.blocked}</span>}
            </span>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
