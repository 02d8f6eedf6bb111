"use client";

import { Check, Minus, X } from "lucide-react";
import type { ReactNode } from "react";
import { BasisTag } from "#components/runs/remarks.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepPartProps } from "#components/runs/step-body.tsx";
import { Time } from "#components/shell/time.tsx";
import { CommandLine } from "#components/ui/command-line.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Row } from "#components/ui/rows.tsx";
import { gateNames, voteWords, whoDecides } from "#lib/client/gate-words.ts";
import { placeWords } from "#lib/client/run-places.ts";
import type { Gate } from "#lib/domain/gate.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import { gateOf } from "#lib/domain/run/gate.ts";
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
      {at?.how && shown === "awaiting_approval" && (
        <Row label="Asked for">
          {at.how.byHand || !at.how.command ? "To be done by hand" : "The command below"} at{" "}
          {placeWords(run, at.how.role)}
          {Object.entries(at.how.inputs).map(([name, value]) => (
            <CommandLine key={name} args={[name, value]} />
          ))}
        </Row>
      )}
      {(gate.kind === "poll" ? gate.of.length > 0 && at : at && at.votes.length > 0) && (
        <Row label="Votes">
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
      return `${gate.quorum > 1 ? `${gate.quorum} times ` : ""}${who(gate.by)}, before it starts. Somebody asks, somebody else approves.`;
    case "hold":
      return `Held until ${gate.by ? who(gate.by) : "the commander"} releases it.`;
    case "poll":
      return gate.of.length > 0
        ? "Each position votes, then the commander decides."
        : "The commander decides before it starts.";
  }
}

function Asked({ gate, at }: { gate: Gate; at: GateState | undefined }) {
  const { run, procedure } = useRunDesk();
  return (
    <>
      <b>{stillAsked(gate, at, { commander: run.commander.name, who: (by) => whoDecides(procedure, by) })}</b>
      <span className="block text-fg-2">
        {at?.askedBy ? `Asked by ${at.askedBy.name}` : "Asked"}
        {at && (
          <>
            {" "}
            <Time at={at.askedAt} precision="second" />
          </>
        )}
        {at?.until && (
          <>
            , until <Time at={at.until} precision="second" />
          </>
        )}
        . No answer is never a yes.
      </span>
    </>
  );
}

type Names = { commander: string; who: (by: Extract<Gate, { kind: "approval" }>["by"]) => string };

function stillAsked(gate: Gate, at: GateState | undefined, { commander, who }: Names): string {
  switch (gate.kind) {
    case "approval": {
      const approved = at?.votes.filter(({ vote }) => vote === "approve").length ?? 0;
      return `Shut: ${approved} of ${gate.quorum} approved. Still asked: ${who(gate.by)}.`;
    }
    case "hold":
      return `Held: ${gate.by ? who(gate.by) : `${commander}, who commands the run,`} releases it.`;
    case "poll": {
      const missing = gate.of.filter((position) => !at?.votes.some((vote) => vote.position === position)).length;
      return missing > 0
        ? `Shut: ${missing} of ${gate.of.length} votes are missing. ${commander} decides.`
        : `Shut: ${commander}, who commands the run, decides.`;
    }
  }
}

function Opened({ gate, at, opened }: { gate: Gate; at: GateState; opened: NonNullable<GateState["opened"]> }) {
  const what = opened.broken
    ? "GLASS BROKEN"
    : gate.kind === "approval"
      ? "Approved"
      : gate.kind === "poll"
        ? "Go"
        : "Released";
  return (
    <>
      <b className={opened.broken ? "text-bad" : undefined}>{what}</b> by {opened.by.name},{" "}
      <Time at={opened.at} precision="second" />
      {opened.reason && <span className="block">“{opened.reason}”</span>}
      {gate.kind === "approval" && at.until && !opened.broken && (
        <span className="block text-fg-2">
          To be begun until <Time at={at.until} precision="second" />
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
          {holder ? `${holder} has not voted` : "nobody fills it, no vote"}
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
      {vote.by.name}, <Time at={vote.at} precision="second" />
      {vote.reason && <span className="block text-fg-2">“{vote.reason}”</span>}
    </>
  );
}
