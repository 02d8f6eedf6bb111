"use client";

import { Ellipsis } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { buttonClass } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";

export type MenuItem = {
  label: string;
  icon?: ReactNode;
  onSelect: () => void;
  danger?: boolean | undefined;
  /** Why it may not be chosen now; the item stays reachable and says so. */
  blocked?: string | null | undefined;
};

type MenuProps = {
  /** Names what it is about: "More for step 5". */
  label: string;
  items: readonly MenuItem[];
  /** Replaces the three dots. */
  trigger?: ReactNode;
};

/** The less frequent actions behind "...". The action runs once the menu has closed and focus is back. */
export function Menu({ label, items, trigger }: MenuProps) {
  const chosen = useRef<(() => void) | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        ref={button}
        aria-label={label}
        className={buttonClass({ look: trigger ? "normal" : "plain", square: !trigger })}
      >
        {trigger ?? <Ellipsis aria-hidden />}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          button.current?.focus();
          chosen.current?.();
          chosen.current = null;
        }}
        className="z-30 grid max-w-80 min-w-44 rounded border border-line-2 bg-surface p-1 print:hidden"
      >
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
                ? "cursor-not-allowed text-fg-3"
                : item.danger
                  ? "cursor-pointer text-bad"
                  : "cursor-pointer",
            )}
          >
            {item.icon}
            <span>
              {item.label}
              {item.blocked && <span className="block text-fg-2">{item.blocked}</span>}
            </span>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
