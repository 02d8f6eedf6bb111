import { CommandLine } from "#components/ui/command-line.tsx";
import { Row } from "#components/ui/rows.tsx";
import type { Work } from "#lib/domain/work.ts";
import { type WorkLine, workLines } from "#lib/domain/work-words.ts";

/** Work, or words about it, a row for each line. */
export function WorkRows({ work, lines }: { work?: Work | undefined; lines: readonly WorkLine[] | undefined }) {
  const all = lines ?? (work ? workLines(work) : []);
  return all.map(({ label, words, args }) => (
    <Row key={`${label} ${words ?? args?.join(" ")}`} label={label}>
      {args ? <CommandLine args={args} /> : <span className="wrap-anywhere">{words}</span>}
    </Row>
  ));
}
