import { Row } from "#components/ui/rows.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { basisWords, fieldWords } from "#lib/client/run/provenance-words.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { row, t } from "#lib/words/t.ts";

/** Where each part of the step comes from that is not the published text itself. */
export function Basis({ step }: { step: Step }) {
  if (step.provenance.length === 0) return null;
  const fields = step.provenance.map(({ field }) => t(fieldWords[field]).toLowerCase());
  return (
    <Row label={t("Basis")}>
      <details className="text-fg-2">
        <summary className="w-fit rounded underline decoration-line-2 underline-offset-2 min-h-6 touch:min-h-8">
          {t("Not in the published text: {fields}", { fields: row(fields) })}
        </summary>
        <ul className="mt-1 grid gap-1">
          {step.provenance.map(({ field, basis, note }) => (
            <li key={`${field} ${note}`}>
              <Sentences>
                <b className="text-fg">
                  {t("{field}, {basis}.", { field: t(fieldWords[field]), basis: t(basisWords[basis]) })}
                </b>
                {note}
              </Sentences>
            </li>
          ))}
        </ul>
      </details>
    </Row>
  );
}
