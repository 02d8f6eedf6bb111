"use client";

import { FastForward } from "lucide-react";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { NoReturnBar } from "#components/runs/head/no-return-bar.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import { useRecentEvents } from "#lib/client/events/use-recent-events.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import { actorName } from "#lib/domain/actor-name.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** What stays in sight for as long as it is so. */
export function HeadBars() {
  return (
    <>
      <AutomaticBar />
      <NoReturnBar />
    </>
  );
}

/** In sight of everybody while steps start by themselves, with the button that stops it. */
function AutomaticBar() {
  const { run, readOnly } = useRunDesk();
  const sender = useCommand(run.id);
  const { menu } = useRunOffers();
  const stop = menu.find(({ command }) => command.type === "run.automate" && !command.on);
  if (!run.automatic || isOver(run.status)) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-sunken px-4 py-1.5">
      <FastForward aria-hidden className="size-4 flex-none" />
      <span className="min-w-0 flex-1">
        <Sentences>
          <b>{t("Automatic.")}</b>
          {run.status === "paused"
            ? t("The run is paused. Once it is resumed, ready automated steps start by themselves at once.")
            : t("Ready automated steps start by themselves: never through a gate, never one that cannot be undone.")}
          <TurnedOn />
        </Sentences>
      </span>
      {stop && (
        <Button
          size="small"
          blocked={readOnly ?? stop.blocked}
          pending={sender.pending !== null && t("Stopping…")}
          onClick={() => void sender.send(stop.command)}
        >
          {t("Turn it off")}
        </Button>
      )}
      <CommandRefusal sender={sender} />
    </div>
  );
}

/** By the last events; what is older stands in the log alone. On a phone it would come late and push the step down. */
function TurnedOn() {
  const { run } = useRunDesk();
  const { events } = useRecentEvents(run.id, run.seq);
  const on = events.findLast(({ event }) => event.type === "run.automation_set" && event.on);
  if (!on) return null;
  return (
    <span className="max-md:hidden">
      <Words of="Turned on by {person}, {time}." with={{ person: actorName(on.actor), time: <Time at={on.at} /> }} />
    </span>
  );
}
