import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import type { CommandSender } from "#lib/client/run/use-command.ts";
import { t } from "#lib/words/t.ts";

type CommandRefusalProps = {
  sender: CommandSender;
  /** The sentence, where it is more than text. */
  children?: ReactNode;
};

/** Why the last command was not done, beside where it was pressed. */
export function CommandRefusal({ sender, children }: CommandRefusalProps) {
  const { refusal, retry, dismiss } = sender;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
      {refusal && (
        <>
          <Outcome tone="bad" icon={<X aria-hidden />}>
            {retry ? t("No answer") : t("Refused")}
          </Outcome>
          <span className="min-w-0">{children ?? refusal}</span>
          {retry ? (
            <Button size="small" onClick={() => void retry()}>
              {t("Try again")}
            </Button>
          ) : (
            <Button size="small" look="plain" onClick={dismiss}>
              {t("Close")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
