import type { RefObject } from "react";
import { Lines } from "#components/ui/lines.tsx";
import { lineRange } from "#lib/client/procedures/line-range.ts";
import type { Problem } from "#lib/contract/problem.ts";
import { t } from "#lib/words/t.ts";

type Issue = NonNullable<Problem["issues"]>[number];

type IssueListProps = { issues: readonly Issue[]; text: string; area: RefObject<HTMLTextAreaElement | null> };

/** What is wrong with a document, by line and field; a line number leads to its place in the text. */
export function IssueList({ issues, text, area }: IssueListProps) {
  if (issues.length === 0) return null;
  const show = (line: number) => {
    const [start, end] = lineRange(text, line);
    const { current } = area;
    // Of an area of many lines only the place of the caret comes into sight, and only when it gets the focus.
    current?.blur();
    current?.setSelectionRange(start, start);
    current?.focus();
    current?.setSelectionRange(start, end);
  };
  return (
    <Lines label={t("What is wrong")}>
      {issues.map(({ path, line, message }) => (
        <li
          key={`${path} ${line} ${message}`}
          className="grid items-center gap-x-4 sm:grid-cols-[5rem_minmax(0,18rem)_minmax(0,1fr)]"
        >
          {line ? (
            <button
              type="button"
              onClick={() => show(line)}
              className="justify-self-start min-h-6 text-link underline touch:min-h-11"
            >
              {t("line {line}", { line })}
            </button>
          ) : (
            <span className="text-fg-3">{t("no line")}</span>
          )}
          <code className="font-mono text-mono wrap-anywhere text-fg-2">{path || t("the whole document")}</code>
          <span className="wrap-anywhere">{withoutPath(message, path)}</span>
        </li>
      ))}
    </Lines>
  );
}

/** The message may begin with the field that stands beside it. */
function withoutPath(message: string, path: string): string {
  const rest = path && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
