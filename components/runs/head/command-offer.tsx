"use client";

import { Handshake } from "lucide-react";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { pressOffer } from "#components/runs/press-offer.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { commandAnswers } from "#lib/client/offers/asked-offers.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import { isCommanded } from "#lib/domain/run/able.ts";
import { t } from "#lib/words/t.ts";

/** Command is offered and not answered: until it is accepted, who offers it commands. */
export function CommandOffer() {
  const desk = useRunDesk();
  const { run, person, readOnly, ask } = desk;
  const sender = useCommand(run.id);
  const { commandOffer } = run;
  if (!commandOffer) return null;
  const { by, to } = commandOffer;
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
            {commandAnswers(desk).map((offer) => (
              <Button
                key={offer.label}
                look={offer.look}
                blocked={readOnly ?? offer.blocked}
                pending={sender.pending?.type === offer.command.type && t("Sending…")}
                onClick={() => pressOffer(offer, null, { ask, send: sender.send })}
              >
                {offer.label}
              </Button>
            ))}
          </span>
        }
      >
        {isCommanded(run) && t("Until it is accepted, {person} commands.", { person: by.name })}
      </Alert>
      <CommandRefusal sender={sender} />
    </>
  );
}
