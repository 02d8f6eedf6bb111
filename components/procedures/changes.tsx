import { Lines } from "#components/ui/lines.tsx";
import { nameWords } from "#lib/client/form-shape.ts";
import type { Change } from "#lib/domain/procedure-diff.ts";

/** What differs between two versions, field by field. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="text-fg-2">Nothing.</p>;
  return (
    <Lines label="What changes">
      {changes.map(({ step, field, before, after }) => (
        <li key={`${step ?? ""} ${field}`} className="grid gap-1">
          <b>
            {step === undefined ? "The procedure" : `Step ${step}`}, {nameWords(field).toLowerCase()}
          </b>
          <div className="grid gap-2 md:grid-cols-2">
            <Value label="Before" value={before} />
            <Value label="After" value={after} />
          </div>
        </li>
      ))}
    </Lines>
  );
}

function Value({ label, value }: { label: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <span className="text-xs text-fg-3">{label}</span>
      <pre className="m-0 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {value === undefined ? "not there" : typeof value === "string" ? value : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
