"use client";

import { useState } from "react";
import { FormLine } from "#components/new-run/form-line.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { parseDuration } from "#lib/client/duration-input.ts";
import { formatDuration, zoneName } from "#lib/client/format.ts";
import { fromLocalInput, toLocalInput } from "#lib/client/local-time.ts";
import type { Plan } from "#lib/client/new-run.ts";
import type { SignedIn } from "#lib/contract/people.ts";

type ObjectiveFieldsProps = {
  plan: Plan;
  person: SignedIn;
  /** The objective that the procedure itself names. */
  ownRtoSeconds: number | undefined;
  onRto: (seconds: number | null) => void;
  onDeclared: (at: string | null) => void;
};

export function ObjectiveFields({ plan, person, ownRtoSeconds, onRto, onDeclared }: ObjectiveFieldsProps) {
  return (
    <Section title="Command and objective">
      <Lines>
        <FormLine label="Commander" note="somebody else can take command during the run">
          <b>{person.name} (you)</b>
        </FormLine>
        <DeclaredLine declaredAt={plan.declaredAt} onDeclared={onDeclared} />
        <RtoLine rtoSeconds={plan.rtoSeconds} ownRtoSeconds={ownRtoSeconds} onRto={onRto} />
      </Lines>
    </Section>
  );
}

function DeclaredLine({
  declaredAt,
  onDeclared,
}: {
  declaredAt: string | null;
  onDeclared: (at: string | null) => void;
}) {
  const now = useServerNow();
  const zone = useZone();
  if (declaredAt === null) {
    return (
      <FormLine label="Declared at" note="the moment it is started">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b suppressHydrationWarning>
            now, <Time at={now} />
          </b>
          <Button size="small" onClick={() => onDeclared(new Date(now).toISOString())}>
            Earlier…
          </Button>
        </span>
      </FormLine>
    );
  }
  const future = Date.parse(declaredAt) > now;
  return (
    <FormLine
      label="Declared at"
      note={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {future ? (
            <span className="font-medium text-bad">This lies in the future.</span>
          ) : (
            <span>
              {zoneName(zone, declaredAt)}, <Elapsed since={declaredAt} /> ago
            </span>
          )}
          <Button size="small" look="plain" onClick={() => onDeclared(null)}>
            Now
          </Button>
        </span>
      }
    >
      <TextField
        label={`Declared at (${zoneName(zone, declaredAt)})`}
        labelHidden
        type="datetime-local"
        autoFocus
        max={toLocalInput(now)}
        defaultValue={toLocalInput(declaredAt)}
        onChange={(event) => {
          const at = fromLocalInput(event.target.value);
          if (at) onDeclared(at);
        }}
      />
    </FormLine>
  );
}

const inHours = (seconds: number | null): string => (seconds === null ? "" : formatDuration(seconds * 1_000));

type RtoLineProps = {
  rtoSeconds: number | null;
  ownRtoSeconds: number | undefined;
  onRto: (seconds: number | null) => void;
};

function RtoLine({ rtoSeconds, ownRtoSeconds, onRto }: RtoLineProps) {
  const [typed, setTyped] = useState(inHours(rtoSeconds));
  const wrong = typed.trim() !== "" && parseDuration(typed) === null;
  return (
    <FormLine
      label="RTO"
      note={
        wrong ? null : rtoSeconds === null ? (
          "no objective: nothing is measured against it"
        ) : (
          <>
            <Duration ms={rtoSeconds * 1_000} /> from the declaration
            {rtoSeconds === ownRtoSeconds && ", as the procedure says"}
          </>
        )
      }
    >
      <TextField
        label="Recovery time objective"
        labelHidden
        value={typed}
        placeholder="none"
        error={wrong ? "Write it as 4 h, 1 h 30 min or 90 min." : null}
        onChange={(event) => {
          setTyped(event.target.value);
          onRto(parseDuration(event.target.value));
        }}
      />
    </FormLine>
  );
}
