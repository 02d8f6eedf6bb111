import type { InputHTMLAttributes, ReactNode } from "react";

type ChoiceCardProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className" | "style" | "title"> & {
  title: ReactNode;
  /** One sentence: what choosing it means. */
  description?: ReactNode;
};

/** One radio of a few that decide much: live or drill, planned or unplanned. */
export function ChoiceCard({ title, description, ...rest }: ChoiceCardProps) {
  return (
    <label className="grid cursor-pointer grid-cols-[1.125rem_minmax(0,1fr)] content-start gap-x-3 rounded border border-line-2 bg-surface px-3 py-2 has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-disabled:cursor-not-allowed has-disabled:border-dashed has-disabled:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input type="radio" {...rest} className="m-0 mt-0.75 size-4 outline-none" />
      <b className="text-m">{title}</b>
      {description && <span className="col-start-2 text-fg-2">{description}</span>}
    </label>
  );
}

/** `label` names the question; the cards stand two by two where there is room. */
export function ChoiceCards({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="m-0 grid min-w-0 gap-3 border-0 p-0 sm:grid-cols-2">
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  );
}
