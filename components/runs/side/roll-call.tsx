"use client";

import { Check, UserCheck } from "lucide-react";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { type RunDesk, useRunDesk } from "#components/runs/run-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { rollCallAnswer } from "#lib/client/offers/asked-offers.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import { t } from "#lib/words/t.ts";

/** Who wants to know, and what for. */
function whoAsks({ run, person }: RunDesk): string {
  const { commander } = run;
  return commander.id === person.id
    ? t("Everybody with a part in this run says that they are here.")
    : t("{commander} asks who is here for this run.", { commander: commander.name });
}

/** One press, for whom the roll call asks. */
export function RollCall() {
  const desk = useRunDesk();
  const sender = useCommand(desk.run.id);
  const answer = rollCallAnswer(desk);
  if (!answer) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-wait-tint px-4 py-1.5">
      <UserCheck aria-hidden className="size-4.5 flex-none text-wait" />
      <p className="min-w-0 flex-1">
        <b className="text-wait">{t("Roll call.")}</b> {whoAsks(desk)}
      </p>
      <Button
        icon={<Check aria-hidden />}
        blocked={desk.readOnly ?? answer.blocked}
        pending={sender.pending !== null && t("Sending…")}
        onClick={() => void sender.send(answer.command)}
      >
        {answer.label}
      </Button>
      <CommandRefusal sender={sender} />
    </div>
  );
}
