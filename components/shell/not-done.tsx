"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { isUnanswered } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { joined, t } from "#lib/words/t.ts";

type NotDoneProps = {
  /** That nothing came of it, in two words: "Not saved." Not said where nobody knows. */
  title: string;
  error?: Error | undefined;
  /** Why, where no error says it, or what else is worth knowing before it is tried again. */
  children?: string | false | null | undefined;
  action?: ReactNode;
  /** Where it stands in the place of what had the focus. */
  takesFocus?: boolean;
};

/**
 * Why nothing came of what a form or a dialog has sent, or that this is not known. It comes into sight: the button that
 * was pressed may be far below it.
 */
export function NotDone({ title, error, children, action, takesFocus = false }: NotDoneProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
    if (takesFocus) place.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div ref={place} tabIndex={takesFocus ? -1 : undefined} className="scroll-mt-32 scroll-mb-20">
      <Alert
        tone="bad"
        icon={<CircleAlert aria-hidden />}
        live="assertive"
        title={isUnanswered(error) ? t("Not confirmed.") : title}
        action={action}
      >
        {joined(error && errorWords(error).sentence, children)}
      </Alert>
    </div>
  );
}
