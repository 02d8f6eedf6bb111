"use client";

import { AlertDialog as RadixAlertDialog, Dialog as RadixDialog } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { isComposed } from "#components/ui/is-composed.ts";
import { firstField } from "#components/ui/use-focus-added.ts";
import { t } from "#lib/words/t.ts";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons; the way back stands at the end by itself. */
  footer?: ReactNode;
  /** The words of the way back: "Back" unless said. */
  back?: string | undefined;
  /** Must be answered: a click outside does not close it. */
  alert?: boolean | undefined;
  /** A press beside it would lose what is written in it. */
  kept?: boolean | undefined;
  /** Read rather than filled in: the focus is on all of it, and the way back stays in sight. */
  toRead?: boolean | undefined;
  /** For a table. */
  wide?: boolean | undefined;
  /** Id of what gets the focus when the opener is gone; the page unless said. */
  returnTo?: string | undefined;
};

/** Where the open dialog came from: one that takes its place, such as a secret after its form, goes back there as well. */
let opener: Element | null = null;

/** What opened the dialog may be gone by now: then what stands in its place, or the page itself. */
function returnFocus(cameFrom: Element | null, otherwise: string): void {
  const target = cameFrom?.isConnected ? cameFrom : document.getElementById(otherwise);
  if (target instanceof HTMLElement) target.focus();
}

/** Another has taken its place: that one has the focus now, and gives it back when it closes. */
const isInDialog = (focused: Element | null) => focused?.closest("[role$=dialog]");

/** Escape gives up the word that is being composed, not all that was typed. */
export function keepWhileComposing(event: KeyboardEvent): void {
  if (isComposed(event)) event.preventDefault();
}

/** Only for what cannot be undone, or needs a reason. Focus starts at the first field and goes back to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  back = t("Back"),
  alert,
  kept,
  toRead = false,
  wide = false,
  returnTo = "main",
}: DialogProps) {
  const cameFrom = useRef<Element | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const Radix = alert ? RadixAlertDialog : RadixDialog;
  const Close = alert ? RadixAlertDialog.Cancel : RadixDialog.Close;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 grid place-items-center overflow-y-auto bg-scrim p-4 max-sm:place-items-end max-sm:p-0 print:hidden">
          <Radix.Content
            {...(description ? {} : { "aria-describedby": undefined })}
            {...(kept && { onInteractOutside: (event: Event) => event.preventDefault() })}
            ref={content}
            onOpenAutoFocus={(event) => {
              const here = document.activeElement;
              cameFrom.current = here === document.body ? opener : here;
              opener = cameFrom.current;
              const field = toRead ? content.current : content.current?.querySelector<HTMLElement>(firstField);
              if (!field) return;
              event.preventDefault();
              field.focus();
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (isInDialog(document.activeElement)) return;
              returnFocus(cameFrom.current, returnTo);
              opener = null;
            }}
            onEscapeKeyDown={keepWhileComposing}
            className={classNames(
              "relative grid w-full grid-cols-[minmax(0,1fr)] gap-3 rounded border border-line-2 bg-surface p-4 max-sm:rounded-b-none",
              wide ? "max-w-200" : "max-w-136",
            )}
          >
            <Radix.Title className="text-m font-semibold">{title}</Radix.Title>
            {description && <Radix.Description className="text-fg-2">{description}</Radix.Description>}
            {children}
            <div
              className={
                toRead
                  ? "sticky -bottom-4 max-sm:bottom-0 -mx-4 -mb-4 border-t border-line bg-surface px-4 py-3"
                  : undefined
              }
            >
              <Actions end={<Close className={buttonClass({ look: "plain" })}>{back}</Close>}>{footer}</Actions>
            </div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
