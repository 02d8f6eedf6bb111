"use client";

import { Check, Minus, X } from "lucide-react";
import type { ReactNode } from "react";
import { BasisTag } from "#components/runs/card/remarks.tsx";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Time } from "#components/shell/time.tsx";
import { CommandLine } from "#components/ui/command-line.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { gateNames, voteWords, whoDecides } from "#lib/client/run/gate-words.ts";
import { placeWords } from "#lib/client/run/run-places.ts";
import type { Gate } from "#lib/domain/gate.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import { agreedOn, gateOf } from "#lib/domain/run/gate.ts";
import type { GateState, Vote } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** Why the gate is open or shut: what was asked and by whom, who has voted, who is still asked, since when. */
export function GateRows({ step, state, shown }: StepPartProps) {
  const { run, procedure } = useRunDesk();
  const gate = gateOf(run, step);
  if (!gate || shown === "not_applicable") return null;
  const { gate: at } = state;
  return (
    <>
      <Row
        label={
          <>
            {t(gateNames[gate.kind])} <BasisTag step={step} field="gate" />
          </>
        }
      >
        {at?.opened ? (
          <Opened gate={gate} at={at} opened={at.opened} />
        ) : shown === "awaiting_approval" ? (
          <Asked gate={gate} at={at} />
        ) : (
          <span className="text-fg-2">{before(gate, (by) => whoDecides(procedure, by))}</span>
        )}
      </Row>
      {at?.how && agreedOn(state) && (shown === "awaiting_approval" || shown === "ready") && (
        <Row label={t("Asked for")}>
          {at.how.byHand || !step.action
            ? t("To be done by hand at {place}", { place: placeWords(run, at.how.role) })
            : t("The command below at {place}", { place: placeWords(run, at.how.role) })}
          {Object.entries(at.how.inputs).map(([name, value]) => (
            <CommandLine key={name} args={[name, value]} />
          ))}
        </Row>
      )}
      {(gate.kind === "poll" ? gate.of.length > 0 && at : at && at.votes.length > 0) && (
        <Row label={t("Votes")}>
          <ul className="grid gap-1">
            {gate.kind === "poll"
              ? gate.of.map((position) => <Position key={position} position={position} votes={at?.votes ?? []} />)
              : at?.votes.map((vote) => (
                  <li key={vote.by.id}>
                    <Said vote={vote} />
                  </li>
                ))}
          </ul>
        </Row>
      )}
    </>
  );
}

/** What will have to be decided. */
function before(gate: Gate, who: (by: Extract<Gate, { kind: "approval" }>["by"]) => string): string {
  switch (gate.kind) {
    case "approval":
      return gate.quorum > 1
        ? t("{count} times {who}, before it starts. Somebody asks, somebody else approves.", {
            count: gate.quorum,
            who: who(gate.by),
          })
        : t("{who}, before it starts. Somebody asks, somebody else approves.", { who: who(gate.by) });
    case "hold":
      return t("Held until {who} releases it.", { who: gate.by ? who(gate.by) : t("the commander") });
    case "poll":
      return gate.of.length > 0
        ? t("Each position votes, then the commander decides.")
        : t("The commander decides before it starts.");
  }
}

function Asked({ gate, at }: { gate: Gate; at: GateState | undefined }) {
  const { run, procedure, person } = useRunDesk();
  const commander =
    run.commander.id === person.id
      ? t("You")
      : t("{person}, commander", { person: nameIn(run, run.commander, "run.command") });
  return (
    <>
      <b>{stillAsked(gate, at, { commander, who: (by) => whoDecides(procedure, by) })}</b>
      <span className="block text-fg-2">
        <AskedWords at={at} />
      </span>
    </>
  );
}

function AskedWords({ at }: { at: GateState | undefined }) {
  if (!at) return t("Asked. Silence is not a yes.");
  const told = {
    person: at.askedBy?.name,
    time: <Time at={at.askedAt} precision="second" />,
    until: at.until && <Time at={at.until} precision="second" />,
  };
  if (at.askedBy) {
    return at.until ? (
      <Words of="Asked by {person} {time}, until {until}. Silence is not a yes." with={told} />
    ) : (
      <Words of="Asked by {person} {time}. Silence is not a yes." with={told} />
    );
  }
  return at.until ? (
    <Words of="Asked {time}, until {until}. Silence is not a yes." with={told} />
  ) : (
    <Words of="Asked {time}. Silence is not a yes." with={told} />
  );
}

type Names = { commander: string; who: (by: Extract<Gate, { kind: "approval" }>["by"]) => string };

function stillAsked(gate: Gate, at: GateState | undefined, { commander, who }: Names): string {
  switch (gate.kind) {
    case "approval": {
      const approved = at?.votes.filter(({ vote }) => vote === "approve").length ?? 0;
      return t("{approved} of {quorum} approved. Still asked: {who}.", {
        approved,
        quorum: gate.quorum,
        who: who(gate.by),
      });
    }
    case "hold":
      return t("Held. To release it: {who}.", { who: gate.by ? who(gate.by) : commander });
    case "poll": {
      const missing = gate.of.filter((position) => !at?.votes.some((vote) => vote.position === position)).length;
      return missing > 0
        ? t("{voted} of {votes} voted. To decide then: {who}.", {
            voted: gate.of.length - missing,
            votes: gate.of.length,
            who: commander,
          })
        : t("To decide: {who}.", { who: commander });
    }
  }
}

function Opened({ gate, at, opened }: { gate: Gate; at: GateState; opened: NonNullable<GateState["opened"]> }) {
  const what = opened.broken
    ? t("GLASS BROKEN")
    : gate.kind === "approval"
      ? t("Approved")
      : gate.kind === "poll"
        ? t("Go")
        : t("Released");
  return (
    <>
      <Words
        of="{decision} by {person}, {time}"
        with={{
          decision: <b className={opened.broken ? "text-bad" : undefined}>{what}</b>,
          person: opened.by.name,
          time: <Time at={opened.at} precision="second" />,
        }}
      />
      {opened.reason && <span className="block">{t("“{words}”", { words: opened.reason })}</span>}
      {gate.kind === "approval" && at.until && !opened.broken && (
        <span className="block text-fg-2">
          <Words of="To be started by {time}" with={{ time: <Time at={at.until} precision="second" /> }} />
        </span>
      )}
    </>
  );
}

function Position({ position, votes }: { position: string; votes: readonly Vote[] }) {
  const { run, procedure } = useRunDesk();
  const filled = run.positions[position];
  const holder = filled?.person?.name ?? filled?.deputy?.name;
  const vote = votes.find((each) => each.position === position);
  return (
    <li>
      <span className="text-fg-2">{positionTitle(procedure, position)}: </span>
      {vote ? (
        <Said vote={vote} />
      ) : (
        <Outcome tone="wait" icon={<Minus aria-hidden />}>
          {holder ? t("{person} has not voted", { person: holder }) : t("unfilled, no vote")}
        </Outcome>
      )}
    </li>
  );
}

function Said({ vote }: { vote: Vote }): ReactNode {
  const yes = vote.vote === "approve" || vote.vote === "go";
  return (
    <>
      <Outcome tone={yes ? "done" : "bad"} icon={yes ? <Check aria-hidden /> : <X aria-hidden />}>
        {t(voteWords[vote.vote])}
      </Outcome>{" "}
      <Words of="{person}, {time}" with={{ person: vote.by.name, time: <Time at={vote.at} precision="second" /> }} />
      {vote.reason && <span className="block text-fg-2">{t("“{words}”", { words: vote.reason })}</span>}
    </>
  );
}
