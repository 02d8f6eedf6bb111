"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";

type FoldProps = {
  /** Its place in the address. */
  id: string;
  title: string;
  /** Beside the title. */
  note?: ReactNode;
  level: 2 | 3;
  /** Shown whole, as when something is looked for. */
  open?: boolean;
  children: ReactNode;
};

/** A part of the help: on a phone folded until it is asked for, or until an address leads into it; elsewhere whole. */
export function Fold({ id, title, note, level, open = false, children }: FoldProps) {
  const part = useRef<HTMLElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  useEffect(() => {
    const follow = () => {
      const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!place || !part.current?.contains(place)) return;
      setUnfolded(true);
      requestAnimationFrame(() => place.scrollIntoView());
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const shown = open || unfolded;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section ref={part} id={id} aria-labelledby={`${id}-title`} className="max-w-220 min-w-0">
      <div className={classNames("flex flex-wrap items-baseline gap-x-3", level === 2 ? "md:mb-2" : "md:px-4 md:py-2")}>
        <Heading
          id={`${id}-title`}
          className={level === 2 ? "text-m font-semibold max-md:basis-full" : "font-semibold max-md:basis-full"}
        >
          <button
            type="button"
            aria-expanded={shown}
            onClick={() => setUnfolded(!shown)}
            className="flex min-h-11 w-full py-2 items-center justify-between gap-3 text-left md:hidden"
          >
            {title}
            <ChevronDown aria-hidden className={classNames("size-4 flex-none", shown && "rotate-180")} />
          </button>
          <span className="max-md:hidden">{title}</span>
        </Heading>
        {note && <p className={classNames("text-fg-2", !shown && "max-md:hidden")}>{note}</p>}
      </div>
      <div className={shown ? undefined : "max-md:hidden"}>{children}</div>
    </section>
  );
}
