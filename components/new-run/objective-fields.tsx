"use client";

import { FormLine } from "#components/new-run/form-line.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { Words } from "#components/ui/words.tsx";
import { fromLocalInput, toLocalInput } from "#lib/client/local-time.ts";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import { listedName } from "#lib/client/people/listed-name.ts";
import type { ListedPerson, SignedIn } from "#lib/contract/people.ts";
import { can } from "#lib/domain/grants.ts";
import { t } from "#lib/words/t.ts";
import { zoneName } from "#lib/words/time.ts";

type ObjectiveFieldsProps = {
  plan: Plan;
  people: readonly ListedPerson[];
  person: SignedIn;
  /** Why command cannot be offered to whom is chosen, as the server said. */
  offerWrong: string | undefined;
  onOffer: (id: string | null) => void;
  /** The objective that the procedure itself names. */
  ownRtoSeconds: number | undefined;
  /** As typed; `rtoWrong` where that is no duration. */
  rtoText: string;
  rtoWrong: string | undefined;
  onRto: (text: string) => void;
  onDeclared: (at: string | null) => void;
};

export function ObjectiveFields({
  plan,
  people,
  person,
  offerWrong,
  onOffer,
  onDeclared,
  ...rto
}: ObjectiveFieldsProps) {
  return (
    <Section title={t("Commander and objective")}>
      <Lines>
        <CommanderLine to={plan.offerCommandTo} {...{ people, person, offerWrong, onOffer }} />
        <DeclaredLine declaredAt={plan.declaredAt} onDeclared={onDeclared} />
        <RtoLine rtoSeconds={plan.rtoSeconds} {...rto} />
      </Lines>
    </Section>
  );
}

type CommanderLineProps = { to: string | null } & Pick<
  ObjectiveFieldsProps,
  "people" | "person" | "offerWrong" | "onOffer"
>;

/** Nobody commands before they said so: whoever else is chosen here is offered command. */
function CommanderLine({ to, people, person, offerWrong, onOffer }: CommanderLineProps) {
  const others = people.filter(({ id, role }) => id !== person.id && can(role, "run.command"));
  const chosen = others.find(({ id }) => id === to);
  const unable = to !== null && !chosen;
  return (
    <FormLine
      label={t("Commander")}
      note={
        chosen ? (
          <b className="font-medium text-fg">{t("You command until {person} accepts.", { person: chosen.name })}</b>
        ) : (
          t("somebody else can take over as commander during the run")
        )
      }
    >
      <SelectField
        label={t("Commander")}
        labelHidden
        value={to ?? ""}
        error={offerWrong ?? (unable ? t("Whoever was chosen cannot command now. Choose somebody else.") : undefined)}
        onChange={(event) => onOffer(event.target.value || null)}
      >
        {unable && <option value={to}>{people.find(({ id }) => id === to)?.name ?? t("not known")}</option>}
        <option value="">{t("{person} (you)", { person: person.name })}</option>
        {others.map(({ id, role, ...other }) => (
          <option key={id} value={id}>
            {t("{person}, {position}", { person: listedName(other), position: t(role) })}
          </option>
        ))}
      </SelectField>
    </FormLine>
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
      <FormLine label={t("Declared at")} note={t("the moment it is started")}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b suppressHydrationWarning>
            <Words of="now, {time}" with={{ time: <Time at={now} /> }} />
          </b>
          <Button size="small" onClick={() => onDeclared(new Date(now).toISOString())}>
            {t("Earlier…")}
          </Button>
        </span>
      </FormLine>
    );
  }
  const future = Date.parse(declaredAt) > now;
  return (
    <FormLine
      label={t("Declared at")}
      note={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {future ? (
            zoneName(zone, declaredAt)
          ) : (
            <span>
              <Words
                of="{zone}, {time} ago"
                with={{ zone: zoneName(zone, declaredAt), time: <Elapsed since={declaredAt} /> }}
              />
            </span>
          )}
          <Button size="small" look="plain" onClick={() => onDeclared(null)}>
            {t("Now")}
          </Button>
        </span>
      }
    >
      <TextField
        label={t("Declared at ({zone})", { zone: zoneName(zone, declaredAt) })}
        labelHidden
        type="datetime-local"
        error={future ? t("This is in the future.") : undefined}
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

type RtoLineProps = { rtoSeconds: number | null } & Pick<
  ObjectiveFieldsProps,
  "ownRtoSeconds" | "rtoText" | "rtoWrong" | "onRto"
>;

function RtoLine({ rtoSeconds, ownRtoSeconds, rtoText, rtoWrong, onRto }: RtoLineProps) {
  return (
    <FormLine label="RTO" note={!rtoWrong && <RtoNote rtoSeconds={rtoSeconds} ownRtoSeconds={ownRtoSeconds} />}>
      <TextField
        label={t("Recovery time objective")}
        labelHidden
        value={rtoText}
        placeholder={t("none")}
        error={rtoWrong}
        onChange={(event) => onRto(event.target.value)}
      />
    </FormLine>
  );
}

function RtoNote({ rtoSeconds, ownRtoSeconds }: Pick<RtoLineProps, "rtoSeconds" | "ownRtoSeconds">) {
  if (rtoSeconds === null) return t("no objective: nothing is measured against it");
  return (
    <Words
      of={
        rtoSeconds === ownRtoSeconds
          ? "{time} from the declaration, as the procedure says"
          : "{time} from the declaration"
      }
      with={{ time: <Duration ms={rtoSeconds * 1_000} /> }}
    />
  );
}
