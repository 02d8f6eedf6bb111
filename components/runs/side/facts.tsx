"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { Segmented, yesNoUnknown } from "#components/ui/segmented.tsx";
import { Words } from "#components/ui/words.tsx";
import { whyNot } from "#lib/client/offers/offer.ts";
import { decidedBy } from "#lib/client/run/decided-by.ts";
import { lateWords } from "#lib/client/run/late-words.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import type { Answer } from "#lib/domain/condition.ts";
import { can } from "#lib/domain/grants.ts";
import type { Fact, Procedure } from "#lib/domain/procedure.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { row, t } from "#lib/words/t.ts";

/** What the procedure asks, what was answered, and which steps that decides. The commander may answer again. */
export function Facts() {
  const { procedure, run, person } = useRunDesk();
  const [asking, setAsking] = useState<string | null>(null);
  if (procedure.facts.length === 0) return null;
  const mayAnswer = can(person.role, "run.command") && !isOver(run.status);
  return (
    <Section
      title={t("Facts")}
      end={decides(procedure) && <span className="text-xs text-fg-3">{t("decide steps")}</span>}
    >
      <ul>
        {procedure.facts.map((fact) => (
          <FactLine
            key={fact.key}
            fact={fact}
            mayAnswer={mayAnswer}
            open={asking === fact.key}
            onOpen={(open) => setAsking(open ? fact.key : null)}
          />
        ))}
      </ul>
      <GivenAtFirst />
    </Section>
  );
}

/** Most are answered as the run is created: that is told once for all of them. */
function GivenAtFirst() {
  const { procedure, run } = useRunDesk();
  const given = procedure.facts.filter(
    ({ key }) => (run.facts[key] ?? "unknown") !== "unknown" && !lastAnswer(run, key),
  );
  if (given.length === 0) return null;
  return (
    <p className="mt-1 text-xs text-fg-3">
      <Words
        of={
          given.length === procedure.facts.length
            ? "All answered as the run was created, {time}"
            : "Where nobody is named: answered as the run was created, {time}"
        }
        with={{ time: <Time at={run.createdAt} /> }}
      />
    </p>
  );
}

const lastAnswer = ({ answers }: Run, fact: string) => answers.findLast((answer) => answer.fact === fact);

const decides = (procedure: Procedure): boolean =>
  procedure.facts.some(({ key }) => decidedBy(procedure, key).length > 0);

type FactLineProps = { fact: Fact; mayAnswer: boolean; open: boolean; onOpen: (open: boolean) => void };

function FactLine({ fact, mayAnswer, open, onOpen }: FactLineProps) {
  const { procedure, run } = useRunDesk();
  const asks = useRef<HTMLButtonElement>(null);
  const answer = run.facts[fact.key] ?? "unknown";
  const said = lastAnswer(run, fact.key);
  const close = () => {
    onOpen(false);
    asks.current?.focus();
  };
  const words = <b className={answer === "unknown" ? "text-wait" : ""}>{t(answer)}</b>;
  return (
    <li className="border-t border-line py-1 first:border-t-0">
      <div className="grid min-h-6 grid-cols-[minmax(0,1fr)_auto_4.5rem] items-center gap-3 touch:min-h-11">
        <span>{fact.label}</span>
        {mayAnswer ? (
          <button
            ref={asks}
            type="button"
            aria-expanded={open}
            aria-label={t("{fact}: {answer}. Answer again", { fact: fact.label, answer: t(answer) })}
            onClick={() => onOpen(!open)}
            className="rounded px-1 underline decoration-line-2 underline-offset-2 hover:bg-hover touch:min-h-11"
          >
            {words}
          </button>
        ) : (
          words
        )}
        <span className="text-right text-fg-3">{row(decidedBy(procedure, fact.key))}</span>
      </div>
      {said && (
        <p className="text-xs text-fg-3">
          <Words of="{person}, {time}" with={{ person: said.by.name, time: <Time at={said.at} /> }} />
        </p>
      )}
      {open && mayAnswer && <AnswerAgain fact={fact} answer={answer} onDone={close} />}
    </li>
  );
}

function AnswerAgain({ fact, answer, onDone }: { fact: Fact; answer: Answer; onDone: () => void }) {
  const desk = useRunDesk();
  const sender = useCommand(desk.run.id);
  const [chosen, setChosen] = useState<Answer>(answer);
  const send = async () => {
    if (await sender.send({ type: "fact.answer", fact: fact.key, answer: chosen })) onDone();
  };
  const command = { type: "fact.answer", fact: fact.key, answer: chosen } as const;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it hears the key
    <div onKeyDown={leave} className="mb-2 grid justify-items-start gap-2 rounded border border-line bg-surface p-3">
      <p className="font-medium">{fact.question}</p>
      <Segmented label={fact.question} options={yesNoUnknown} value={chosen} onChange={setChosen} />
      <div role="status" className="grid gap-1 font-medium text-wait empty:hidden">
        {lateWords(desk.procedure, desk.run, { fact: fact.key, answer: chosen }).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          blocked={desk.readOnly ?? whyNot(desk, command)}
          pending={sender.pending !== null && t("Answering…")}
          onClick={() => void send()}
        >
          {t("Answer “{answer}”", { answer: t(chosen) })}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t("Back")}
        </Button>
      </div>
      <CommandRefusal sender={sender} />
    </div>
  );
}
