import { Lines } from "#components/ui/lines.tsx";
import { fieldWord } from "#lib/client/field-word.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Change } from "#lib/domain/procedure-diff.ts";
import { t, tn } from "#lib/words/t.ts";

/** What differs between two versions, field by field. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="text-fg-2">{t("Nothing.")}</p>;
  return (
    <Lines label={t("What changes")}>
      {changes.map(({ step, field, before, after }) => (
        <li key={`${step ?? ""} ${field}`} className="grid gap-1">
          <b>{placeWords(step, fieldWord(step === undefined ? "procedure" : "step", field).toLowerCase())}</b>
          <div className="grid gap-2 md:grid-cols-2">
            <Value label={t("Before")} value={before} />
            <Value label={t("After")} value={after} />
          </div>
        </li>
      ))}
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
          <li key={number} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
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

function Value({ label, value }: { label: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <span className="text-xs text-fg-3">{label}</span>
      {value === undefined ? (
        <p className="text-xs text-fg-3 italic">{t("not there")}</p>
      ) : (
        <pre className="m-0 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
          {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
        </pre>
      )}
    </div>
  );
}
