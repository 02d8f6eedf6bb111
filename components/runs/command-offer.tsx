"use client";

import { Handshake } from "lucide-react";
import { Refusal } from "#components/runs/refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { draft, LATER } from "#lib/client/offer.ts";
import { useCommand } from "#lib/client/use-command.ts";
import { t } from "#lib/words/t.ts";

/** Command is offered and not answered: until it is accepted, who offers it commands. */
export function CommandOffer() {
  const { run, person, readOnly, ask } = useRunDesk();
  const sender = useCommand(run.id);
  const { commandOffer } = run;
  if (!commandOffer) return null;
  const { by, to } = commandOffer;
  const decline = draft({ type: "command.decline", reason: LATER }, t("Decline…"), { reason: true });
  const pending = sender.pending !== null && t("Sending…");
  return (
    <>
      <Alert
        shape="band"
        tone="wait"
        live="assertive"
        icon={<Handshake aria-hidden />}
        title={
          to.id === person.id
            ? t("{person} offers you command.", { person: by.name })
            : t("Command is offered to {person}.", { person: to.name })
        }
        action={
          <span className="flex flex-wrap gap-2">
            {to.id === person.id && (
              <>
                <Button
                  look="primary"
                  blocked={readOnly}
                  pending={pending}
                  onClick={() => void sender.send({ type: "command.accept" })}
                >
                  {t("Accept command")}
                </Button>
                <Button blocked={readOnly} onClick={() => ask({ ...decline, blocked: null }, null)}>
                  {t("Decline…")}
                </Button>
              </>
            )}
            {run.commander.id === person.id && (
              <Button
                blocked={readOnly}
                pending={pending}
                onClick={() => void sender.send({ type: "command.withdraw" })}
              >
                {t("Take the offer back")}
              </Button>
            )}
          </span>
        }
      >
        {t("Until it is accepted, {person} commands.", { person: by.name })}
      </Alert>
      <Refusal sender={sender} />
    </>
  );
}
