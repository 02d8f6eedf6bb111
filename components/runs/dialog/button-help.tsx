"use client";

import { useStepOffers } from "#components/runs/card/use-step-offers.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { commandHelp, type HelpEntry, helpEntry } from "#lib/client/help/command-help.ts";
import { BUTTON_HELP } from "#lib/client/help/help-address.ts";
import { lineCommands } from "#lib/client/offers/line-commands.ts";
import { type Offer, whyNot } from "#lib/client/offers/offer.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { runLabel, stepState } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { row, t } from "#lib/words/t.ts";

type Told = { entry: HelpEntry; names: readonly string[]; blocked: string | null };
type HelpProps = { onClose: () => void };

/** What each button that stands there now does, in the words of the help, and why it may not be pressed. */
export function ButtonHelp({ step, onClose }: HelpProps & { step: Step | null }) {
  const { run } = useRunDesk();
  const state = step && stepState(run, step.number);
  return step && state ? <OfStep step={step} state={state} onClose={onClose} /> : <OfRun onClose={onClose} />;
}

function OfRun({ onClose }: HelpProps) {
  const { run } = useRunDesk();
  const { primary, menu } = useRunOffers();
  const title = t("What the buttons of run {run} do", { run: runLabel(run.number) });
  return <Told title={title} told={byEntry(primary ? [primary, ...menu] : menu)} onClose={onClose} />;
}

function OfStep({ step, state, onClose }: HelpProps & { step: Step; state: StepState }) {
  const desk = useRunDesk();
  const card = { step, state, shown: shownState(desk.run, step, state) };
  const { foot, menu } = useStepOffers({ ...card, role: step.roles[0] ?? "" });
  const lines = lineCommands(desk, card).map((command) => ({
    entry: helpEntry(command),
    names: [t(commandHelp[command.type].button)],
    blocked: desk.readOnly ?? whyNot(desk, command),
  }));
  return (
    <Told
      title={t("What the buttons of step {step} do", { step: step.number })}
      told={[...byEntry([...foot, ...menu]), ...lines]}
      returnTo={`step-${step.number}`}
      onClose={onClose}
    />
  );
}

type ToldProps = HelpProps & { title: string; told: readonly Told[]; returnTo?: string };

function Told({ title, told, returnTo, onClose }: ToldProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} back={t("Close")} returnTo={returnTo}>
      <dl className="grid">
        {told.map(({ entry, names, blocked }) => (
          <div
            key={entry}
            className="grid gap-x-4 py-1.5 not-first:border-t not-first:border-line sm:grid-cols-[11rem_minmax(0,1fr)]"
          >
            <dt className="font-medium">{row(names)}</dt>
            <dd className="text-fg-2">
              {t(commandHelp[entry].does)}
              {blocked !== null && <span className="block">{t("Not now: {reason}", { reason: blocked })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={BUTTON_HELP} target="_blank" rel="noopener" className="text-link underline">
          {t("What states and buttons mean")}
        </a>
      </p>
    </Dialog>
  );
}

/** Buttons that do the same are told of once. */
function byEntry(offers: readonly Offer[]): Told[] {
  const entries = [...new Set(offers.map(({ command }) => helpEntry(command)))];
  return entries.map((entry) => {
    const same = offers.filter(({ command }) => helpEntry(command) === entry);
    const names = [...new Set(same.map(({ label }) => label.replace(/…$/, "")))];
    const blocked = same.every((offer) => offer.blocked !== null) ? (same[0]?.blocked ?? null) : null;
    return { entry, names, blocked };
  });
}
