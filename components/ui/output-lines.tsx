type OutputLinesProps = {
  lines: readonly string[];
  /** Number of the first line shown. */
  from?: number | undefined;
  /** Names it: "Output of step 6, attempt 1". */
  label: string;
};

/** What a command wrote, with line numbers that are not copied. Scrolls sideways inside itself. */
export function OutputLines({ lines, from = 1, label }: OutputLinesProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto bg-sunken py-2 outline-offset-[-2px]"
    >
      <ol className="w-max min-w-full font-mono text-[0.78125rem] leading-5">
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={from + place} className="flex whitespace-pre">
            <span aria-hidden className="w-12 flex-none pr-3 text-right text-fg-3 select-none">
              {from + place}
            </span>
            {line || " "}
          </li>
        ))}
      </ol>
    </section>
  );
}
