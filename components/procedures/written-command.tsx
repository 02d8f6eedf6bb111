import type { HiddenArgument } from "#lib/domain/argument.ts";
import { type WrittenArgument, writtenArgument } from "#lib/domain/written-step.ts";
import { t } from "#lib/words/t.ts";

/** A command before any run: what the site and the run fill in stands framed, by its name. */
export function WrittenCommand({ argv }: { argv: readonly HiddenArgument[] }) {
  return (
    <code className="flex flex-wrap gap-x-2 gap-y-1 font-mono text-mono wrap-anywhere">
      {argv.map((argument, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arguments repeat and never move
        <Written key={place} argument={argument} />
      ))}
    </code>
  );
}

function Written({ argument }: { argument: HiddenArgument }) {
  const written = writtenArgument(argument);
  if (written.kind === "literal") return <span className="whitespace-pre-wrap">{written.text || '""'}</span>;
  return (
    <span className="rounded border border-line-2 bg-surface px-1.5">
      <span className="font-sans text-fg-3">{originWords(written)} </span>
      {written.text}
    </span>
  );
}

function originWords(written: Exclude<WrittenArgument, { kind: "literal" }>): string {
  if (!("at" in written)) return t(origins[written.kind]);
  return written.at === null ? t("the site's") : t("{role}'s", { role: written.at });
}

const origins = {
  run: "the run's",
  input: "asked when it is started:",
  output: "given by a step:",
  hidden: "only the worker's:",
} as const;
