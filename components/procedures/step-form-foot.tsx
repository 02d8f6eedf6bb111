import { CircleAlert } from "lucide-react";
import { useRef } from "react";
import { isBehind, type Reopened, type useStepForm } from "#components/procedures/use-step-form.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { FootBar } from "#components/ui/foot-bar.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { errorWords } from "#lib/client/error-words.ts";
import { fieldWord } from "#lib/client/procedures/field-word.ts";
import { row, t, tn } from "#lib/words/t.ts";

type StepFormFootProps = Pick<ReturnType<typeof useStepForm>, "wrong" | "keeping" | "reopening" | "reopened">;

/** Why it is not kept, or what keeping it will do. */
export function StepFormFoot({ wrong, keeping, reopening, reopened }: StepFormFootProps) {
  const error = reopening.error ?? keeping.error;
  const isRefused = error !== null || wrong.size > 0;
  const keepButton = useRef<HTMLButtonElement>(null);
  // The button that was pressed goes.
  const openAgain = () => reopening.mutate(undefined, { onSuccess: () => keepButton.current?.focus() });
  return (
    <FootBar
      action={
        <Actions>
          {isBehind(keeping.error) && (
            <Button look="primary" pending={reopening.isPending && t("Loading…")} onClick={openAgain}>
              {t("Open again, keep what I entered")}
            </Button>
          )}
          <Button
            ref={keepButton}
            type="submit"
            form="step"
            look={isBehind(keeping.error) ? "normal" : "primary"}
            pending={keeping.isPending && t("Keeping…")}
          >
            {t("Keep in the draft")}
          </Button>
        </Actions>
      }
    >
      {isRefused && (
        <span role="alert" className="flex items-start gap-2 font-medium text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
          {error
            ? errorWords(error).sentence
            : tn("{count} field needs correcting.", "{count} fields need correcting.", wrong.size)}
        </span>
      )}
      <span role="status">
        {!isRefused &&
          (reopened
            ? reopenedWords(reopened)
            : t("It goes into the draft. Nothing changes for runs until that is published."))}
      </span>
    </FootBar>
  );
}

function reopenedWords(reopened: Reopened) {
  if (reopened === "gone")
    return t("The step is no longer in the procedure. What you entered stands here as long as this page is open.");
  const named = (names: readonly string[]) => ({ fields: row(names.map((name) => fieldWord("step", name))) });
  const { taken, kept } = reopened;
  return (
    <Sentences>
      {taken.length > 0 && t("Others have changed {fields}: theirs stands here now.", named(taken))}
      {kept.length > 0 && t("Others have changed {fields} too: yours is kept.", named(kept))}
      {taken.length + kept.length === 0 && t("Others changed nothing in this step.")}
    </Sentences>
  );
}
