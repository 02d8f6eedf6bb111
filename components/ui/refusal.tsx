"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "#components/ui/alert.tsx";

type RefusalProps = {
  /** That nothing came of it, in two words; the rest of the sentence is `children`. */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Where it stands in the place of what had the focus. */
  takesFocus?: boolean;
};

/** What was asked for was not done. It comes into sight: the button that was pressed may be far below it. */
export function Refusal({ takesFocus = false, ...props }: RefusalProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
    if (takesFocus) place.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div ref={place} tabIndex={takesFocus ? -1 : undefined} className="scroll-mt-32 scroll-mb-20">
      <Alert tone="bad" icon={<CircleAlert aria-hidden />} live="assertive" {...props} />
    </div>
  );
}
