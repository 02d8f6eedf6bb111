import { memo } from "react";
import Markdown from "react-markdown";
import { BasisTag } from "#components/runs/remarks.tsx";
import { Row } from "#components/ui/rows.tsx";
import type { Step } from "#lib/domain/procedure.ts";

/** Headings inside a card would break the page's outline; a picture would be fetched from elsewhere. */
const unwanted = ["h1", "h2", "h3", "h4", "h5", "h6", "img"];

/** Kept as it is while the run goes on: reading Markdown takes longer than all else in a card. */
export const Instructions = memo(function Instructions({ step }: { step: Step }) {
  if (!step.instructions) return null;
  return (
    <Row
      label={
        <>
          Instructions <BasisTag step={step} field="instructions" />
        </>
      }
    >
      <div className="grid max-w-[80ch] gap-2 [&_a]:text-link [&_a]:underline [&_code]:font-mono [&_code]:text-[0.78125rem] [&_ol]:list-decimal [&_ol]:pl-5 [&_pre]:overflow-x-auto [&_pre]:rounded [&_pre]:bg-sunken [&_pre]:p-2 [&_ul]:list-disc [&_ul]:pl-5">
        <Markdown disallowedElements={unwanted} unwrapDisallowed skipHtml>
          {step.instructions}
        </Markdown>
      </div>
    </Row>
  );
});
