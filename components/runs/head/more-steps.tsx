"use client";

import { Popover } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";

type MoreStepsProps = {
  /** "and 3 more". */
  words: string;
  /** Those that it counts. */
  children: ReactNode;
};

/** How many more there are; pressed, it shows them over the page, which moves nothing. */
export function MoreSteps({ words, children }: MoreStepsProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wentOn = useRef(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        ref={button}
        className="rounded hover:underline aria-expanded:underline touch:inline-grid touch:min-h-11 touch:min-w-11 touch:items-end max-md:-mt-6 md:touch:-my-3 md:touch:items-center"
      >
        {words}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // A step that was chosen gets the focus itself.
            if (!wentOn.current) button.current?.focus();
            wentOn.current = false;
          }}
          className="z-30 max-h-(--radix-popover-content-available-height) w-100 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded border border-line-2 bg-surface p-4 print:hidden"
        >
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links in it are pressed, by key as well */}
          <ul
            className="grid gap-2.5"
            onClick={({ target }) => {
              if (!(target instanceof Element && target.closest("a"))) return;
              wentOn.current = true;
              setOpen(false);
            }}
          >
            {children}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
