"use client";

import { Check, UserCheck } from "lucide-react";
import { Refusal } from "#components/runs/refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Alert } from "#components/ui/alert.tsx";
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
    <>
      <Alert
        shape="band"
        tone="wait"
        icon={<UserCheck aria-hidden />}
        title={t("Roll call.")}
        action={
          <Button
            look="primary"
            icon={<Check aria-hidden />}
            blocked={readOnly}
            pending={sender.pending !== null && t("Sending…")}
            onClick={() => void sender.send({ type: "presence.confirm" })}
          >
            {t("I am here")}
          </Button>
        }
      >
        {t("Say that you are here.")}
      </Alert>
      <Refusal sender={sender} />
    </>
  );
}
