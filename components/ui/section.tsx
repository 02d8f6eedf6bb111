import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  /** Quiet words or a badge after the title. */
  note?: ReactNode;
  /** At the far side of the heading. */
  end?: ReactNode;
  /** 3 where it is a part of something that has a heading of its own. */
  level?: 2 | 3 | undefined;
  children: ReactNode;
};

export function Section({ title, note, end, level = 2, children }: SectionProps) {
  const id = useId();
  const Heading = level === 3 ? "h3" : "h2";
  // A part is no place to go to by itself: its name alone says too little.
  const [Box, role] = level === 3 ? (["div", "group"] as const) : (["section", undefined] as const);
  return (
    <Box role={role} aria-labelledby={id} className="min-w-0">
      <div className="flex flex-wrap items-baseline not-last:mb-2 gap-x-3 gap-y-1 break-after-avoid">
        <Heading id={id} className={level === 3 ? "font-semibold text-fg-2" : "text-m font-semibold"}>
          {title}
        </Heading>
        {note && <span className="text-fg-3">{note}</span>}
        {end && <span className="ml-auto self-center">{end}</span>}
      </div>
      {children}
    </Box>
  );
}
