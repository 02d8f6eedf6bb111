"use client";

import { Check, Hand, Play, RefreshCw, Search, X } from "lucide-react";
import type { ReactNode } from "react";
import { pressOffer } from "#components/runs/press-offer.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useDeafAtFirst } from "#components/runs/use-deaf-at-first.ts";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import type { Offer } from "#lib/client/offers/offer.ts";
import { offerName } from "#lib/client/offers/offer-name.ts";
import type { CommandSender } from "#lib/client/run/use-command.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Command } from "#lib/domain/run/command.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { t } from "#lib/words/t.ts";

const icons: Partial<Record<Command["type"], ReactNode>> = {
  "step.start": <Play aria-hidden />,
  "step.retry": <RefreshCw aria-hidden />,
  "step.complete": <Check aria-hidden />,
  "step.approve": <Check aria-hidden />,
  "step.release": <Check aria-hidden />,
  "gate.decide": <Check aria-hidden />,
  "gate.vote": <Check aria-hidden />,
  "step.reject": <X aria-hidden />,
  "step.override": <Hand aria-hidden />,
  "step.ask": <Search aria-hidden />,
  "step.fail": <X aria-hidden />,
};

function iconOf(command: Command): ReactNode {
  if ("byHand" in command && command.byHand) return icons["step.override"];
  return icons[isNoGo(command) ? "step.reject" : command.type];
}

const isNoGo = (command: Command): boolean =>
  (command.type === "gate.decide" && command.decision === "no_go") ||
  (command.type === "gate.vote" && command.vote === "no_go");

type Doing = Extract<Sentence, `${string} step {step}…`>;
const doing: Partial<Record<Command["type"], Doing>> = {
  "step.start": "Starting step {step}…",
  "step.retry": "Retrying step {step}…",
  "step.complete": "Completing step {step}…",
  "step.approve": "Approving step {step}…",
  "gate.request": "Asking about step {step}…",
  "gate.decide": "Deciding step {step}…",
  "step.release": "Releasing step {step}…",
};

type OfferButtonProps = Pick<ButtonProps, "size" | "wide" | "reasonAt"> & {
  offer: Offer;
  step: Step;
  sender: CommandSender;
  /** What stands on it where there is little room for its name. */
  words?: string;
};

export function OfferButton({ offer, step, sender, size, wide, reasonAt, words = offer.label }: OfferButtonProps) {
  const { ask } = useRunDesk();
  const isDeaf = useDeafAtFirst();
  const { command, blocked, look, consequence } = offer;
  const pending = sender.pending !== null && JSON.stringify(sender.pending) === JSON.stringify(command);
  const press = () => {
    if (!isDeaf()) pressOffer(offer, step, { ask, send: sender.send });
  };
  const button = (
    <Button
      look={look}
      size={size}
      wide={wide}
      icon={iconOf(command)}
      blocked={blocked}
      reasonAt={reasonAt}
      pending={pending && t(doing[command.type] ?? "Sending step {step}…", { step: step.number })}
      aria-label={offerName(offer, step)}
      onClick={press}
    >
      {words}
    </Button>
  );
  if (!consequence) return button;
  return (
    <div className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)] sm:[&_button]:justify-start">
      {button}
      <span className="text-fg-2">{consequence}</span>
    </div>
  );
}
