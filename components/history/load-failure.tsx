import { RefreshCw, TriangleAlert } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoAnswerError } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { t } from "#lib/words/t.ts";

type LoadFailureProps = {
  /** What could not be read: "The history". */
  what: string;
  error: unknown;
  retry: () => void;
};

export function LoadFailure({ what, error, retry }: LoadFailureProps) {
  return (
    <EmptyState
      icon={<TriangleAlert aria-hidden />}
      title={t("{what} could not be read", { what })}
      action={
        <Button icon={<RefreshCw aria-hidden />} onClick={retry}>
          {t("Try again")}
        </Button>
      }
    >
      <p>{error instanceof NoAnswerError ? error.message : errorWords(error).sentence}</p>
    </EmptyState>
  );
}
