"use client";

import type { ComponentType, ReactNode } from "react";
import { createPortal } from "react-dom";
import { Button } from "#components/ui/button.tsx";
import { isThere, type Later, useLater } from "#components/ui/later.ts";
import { t } from "#lib/words/t.ts";

type CalledProps<Props> = {
  part: Later<Props>;
  onClose: () => void;
  children: (Part: ComponentType<Props>) => ReactNode;
};

/** What was called by a press and stands in front of the page, or why it does not. */
export function Called<Props>({ part, onClose, children }: CalledProps<Props>) {
  const fetched = useLater(part, "now");
  return isThere(fetched) ? (
    children(fetched.Part)
  ) : (
    <Awaited failed={fetched === "failed"} onAgain={part.fetch} onClose={onClose} />
  );
}

type AwaitedProps = { failed: boolean; onAgain: () => void; onClose: () => void };

/**
 * At the foot of the window, where it moves nothing, on a phone above the big button; only seen where the fetching takes
 * its time. Over all of the page: where that has more at its foot, it must not take the press.
 */
export function Awaited({ failed, onAgain, onClose }: AwaitedProps) {
  return createPortal(
    <div
      role={failed ? "alert" : "status"}
      className="fixed inset-x-4 bottom-4 z-40 mx-auto max-md:bottom-36 flex max-w-160 items-center gap-3 rounded border border-line-2 bg-surface px-4 py-2 opacity-100 transition-opacity delay-300 duration-0 print:hidden starting:opacity-0"
    >
      <span className="flex-1">
        {failed ? t("This could not be fetched. The page itself goes on.") : t("Fetching…")}
      </span>
      {failed && (
        <Button size="small" onClick={onAgain}>
          {t("Try again")}
        </Button>
      )}
      <Button size="small" look="plain" onClick={onClose}>
        {t("Close")}
      </Button>
    </div>,
    document.body,
  );
}
