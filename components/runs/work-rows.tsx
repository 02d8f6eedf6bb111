import { CommandLine } from "#components/ui/command-line.tsx";
import { Row } from "#components/ui/rows.tsx";
import { type WorkLine, workLines } from "#lib/client/work-words.ts";
import type { Work } from "#lib/domain/work.ts";

/** Work, or words about it, a row for each line. */
export function WorkRows({ work, lines }: { work?: Work | undefined; lines: readonly WorkLine[] | undefined }) {
  const all = lines ?? (work ? workLines(work) : []);
  return all.map(({ label, words, args }) => (
    <Row key={`${label} ${words ?? args?.join(" ")}`} label={label}>
      {args ? <CommandLine args={args} /> : <span className="wrap-anywhere">{words}</span>}
    </Row>
  ));
}
