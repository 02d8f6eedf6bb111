import type { ReactNode } from "react";
import { BasisTag } from "#components/runs/card/remarks.tsx";
import { Row } from "#components/ui/rows.tsx";
import type { Step } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

/** How a step is done; what is written of it comes as it is to be read. */
export function Instructions({ step, children }: { step: Step; children: ReactNode }) {
  if (!step.instructions) return null;
  return (
    <Row
      label={
        <>
          {t("Instructions")} <BasisTag step={step} field="instructions" />
        </>
      }
    >
      {children}
    </Row>
  );
}
