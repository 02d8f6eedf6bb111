import { Search } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";

type SearchBoxProps = {
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  /** In a row of filters: it takes more room while somebody types. */
  narrow?: boolean | undefined;
  /** What the key that leads here calls it. */
  shortcut?: "filter" | undefined;
};

/** Words that narrow what is shown, at each letter. */
export function SearchBox({ label, placeholder, text, onText, narrow, shortcut }: SearchBoxProps) {
  return (
    <label className={classNames("relative inline-flex items-center", narrow ? "flex-none" : "max-sm:w-full")}>
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-fg-3" />
      <span className="sr-only">{label}</span>
      <input
        type="search"
        value={text}
        placeholder={placeholder}
        data-shortcut={shortcut}
        onChange={(event) => onText(event.target.value)}
        className={classNames(
          "min-h-7 rounded border border-control bg-surface pr-2 pl-7 touch:min-h-11 touch:text-[1rem]",
          narrow ? "w-36 focus:w-48" : "w-72 max-sm:w-full",
        )}
      />
    </label>
  );
}
