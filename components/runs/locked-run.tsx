"use client";

import { Refusal } from "#components/runs/refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import { Button } from "#components/ui/button.tsx";
import { RunLinks } from "#components/ui/run-links.tsx";
import type { CommandSender } from "#lib/client/run/use-command.ts";

/** Another run holds the procedure or the sites: whoever starts all the same says why, to everybody. */
export function LockedRun({ sender }: { sender: CommandSender }) {
  const { ask } = useRunDesk();
  const { lockBreaker } = useRunOffers();
  return (
    <>
      <Refusal sender={sender}>{sender.refusal && <RunLinks>{sender.refusal}</RunLinks>}</Refusal>
      {lockBreaker && (
        <Button look="danger" onClick={() => ask(lockBreaker, null)}>
          {lockBreaker.label}
        </Button>
      )}
    </>
  );
}
