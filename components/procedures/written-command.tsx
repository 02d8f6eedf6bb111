import { writtenArgument } from "#lib/client/written-step.ts";
import type { Argument } from "#lib/domain/procedure.ts";

/** A command before any run: what the site and the run fill in stands framed, by its name. */
export function WrittenCommand({ argv }: { argv: readonly Argument[] }) {
  return (
    <code className="flex flex-wrap gap-x-2 gap-y-1 font-mono text-[0.78125rem] wrap-anywhere">
      {argv.map((argument, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arguments repeat and never move
        <Written key={place} argument={argument} />
      ))}
    </code>
  );
}

function Written({ argument }: { argument: Argument }) {
  const written = writtenArgument(argument);
  if (written.kind === "literal") return <span className="whitespace-pre-wrap">{written.text || '""'}</span>;
  return (
    <span className="rounded border border-line-2 bg-surface px-1.5">
      <span className="font-sans text-fg-3">
        {written.kind === "run" ? "the run's " : `${("at" in written && written.at) || "the site"}'s `}
      </span>
      {written.text}
    </span>
  );
}
