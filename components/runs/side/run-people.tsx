"use client";

import { Check, Hourglass, Phone, UserX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { RollCallReminder } from "#components/runs/card/reminder.tsx";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Contacts } from "#components/runs/side/contacts.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Section } from "#components/ui/section.tsx";
import { Words } from "#components/ui/words.tsx";
import { fillOffer } from "#lib/client/offers/fill-offer.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import type { Who } from "#lib/domain/instant.ts";
import { isCommanded, whyUnable } from "#lib/domain/run/able.ts";
import { holdersOf, roll } from "#lib/domain/run/assignee.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Who fills which position, and who has answered the roll call. */
export function RunPeople() {
  const { procedure, run, person } = useRunDesk();
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (location.hash === "#people") place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const asked = roll(procedure, run);
  const positions = procedure.positions ?? [];
  if (positions.length === 0 && asked.length === 0) return null;
  const here = asked.filter(({ id }) => run.presence[id]).length;
  const filling = new Set(positions.flatMap(({ key }) => holdersOf(run, { position: key }).map(({ id }) => id)));
  return (
    <div ref={place}>
      <Section
        title={t("People")}
        note={asked.length > 0 ? t("{here} of {all} here", { here, all: asked.length }) : undefined}
        end={
          <Button size="small" look="plain" icon={<Phone aria-hidden />} onClick={() => setAsking(true)}>
            {t("Contacts…")}
          </Button>
        }
      >
        <ul className="grid gap-1.5" aria-label={t("People of this run")}>
          {positions.map(({ key, title }) => (
            <Position key={key} position={key} title={title} />
          ))}
          {asked
            .filter(({ id }) => !filling.has(id))
            .map((who) => (
              <li key={who.id} className="flex flex-wrap items-baseline gap-x-2">
                <PersonHere who={who} />
              </li>
            ))}
        </ul>
        <RollCallReminder />
        {person.id !== run.commander.id && asked.length === 0 && isCommanded(run) && !isOver(run.status) && (
          <p className="text-fg-3">{t("{person} fills them.", { person: run.commander.name })}</p>
        )}
      </Section>
      {asking && <Contacts onClose={() => setAsking(false)} />}
    </div>
  );
}

function Position({ position, title }: { position: string; title: string }) {
  const desk = useRunDesk();
  const { run, person, readOnly, ask } = desk;
  const { person: holder, deputy } = run.positions[position] ?? {};
  const offer = run.commander.id === person.id && !isOver(run.status) ? fillOffer(desk, position, title) : null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-2">
      <span className="min-w-0">
        <span className="text-fg-2">{title}: </span>
        {holder ? <PersonHere who={holder} /> : <b className="text-wait">{t("nobody")}</b>}
        {deputy && (
          <span className="block pl-3">
            <span className="text-fg-3">{t("deputy")} </span>
            <PersonHere who={deputy} />
          </span>
        )}
      </span>
      {offer && (
        <Button
          size="small"
          look="plain"
          blocked={readOnly}
          aria-label={t("Fill {position}", { position: title })}
          onClick={() => ask(offer, null)}
        >
          {t("Fill…")}
        </Button>
      )}
    </li>
  );
}

/** The commander may say it for somebody who answered by radio or telephone. */
function PersonHere({ who }: { who: Who }) {
  const { run, person, readOnly } = useRunDesk();
  const sender = useCommand(run.id);
  const present = run.presence[who.id];
  const why = whyUnable(run, who.id, "run.note");
  const mayMark = why === null && run.commander.id === person.id && who.id !== person.id && !isOver(run.status);
  return (
    <>
      <b>{who.name}</b>{" "}
      {why !== null ? (
        <Outcome tone="wait" icon={<UserX aria-hidden />}>
          {why}
        </Outcome>
      ) : present ? (
        <Outcome tone="done" icon={<Check aria-hidden />}>
          <Words of="here, {time}" with={{ time: <Time at={present.at} /> }} />
        </Outcome>
      ) : (
        <Outcome tone="wait" icon={<Hourglass aria-hidden />}>
          {t("not yet")}
        </Outcome>
      )}{" "}
      {!present && mayMark && (
        <Button
          size="small"
          blocked={readOnly}
          pending={sender.pending !== null && t("Marking…")}
          aria-label={t("Mark as here: {person}", { person: who.name })}
          onClick={() => void sender.send({ type: "presence.confirm", person: who.id })}
        >
          {t("Mark as here")}
        </Button>
      )}
      <CommandRefusal sender={sender} />
    </>
  );
}
