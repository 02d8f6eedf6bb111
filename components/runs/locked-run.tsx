"use client";

import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { RunLinks } from "#components/ui/run-links.tsx";
import { consequenceWords } from "#lib/client/offers/consequence-words.ts";
import { lockBreaker } from "#lib/client/offers/lock-breaker.ts";
import type { CommandSender } from "#lib/client/run/use-command.ts";
import { joined } from "#lib/words/t.ts";

/** Another run holds the procedure or the sites: whoever starts all the same says why, to everybody. */
export function LockedRun({ sender }: { sender: CommandSender }) {
  const desk = useRunDesk();
  const offer = lockBreaker(desk);
  const consequence = joined(sender.refusal, offer && consequenceWords(offer.command, desk.run));
  return (
    <CommandRefusal sender={sender}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span>{sender.refusal && <RunLinks>{sender.refusal}</RunLinks>}</span>
        {offer && (
          <Button look="danger" onClick={() => desk.ask({ ...offer, consequence }, null)}>
            {offer.label}
          </Button>
        )}
      </span>
    </CommandRefusal>
  );
}
