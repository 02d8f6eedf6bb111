import { WrittenCommand } from "#components/procedures/written-command.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { fieldWord } from "#lib/client/procedures/field-word.ts";
import { type ToldLine, toldChange } from "#lib/client/procedures/told-change.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Change } from "#lib/domain/procedure-diff.ts";
import { row, t, tn } from "#lib/words/t.ts";

type ChangesProps = { changes: readonly Change[]; between: readonly [before: Procedure, after: Procedure] };

/** What differs between two versions, field by field: as the card of a step says it, where it has words for it. */
export function Changes({ changes, between }: ChangesProps) {
  if (changes.length === 0) return <p className="text-fg-2">{t("Nothing.")}</p>;
  return (
    <Lines label={t("What changes")}>
      {changes.map((change) => {
        const { step, field } = change;
        const told = toldChange(between, change);
        return (
          <li key={`${step ?? ""} ${field}`} className="grid gap-1">
            <b>{placeWords(step, fieldWord(step === undefined ? "procedure" : "step", field).toLowerCase())}</b>
            <div className="grid gap-2 md:grid-cols-2">
              <Side label={t("Before")} value={change.before} told={told?.before} whole={told?.whole} />
              <Side label={t("After")} value={change.after} told={told?.after} whole={told?.whole} />
            </div>
          </li>
        );
      })}
    </Lines>
  );
}

/** In their place, of a procedure that was never published. */
export function AllNew({ procedure }: { procedure: Procedure }) {
  const { steps } = outline(procedure);
  return (
    <>
      <p className="mb-2 text-fg-2">
        {tn("All of it, with {count} step:", "All of it, with {count} steps:", steps.length)}
      </p>
      <Lines label={t("What changes")}>
        {steps.map(({ number, title }) => (
          <li key={number} className="grid grid-cols-[1.75rem_minmax(0,1fr)] content-center gap-x-3">
            <b className="text-right">{number}</b>
            <span translate="no">{title}</span>
          </li>
        ))}
      </Lines>
    </>
  );
}

const placeWords = (step: string | undefined, field: string): string =>
  step === undefined ? t("The procedure, {field}", { field }) : t("Step {step}, {field}", { step, field });

type SideProps = {
  label: string;
  value: unknown;
  told: readonly ToldLine[] | undefined;
  /** What is told is all of it. */
  whole: boolean | undefined;
};

function Side({ label, value, told = [], whole = false }: SideProps) {
  return (
    <div className="min-w-0">
      <span className="text-xs text-fg-3">{label}</span>
      {value === undefined ? (
        <p className="text-xs text-fg-3 italic">{t("not there")}</p>
      ) : (
        <>
          {told.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a version never move
            <Told key={place} line={line} />
          ))}
          {!whole && <pre className="m-0 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{written(value)}</pre>}
        </>
      )}
    </div>
  );
}

const Told = ({ line }: { line: ToldLine }) => (
  <div className="flex flex-wrap gap-x-2 wrap-anywhere">
    {line.label && <span className="text-fg-3">{line.label}</span>}
    {"words" in line ? <span>{line.words}</span> : <WrittenCommand argv={line.parts} />}
  </div>
);

function written(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.length === 0 ? t("none") : row(value);
  }
  return JSON.stringify(value, null, 2);
}
