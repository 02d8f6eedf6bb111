import { type About, type Draft, draft, LATER, type Offer, settle } from "#lib/client/offer.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { isOver } from "#lib/domain/run/state.ts";

export type RunOffers = { primary: Offer | undefined; menu: Offer[] };

const asking = (type: "run.pause" | "run.abort" | "run.fail" | "command.take"): Command => ({ type, reason: LATER });

/** What to offer for the run as a whole. */
export function runOffers(about: About): RunOffers {
  const { run, person } = about;
  if (isOver(run.status)) return { primary: undefined, menu: [] };
  const take = draft(asking("command.take"), "Take command…", { reason: true });
  const abort = draft(asking("run.abort"), "Abort the run…", { reason: true }, "danger");
  const failed = draft(asking("run.fail"), "Declare the run failed…", { reason: true }, "danger");
  const commands = run.commander.id === person.id;
  return {
    primary: settle(about, [commands ? main(about) : take])[0],
    menu: settle(about, [...(commands ? [] : [main(about)]), abort, failed]),
  };
}

function main({ run }: About): Draft {
  switch (run.status) {
    case "draft":
      return draft({ type: "run.start" }, "Start run", {}, "primary");
    case "paused":
      return draft({ type: "run.resume" }, "Resume", {}, "primary");
    default:
      return draft(asking("run.pause"), "Pause", { reason: true });
  }
}
