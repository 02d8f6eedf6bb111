/** Keys as they stand on the keyboard. */
export const KeyCaps = ({ labels }: { labels: readonly string[] }) => (
  <span className="inline-flex gap-1">
    {labels.map((label) => (
      <kbd
        key={label}
        className="min-w-6 rounded border border-line-2 bg-sunken px-1.5 text-center font-mono text-xs leading-5"
      >
        {label}
      </kbd>
    ))}
  </span>
);
