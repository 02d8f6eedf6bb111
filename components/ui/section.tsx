import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  /** Quiet words or a badge after the title. */
  note?: ReactNode;
  /** At the far side of the heading. */
  end?: ReactNode;
  children: ReactNode;
};

export function Section({ title, note, end, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 break-after-avoid">
        <h2 id={id} className="text-m font-semibold">
          {title}
        </h2>
        {note && <span className="text-fg-3">{note}</span>}
        {end && <span className="ml-auto self-center">{end}</span>}
      </div>
      {children}
    </section>
  );
}
