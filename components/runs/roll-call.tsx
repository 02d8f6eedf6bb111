"use client";

import { Check, UserCheck } from "lucide-react";
import { Refusal } from "#components/runs/refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { useCommand } from "#lib/client/use-command.ts";
import { can } from "#lib/domain/grants.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** One press, for whom the roll call asks. */
export function RollCall() {
  const { procedure, run, person, readOnly } = useRunDesk();
  const sender = useCommand(run.id);
  const asked = roll(procedure, run).some(({ id }) => id === person.id);
  if (!asked || run.presence[person.id] || isOver(run.status) || !can(person.role, "run.note")) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-wait-tint px-4 py-1.5">
      <UserCheck aria-hidden className="size-4.5 flex-none text-wait" />
      <b className="flex-1 text-wait">{t("Roll call.")}</b>
      <Button
        look="primary"
        icon={<Check aria-hidden />}
        blocked={readOnly}
        pending={sender.pending !== null && t("Sending…")}
        onClick={() => void sender.send({ type: "presence.confirm" })}
      >
        {t("I am here")}
      </Button>
      <Refusal sender={sender} />
    </div>
  );
}
