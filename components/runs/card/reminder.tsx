"use client";

import { BellRing } from "lucide-react";
import { useId } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { remindedWords } from "#lib/client/events/people-event-words.ts";
import { isAnybodysRemindable, isRemindable, unansweredBut } from "#lib/client/run/reminders.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import { can } from "#lib/domain/grants.ts";
import { ROLL_CALL, remindAgainAt } from "#lib/domain/run/remind.ts";
import { t } from "#lib/words/t.ts";

/** Of a step that waits for somebody by name, or whose gate does. */
export function StepReminder({ step }: StepPartProps) {
  const desk = useRunDesk();
  if (!can(desk.person.role, "run.operate") || !isRemindable(desk, step.number)) return null;
  return (
    <Row label={t("Reminder")}>
      <Remind step={step.number} />
    </Row>
  );
}

/** Of a step that anybody may do. Under its buttons, which do not move when it is begun. */
export function AnybodysReminder({ step }: StepPartProps) {
  const desk = useRunDesk();
  if (!can(desk.person.role, "run.operate") || !isAnybodysRemindable(desk, step.number)) return null;
  return (
    <Row label={t("Reminder")}>
      <Remind
        step={step.number}
        tells={t("Sends a message again to whoever takes part and may do it, or else to the commander.")}
      />
    </Row>
  );
}

/** Of those who have not answered the roll call. */
export function RollCallReminder() {
  const desk = useRunDesk();
  if (!can(desk.person.role, "run.operate") || !unansweredBut(desk)) return null;
  return (
    <div className="mt-2">
      <Remind />
    </div>
  );
}

/** One press; who was reminded and until when nobody is again stands beside it, in room that is kept for it. */
function Remind({ step, tells }: { step?: string; tells?: string }) {
  const { run, readOnly } = useRunDesk();
  const sender = useCommand(run.id);
  const noteId = useId();
  const of = step ?? ROLL_CALL;
  const last = run.reminded[of];
  const againAt = remindAgainAt(run, of, useServerNow(1_000));
  const told = last && { who: last.by.name, told: remindedWords({ ...last, step }), time: <Time at={last.at} alone /> };
  return (
    <div className="flex items-start gap-x-3 print:hidden">
      <Button
        size="small"
        icon={<BellRing aria-hidden />}
        blocked={readOnly ?? (againAt && t("They can be reminded again later."))}
        reasonAt={noteId}
        pending={sender.pending !== null && t("Reminding…")}
        aria-label={step === undefined ? t("Remind of the roll call") : t("Remind of step {step}", { step })}
        aria-describedby={noteId}
        onClick={() => void sender.send({ type: "people.remind", ...(step !== undefined && { step }) })}
      >
        {t("Remind")}
      </Button>
      <span id={noteId} className="min-h-10 min-w-0 flex-1 text-fg-2 max-md:min-h-15">
        {readOnly && `${readOnly} `}
        {!told && !readOnly && (tells ?? t("Sends a message again to those it waits for."))}
        {told &&
          (againAt ? (
            <Words
              of="{who} {told}, {time}. Again from {again}."
              with={{ ...told, again: <Time at={againAt} alone /> }}
            />
          ) : (
            <Words of="{who} {told}, {time}." with={told} />
          ))}
        <CommandRefusal sender={sender} />
      </span>
    </div>
  );
}
