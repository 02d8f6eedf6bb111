"use client";

import { MoveRight, Pause, Play } from "lucide-react";
import type { ReactNode } from "react";
import { CONNECTION_BANNER } from "#components/runs/head/connection-banner.tsx";
import { RtoInBrief, RunClockLines, RunClocks } from "#components/runs/head/run-clocks.tsx";
import { LaterRefusal } from "#components/runs/later-refusal.tsx";
import { buttonsItem, meaningItem } from "#components/runs/meaning-item.ts";
import { pressOffer } from "#components/runs/press-offer.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import { Clock } from "#components/shell/clock.tsx";
import { Connection } from "#components/shell/connection.tsx";
import { Button } from "#components/ui/button.tsx";
import { Drawn } from "#components/ui/drawn.tsx";
import { Menu, type MenuItem } from "#components/ui/menu.tsx";
import { ModeBlock } from "#components/ui/mode-block.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { runHelpAddress } from "#lib/client/help/help-address.ts";
import type { Offer } from "#lib/client/offers/offer.ts";
import type { Liveness } from "#lib/client/run/live-run.ts";
import { isPractice, journey } from "#lib/client/run/run-places.ts";
import { type CommandSender, useCommand } from "#lib/client/run/use-command.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { noReturnSince } from "#lib/domain/run/no-return.ts";
import { isOver, runLabel } from "#lib/domain/run/read-state.ts";
import { statusWords, typeWords } from "#lib/domain/run/run-words.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const headBars = runPart("HeadBars");

type RunHeadProps = {
  connection: Liveness;
  version: number;
  /** Now, next and waiting in one line, once the strip itself is out of sight. */
  brief: ReactNode;
};

/** Which run this is, always in sight: mode and number, procedure, journey, commander, clocks. */
export function RunHead({ connection, version, brief }: RunHeadProps) {
  const { procedure, run } = useRunDesk();
  const sender = useCommand(run.id);
  return (
    <header data-head-lines className="sticky top-0 z-10 border-b border-line-2 bg-surface print:static">
      <div className="flex items-stretch md:min-h-20 md:max-wide:flex-wrap">
        <ModeBlock mode={run.mode} text={runLabel(run.number)} />
        <Identity run={run} version={version} />
        <Compact run={run} connection={connection} />
        {/* In a row of their own until there is room for all of it; beside the longest words, notes take two lines. */}
        <div className="shrink-50 max-wide:order-4 max-wide:w-full max-wide:border-t max-wide:border-line max-md:hidden print:order-4 print:w-full">
          <RunClocks run={run} connection={connection} />
        </div>
        <RunActions sender={sender} />
      </div>
      <PhoneLines run={run} version={version} />
      {sender.refusal && (
        <div className="border-t border-line px-4 py-2 empty:hidden">
          <LaterRefusal sender={sender} />
        </div>
      )}
      {(run.automatic || noReturnSince(procedure, run)) && <Drawn part={headBars}>{(Part) => <Part />}</Drawn>}
      {brief}
    </header>
  );
}

function Identity({ run, version }: { run: Run; version: number }) {
  const { procedure, person } = useRunDesk();
  return (
    <div className="grid min-w-0 flex-auto content-center gap-0.5 px-4 py-2 max-md:hidden">
      <h1 className="flex flex-wrap items-center gap-x-2 text-m font-semibold">
        <span translate="no">{procedure.title}</span> <Tag>v{version}</Tag>
        {isPractice(run) && <Tag>{t("practice")}</Tag>}
      </h1>
      <p>
        <Journey run={run} />
      </p>
      <p className="flex flex-wrap gap-x-3 text-fg-2">
        <span className="whitespace-nowrap">{t(typeWords[run.type])}</span>
        <span className="whitespace-nowrap">
          <Words
            of="Commander {person}"
            with={{
              person: (
                <b className="text-fg">
                  {run.commander.id === person.id
                    ? t("{person} (you)", { person: run.commander.name })
                    : nameIn(run, run.commander, "run.command")}
                </b>
              ),
            }}
          />
        </span>
      </p>
    </div>
  );
}

function Journey({ run }: { run: Run }) {
  return (
    <b className="inline-flex flex-wrap items-center gap-x-1 text-fg">
      {journey(run).map((name, place) => (
        <span key={name} className="inline-flex min-w-0 items-center gap-1 wrap-anywhere md:whitespace-nowrap">
          {place > 0 && <MoveRight role="img" aria-label={t("to")} className="size-3.5 text-fg-3" />}
          {name}
        </span>
      ))}
    </b>
  );
}

/** The header of a phone, beside mode and number: the connection, the clock, and what is left. */
function Compact({ run, connection }: { run: Run; connection: Liveness }) {
  return (
    <div className="flex tight:block min-w-0 flex-1 items-center gap-2 px-2 py-1 md:hidden print:hidden">
      <div className="grid min-w-0 flex-1 text-xs text-fg-2">
        <span>
          <Connection connection={connection} />
          {isPractice(run) && t(", practice")}
        </span>
        <Clock short />
      </div>
      <span className="text-right whitespace-nowrap">
        <RtoInBrief run={run} />
      </span>
    </div>
  );
}

/** Under it: from where to where, by which procedure, who commands, since when and until when. */
function PhoneLines({ run, version }: { run: Run; version: number }) {
  const { procedure } = useRunDesk();
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-1 pr-1 pl-3 text-xs text-fg-2 md:hidden print:hidden">
      <h1 className="text-m">
        <Journey run={run} />
      </h1>
      <p>
        {t("{procedure} v{version}, commander {person}", {
          procedure: procedure.title,
          version,
          person: nameIn(run, run.commander, "run.command"),
        })}
      </p>
      <RunClockLines run={run} />
    </div>
  );
}

const icons: Partial<Record<Command["type"], ReactNode>> = {
  "run.start": <Play aria-hidden />,
  "run.resume": <Play aria-hidden />,
  "run.pause": <Pause aria-hidden />,
};

function RunActions({ sender }: { sender: CommandSender }) {
  const desk = useRunDesk();
  const { primary, menu } = useRunOffers();
  const label = runLabel(desk.run.number);
  const more = t("More for run {run}", { run: label });
  const press = (offer: Offer) => pressOffer(offer, null, { ask: desk.ask, send: sender.send });
  const itemOf = (offer: Offer): MenuItem => ({
    label: offer.label,
    danger: offer.look === "danger",
    blocked: offer.blocked,
    onSelect: () => press(offer),
  });
  const { status } = desk.run;
  if (isOver(status)) return null;
  const buttons = primary || menu.length > 0 ? [buttonsItem(() => desk.explain(null))] : [];
  const items = [...menu.map(itemOf), ...buttons, meaningItem(t(statusWords[status]), runHelpAddress(status))];
  return (
    <div className="flex items-center gap-2 py-1 pr-4 pl-2 max-md:pr-2 max-md:pl-0 print:hidden">
      {primary && (
        <span className="max-md:hidden">
          <Button
            icon={icons[primary.command.type]}
            look={sender.rejection === "run_locked" ? "normal" : primary.look}
            aria-label={`${primary.label} ${label}`}
            blocked={primary.blocked}
            reasonAt={desk.readOnly ? CONNECTION_BANNER : undefined}
            pending={sender.pending ? `${primary.label}…` : false}
            onClick={() => press(primary)}
          >
            {primary.label}
          </Button>
        </span>
      )}
      <span className="max-md:hidden">
        <Menu label={more} items={items} />
      </span>
      <span className="md:hidden">
        <Menu label={more} items={primary ? [itemOf(primary), ...items] : items} />
      </span>
    </div>
  );
}
