import { type About, type Draft, draft, LATER, LATER_ID, type Offer, settle } from "#lib/client/offers/offer.ts";
import type { RunCommand } from "#lib/domain/run/decide/decide.ts";
import { noReturnSince } from "#lib/domain/run/no-return.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

export type RunOffers = {
  primary: Offer | undefined;
  menu: Offer[];
};

const asking = (type: "run.pause" | "run.abort" | "run.fail" | "command.take"): RunCommand => ({ type, reason: LATER });

/** What to offer for the run as a whole. */
export function runOffers(about: About): RunOffers {
  const { procedure, run, person } = about;
  if (isOver(run.status)) return { primary: undefined, menu: [] };
  const take = draft(asking("command.take"), t("Become commander…"), { reason: "needed" });
  const handOver = draft({ type: "command.offer", to: LATER_ID }, t("Offer command to somebody…"), {
    choose: "commander",
  });
  const passed = noReturnSince(procedure, run);
  const abort = draft(asking("run.abort"), t("Abort the run…"), { reason: "needed" }, "danger");
  const failed = draft(
    asking("run.fail"),
    passed ? t("Declare the run failed, then switch back…") : t("Declare the run failed…"),
    { reason: "needed" },
    "danger",
  );
  const commands = run.commander.id === person.id;
  return {
    primary: settle(about, [commands ? main(about) : take])[0],
    menu: settle(about, [
      ...(commands ? [] : [main(about)]),
      ...(commands && !run.commandOffer ? [handOver] : []),
      ...(run.status === "draft" ? [] : [automate(about)]),
      // Past the point of no return the run rolls forward, or ends as failed and the switchback begins.
      ...(passed ? [] : [abort]),
      failed,
    ]),
  };
}

/** Whether ready automated steps start by themselves. */
const automate = ({ run }: About): Draft =>
  run.automatic
    ? draft({ type: "run.automate", on: false }, t("Go step by step"))
    : draft({ type: "run.automate", on: true }, t("Run ready steps automatically…"), { sure: true });

function main({ run }: About): Draft {
  switch (run.status) {
    case "draft":
      return draft({ type: "run.start" }, t("Start run"), {}, "primary");
    case "paused":
      return draft({ type: "run.resume" }, t("Resume"), {}, "primary");
    default:
      return draft(asking("run.pause"), t("Pause…"), { reason: "needed" });
  }
}
