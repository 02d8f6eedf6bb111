"use client";

import { useId } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row } from "#components/ui/rows.tsx";
import { whyNot } from "#lib/client/offers/offer.ts";
import { consequenceOf } from "#lib/client/run/decided-by.ts";
import { lateWords } from "#lib/client/run/late-words.ts";
import { type CommandSender, useCommand } from "#lib/client/run/use-command.ts";
import { can } from "#lib/domain/grants.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { standing } from "#lib/domain/run/standing.ts";
import { openFacts } from "#lib/domain/run/sub-steps.ts";
import { t } from "#lib/words/t.ts";

/** The lines of a step are worked on. */
const atWork: readonly ShownState[] = ["in_progress", "awaiting_confirmation", "awaiting_approval"];

/** An undecided step, or one with undecided lines, asks its question and offers the two answers as sentences. */
export function DecideFacts({ step, state, shown }: StepPartProps) {
  const { run, procedure } = useRunDesk();
  const sender = useCommand(run.id);
  const open =
    shown === "undecided"
      ? standing(run, step).because.map(({ fact }) => fact)
      : atWork.includes(shown)
        ? openFacts(run, step, state)
        : [];
  const asked = procedure.facts.filter(({ key }) => open.includes(key));
  return (
    <>
      {asked.map((fact) => (
        <Row key={fact.key} label={t("Answer")}>
          <p className="mb-1.5 font-medium">{fact.question}</p>
          <Answers fact={fact.key} sender={sender} />
        </Row>
      ))}
      {sender.refusal && (
        <Row label="">
          <CommandRefusal sender={sender} />
        </Row>
      )}
    </>
  );
}

const answers = ["yes", "no"] as const;

function Answers({ fact, sender }: { fact: string; sender: CommandSender }) {
  const desk = useRunDesk();
  const { run, procedure, person, readOnly } = desk;
  const reasonId = useId();
  if (!can(person.role, "run.command"))
    return (
      <p className="text-fg-2">{t("{person} answers this.", { person: nameIn(run, run.commander, "run.command") })}</p>
    );
  const blocked = readOnly ?? whyNot(desk, { type: "fact.answer", fact, answer: "yes" });
  const late = answers.flatMap((answer) =>
    lateWords(procedure, run, { fact, answer }).map((words) =>
      t("{answer}: {consequence}", { answer: t(answer), consequence: words }),
    ),
  );
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {answers.map((answer) => (
        <Button
          key={answer}
          blocked={blocked}
          reasonAt={reasonId}
          pending={sender.pending?.type === "fact.answer" && sender.pending.answer === answer && t("Answering…")}
          onClick={() => void sender.send({ type: "fact.answer", fact, answer })}
        >
          {t(answer === "yes" ? "Yes: {consequence}" : "No: {consequence}", {
            consequence: consequenceOf(procedure, run, { fact, answer }),
          })}
        </Button>
      ))}
      {late.map((words) => (
        <p key={words} className="w-full font-medium text-wait">
          {words}
        </p>
      ))}
      {blocked && (
        <span id={reasonId} className="self-center text-fg-2">
          {blocked}
        </span>
      )}
    </div>
  );
}
