/** A command as the machine reads it; no argument is ever broken across lines without need. */
export function CommandLine({ args }: { args: readonly string[] }) {
  return (
    <code className="block font-mono text-mono wrap-anywhere">
      {args.map((arg, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arguments repeat and never move
        <span key={place}>
          <span className="inline-block max-w-full">{arg}</span>{" "}
        </span>
      ))}
    </code>
  );
}
