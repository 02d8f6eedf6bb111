"use client";

import { Popover } from "radix-ui";
import { type RefObject, useRef } from "react";
import type { Person } from "#components/shell/destinations.tsx";
import { PersonPanel } from "#components/shell/person-panel.tsx";
import { t } from "#lib/words/t.ts";

type PersonPopoverProps = { person: Person | null; anchor: RefObject<HTMLButtonElement | null>; onClose: () => void };

/** Who is signed in, beside the button that opened it. */
export function PersonPopover({ person, anchor, onClose }: PersonPopoverProps) {
  const leftByPress = useRef(false);
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Popover.Portal>
        <Popover.Content
          side="right"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t("You")}
          onInteractOutside={(event) => {
            // The button closes it itself.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
            else leftByPress.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!leftByPress.current) anchor.current?.focus();
          }}
          className="z-30 max-w-[calc(100vw-1rem)] rounded border border-line-2 bg-surface p-4"
        >
          <PersonPanel person={person} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
