import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { linePartsOf } from "#lib/domain/paper/escape-html.ts";
import { isBroken } from "#lib/domain/paper/html-file.ts";
import { type Section as Content, isEmpty } from "#lib/domain/report/sections.ts";
import type { Table as ContentTable } from "#lib/domain/report/table.ts";
import { t } from "#lib/words/t.ts";

type ReportSectionProps = {
  section: Content;
  /** Before the words of a cell that is not empty. */
  sign?: ((row: number, column: number) => ReactNode) | undefined;
  /** In the place of its table, which is then folded under it. */
  picture?: ReactNode;
};

/** A part of the report, as it also stands in the file and on paper. */
export function ReportSection({ section, sign, picture }: ReportSectionProps) {
  const { title, empty, facts, table, texts } = section;
  if (isEmpty(section)) {
    return (
      <Section title={title}>
        <p className="text-fg-2">{empty}</p>
      </Section>
    );
  }
  return (
    <Section title={title}>
      {picture}
      {facts && (
        <Rows>
          {facts.map(([label, value]) => (
            <Row key={label} label={label}>
              <WholeWords text={value} />
            </Row>
          ))}
        </Rows>
      )}
      {table &&
        (picture ? (
          <Folded title={t("As a table")}>
            <TextTable title={title} table={table} />
          </Folded>
        ) : (
          <TextTable title={title} table={table} sign={sign} />
        ))}
      {texts?.map((one) => (
        <Folded key={one.title} title={one.title}>
          <pre className="mt-1 overflow-x-auto rounded border border-line bg-sunken p-2 font-mono text-xs whitespace-pre-wrap">
            {one.text}
          </pre>
        </Folded>
      ))}
    </Section>
  );
}

/** Open on paper. */
const Folded = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="mt-3">
    <summary className="break-after-avoid">{title}</summary>
    {children}
  </details>
);

type TextTableProps = Pick<ReportSectionProps, "sign"> & { title: string; table: ContentTable };

const TextTable = ({ title, table, sign }: TextTableProps) => (
  <Table label={title} head={table.head.map((words) => <Th key={words}>{words}</Th>)}>
    {table.rows.map((row, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a drafted report never move
      <Tr key={at}>
        {table.head.map((words, column) => (
          <Td key={words} label={row[column] ? words : undefined}>
            {row[column] && (
              <>
                {sign?.(at, column)}
                <WholeWords text={row[column]} />
              </>
            )}
          </Td>
        ))}
      </Tr>
    ))}
  </Table>
);

/** No line ends within a time or a duration. */
export const WholeWords = ({ text }: { text: string }) => (
  <span className={classNames("whitespace-pre-line", isBroken(text) && "wrap-anywhere")}>
    {linePartsOf(text).map(({ words, whole }, at) =>
      whole ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a drafted report never move
        <span key={at} className="whitespace-nowrap">
          {words}
        </span>
      ) : (
        words
      ),
    )}
  </span>
);

/** Parts that have nothing but a sentence that says so, a line each. */
export const NothingIn = ({ sections }: { sections: readonly Content[] }) => (
  <Section title={t("Parts without entries")}>
    <Rows>
      {sections.map(({ title, empty }) => (
        <Row key={title} label={title}>
          {empty}
        </Row>
      ))}
    </Rows>
  </Section>
);
