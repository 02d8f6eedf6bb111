const widths = ["w-11/12", "w-8/12", "w-10/12", "w-7/12"] as const;

/** Grey lines where words will be; `label` says what is awaited. */
export function Skeleton({ lines = 2, label }: { lines?: number; label: string }) {
  return (
    <div role="status" aria-busy className="grid w-full content-start gap-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key, line) => (
        <span key={key} aria-hidden className={`h-3 rounded-small bg-line ${widths[line % widths.length]}`} />
      ))}
    </div>
  );
}
