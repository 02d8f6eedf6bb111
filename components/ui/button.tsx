"use client";

import { LoaderCircle } from "lucide-react";
import { type ButtonHTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useId } from "react";
import { type ButtonStyle, blockedButtonClass, buttonClass, pendingButtonClass } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled" | "className" | "style"> &
  ButtonStyle & {
    icon?: ReactNode;
    /** Why it may not be pressed now. Stands beside the button, which stays focusable. */
    blocked?: string | null | undefined;
    /** Id of an element that says so already, for buttons that share one reason. */
    reasonAt?: string | undefined;
    /** Sent, not yet answered. A string replaces the label: "Starting step 5…". */
    pending?: boolean | string | undefined;
    ref?: Ref<HTMLButtonElement> | undefined;
  };

function refuse(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

/** Held down, Enter presses once: the focus may have come here since it went down. */
function pressOnce(event: KeyboardEvent) {
  if (event.key === "Enter" && event.repeat) event.preventDefault();
}

export function Button(props: ButtonProps) {
  const { look, size, square, wide, icon, blocked, reasonAt, pending, children, onClick, ...rest } = props;
  const reasonId = useId();
  const style = { look, size, square, wide };
  const waits = pending !== undefined && pending !== false;
  const idle = waits || Boolean(blocked);
  // The wrapper is always there: a button that becomes blocked must stay the same element, or focus is lost.
  return (
    <span
      className={
        blocked ? classNames("inline-flex flex-wrap items-center gap-x-2 gap-y-1", wide && "w-full") : "contents"
      }
    >
      <button
        type="button"
        {...rest}
        className={waits ? pendingButtonClass(style) : blocked ? blockedButtonClass(style) : buttonClass(style)}
        onClick={idle ? refuse : onClick}
        onKeyDown={(event) => {
          pressOnce(event);
          rest.onKeyDown?.(event);
        }}
        aria-disabled={idle || undefined}
        aria-busy={waits || undefined}
        // What stands on it then is its name, too.
        aria-label={typeof pending === "string" ? undefined : rest["aria-label"]}
        aria-describedby={blocked ? (reasonAt ?? reasonId) : rest["aria-describedby"]}
      >
        {waits ? <LoaderCircle aria-hidden /> : icon}
        {typeof pending === "string" ? pending : children}
      </button>
      {blocked && !reasonAt && (
        <span id={reasonId} className="text-fg-2 print:hidden">
          {blocked}
        </span>
      )}
    </span>
  );
}
