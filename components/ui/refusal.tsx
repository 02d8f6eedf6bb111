"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "#components/ui/alert.tsx";

type RefusalProps = {
  /** That nothing came of it, in two words; the rest of the sentence is `children`. */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** What was asked for was not done. It comes into sight: the button that was pressed may be far below it. */
export function Refusal(props: RefusalProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={place} className="scroll-mt-32 scroll-mb-20">
      <Alert tone="bad" icon={<CircleAlert aria-hidden />} live="assertive" {...props} />
    </div>
  );
}
