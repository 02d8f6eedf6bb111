"use client";

import { X } from "lucide-react";
import { AlertDialog as RadixAlertDialog, Dialog as RadixDialog } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { buttonClass } from "#components/ui/button-style.ts";

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
};

/** Only for what cannot be undone, or needs a reason. Focus goes back to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  back = "Back",
  alert,
}: DialogProps) {
  const cameFrom = useRef<Element | null>(null);
  const Radix = alert ? RadixAlertDialog : RadixDialog;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 grid place-items-center overflow-y-auto bg-scrim p-4 max-sm:place-items-end max-sm:p-0 print:hidden">
          <Radix.Content
            {...(description ? {} : { "aria-describedby": undefined })}
            onOpenAutoFocus={() => {
              cameFrom.current = document.activeElement;
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
            }}
            className="relative grid w-full max-w-136 gap-3 rounded border border-line-2 bg-surface p-4 max-sm:rounded-b-none"
          >
            <Radix.Title className="pr-8 text-m font-semibold">{title}</Radix.Title>
            {description && <Radix.Description className="text-fg-2">{description}</Radix.Description>}
            {children}
            <Actions end={<DialogBack radix={Radix} className={buttonClass({ look: "plain" })} label={back} />}>
              {footer}
            </Actions>
            <DialogBack
              radix={Radix}
              className={`absolute top-2 right-2 ${buttonClass({ look: "plain", square: true })}`}
              label={<X aria-label="Close" />}
            />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

type DialogBackProps = {
  radix: typeof RadixAlertDialog | typeof RadixDialog;
  className: string;
  label: ReactNode;
};

function DialogBack({ radix, className, label }: DialogBackProps) {
  const Close = "Cancel" in radix ? radix.Cancel : radix.Close;
  return <Close className={className}>{label}</Close>;
}
