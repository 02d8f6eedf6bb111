"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { heldOffers, useFootOffers } from "#components/runs/card/use-foot-offers.ts";
import { CONNECTION_BANNER } from "#components/runs/head/connection-banner.tsx";
import { LaterRefusal } from "#components/runs/later-refusal.tsx";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { OfferButton } from "#components/runs/offer-button.tsx";
import { pressOffer } from "#components/runs/press-offer.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { useDeafAtFirst } from "#components/runs/use-deaf-at-first.ts";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import type { PhoneTab } from "#components/runs/view-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Caution } from "#components/ui/caution.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Drawn } from "#components/ui/drawn.tsx";
import { type BigPress, bigPress, isPressable, placesAtFoot } from "#lib/client/offers/big-press.ts";
import { helpOffers } from "#lib/client/offers/foot-offers.ts";
import { type Offer, whyNot } from "#lib/client/offers/offer.ts";
import { placeOf } from "#lib/client/run/run-places.ts";
import { type CommandSender, standing, useCommand } from "#lib/client/run/use-command.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

const choice = runPart("Places");

type PhoneFootProps = {
  /** Of the run: then nothing is to be done now. */
  over: boolean;
  current: StepRow | undefined;
  /** Where to go on, when the step that is shown waits for nobody any more. */
  next: string | undefined;
  active: number;
  total: number;
  /** The step whose output is open: the button of another does not stand under it. */
  output: string | undefined;
  tab: PhoneTab;
  onTab: (tab: PhoneTab) => void;
};

/** On a phone: one big button for the next thing to do, and the tabs. */
export function PhoneFoot({ over, current, next, active, total, output, tab, onTab }: PhoneFootProps) {
  const { run } = useRunDesk();
  const tabs: { tab: PhoneTab; words: string }[] = [
    ...(over ? [] : [{ tab: "mine" as const, words: t("Now {count}", { count: active }) }]),
    { tab: "all", words: t("All {count}", { count: total }) },
    { tab: "notes", words: t("Notes") },
  ];
  return (
    <footer className="border-t border-line-2 bg-surface md:hidden print:hidden">
      {tab === "mine" && (!output || output === current?.step.number) && (
        <div className="grid gap-2 px-4 py-3 empty:hidden short:py-2">
          <NextThing current={current} next={next} />
        </div>
      )}
      <nav
        aria-label={t("Run {run}", { run: runLabel(run.number) })}
        className="grid auto-cols-fr grid-flow-col border-t border-line"
      >
        {tabs.map((each) => (
          <button
            key={each.tab}
            type="button"
            aria-current={each.tab === tab ? "true" : undefined}
            onClick={() => onTab(each.tab)}
            className={classNames(
              "min-h-12 border-t-2 short:min-h-9",
              each.tab === tab
                ? "border-fg font-semibold forced-colors:underline"
                : "border-transparent font-medium text-fg-2",
            )}
          >
            {each.words}
          </button>
        ))}
      </nav>
    </footer>
  );
}

/** What may be done with the step; where that is nothing, what may be done with the run. */
function NextThing({ current, next }: Pick<PhoneFootProps, "current" | "next">) {
  const { primary } = useRunOffers();
  const start = primary?.look === "primary" && <RunButton offer={primary} />;
  return current ? <BigButton key={current.step.number} row={current} next={next} otherwise={start} /> : start;
}

/** Somebody else was done with the step that is shown: it stays until it has been read. */
function GoOnButton({ step }: { step: string }) {
  const { reveal } = useRunDesk();
  return (
    <Button size="big" wide onClick={() => reveal(step)}>
      {t("Continue to step {step}", { step })}
    </Button>
  );
}

/** Told where there is nothing to press: a machine is at it, or somebody else. */
const goesOn: ReadonlySet<ShownState> = new Set(["in_progress", "canceling"]);

type BigButtonProps = { row: StepRow; next: string | undefined; otherwise: ReactNode };

function BigButton({ row, next, otherwise }: BigButtonProps) {
  const desk = useRunDesk();
  const { step, state, shown } = row;
  const sender = useCommand(desk.run.id, { about: standing(state, shown) });
  const role = placeOf(desk.run, row, desk.places[step.number]);
  const foot = useFootOffers({ step, state, shown, role });
  const reasonAt = useReasonAt();
  const [help] = heldOffers(helpOffers({ ...desk, step, state, shown, role }), desk.readOnly);
  const press = bigPress(desk.run, { step, state, shown, foot });
  const isMeant = isPressable(press);
  const places = placesAtFoot(press);
  const no = press && "no" in press ? press.no : undefined;
  const call = help && whyNot(desk, help.command) === null && (
    <OfferButton offer={help} words={t("I can’t…")} step={step} sender={sender} reasonAt={reasonAt} />
  );
  if (otherwise && !isMeant) return otherwise;
  return (
    <>
      <LaterRefusal sender={sender} />
      {isMeant && step.caution && (
        <div className="max-h-[25vh] overflow-y-auto short:[&>*]:py-1">
          <Caution>{step.caution}</Caution>
        </div>
      )}
      {places.length > 0 && <Drawn part={choice}>{(Part) => <Part step={step} places={places} role={role} />}</Drawn>}
      <div className={classNames("flex tight:flex-wrap items-center empty:hidden", no ? "gap-6" : "gap-2")}>
        {press ? (
          <span className="min-w-0 flex-1">
            <PressButton row={row} press={press} sender={sender} />
          </span>
        ) : next !== undefined ? (
          <GoOnButton step={next} />
        ) : (
          goesOn.has(shown) && (
            <p className="grid min-h-11 flex-1 content-center font-medium text-fg-2 touch:min-h-14 short:min-h-11">
              {t("Step {step}: {state}.", { step: step.number, state: stepWord(row).toLowerCase() })}
            </p>
          )
        )}
        {no && (
          <OfferButton
            offer={no}
            words={no.command.type === "step.reject" ? no.label : t("No go…")}
            step={step}
            sender={sender}
            reasonAt={reasonAt}
          />
        )}
        {!no && call}
      </div>
      {no && desk.run.commander.id !== desk.person.id && call}
    </>
  );
}

/** Where it is read once for all of them: written under each, the foot would grow. */
const useReasonAt = (): string | undefined => (useRunDesk().readOnly ? CONNECTION_BANNER : undefined);

type PressButtonProps = { row: StepRow; press: BigPress; sender: CommandSender };

function PressButton({ row: { step, shown }, press, sender }: PressButtonProps) {
  const reasonAt = useReasonAt();
  if ("tick" in press) return <TickButton key={press.tick} step={step.number} subStep={press.tick} sender={sender} />;
  const { offer } = press;
  const key = `${shown} ${offer.label}`;
  return <OfferButton key={key} offer={offer} step={step} sender={sender} size="big" wide reasonAt={reasonAt} />;
}

type TickButtonProps = { step: string; subStep: string; sender: CommandSender };

function TickButton({ step, subStep, sender }: TickButtonProps) {
  const desk = useRunDesk();
  const isDeaf = useDeafAtFirst();
  const command = { type: "sub_step.tick", step, subStep } as const;
  return (
    <Button
      look="primary"
      size="big"
      wide
      icon={<Check aria-hidden />}
      blocked={desk.readOnly ?? whyNot(desk, command)}
      reasonAt={useReasonAt()}
      pending={sender.pending !== null && t("Ticking {line}…", { line: subStep })}
      onClick={() => void (isDeaf() || sender.send(command))}
    >
      {t("{line} is done", { line: subStep })}
    </Button>
  );
}

function RunButton({ offer }: { offer: Offer }) {
  const { run, ask } = useRunDesk();
  const isDeaf = useDeafAtFirst();
  const sender = useCommand(run.id);
  return (
    <>
      <LaterRefusal sender={sender} />
      <Button
        look={sender.rejection === "run_locked" ? "normal" : offer.look}
        size="big"
        wide
        blocked={offer.blocked}
        reasonAt={useReasonAt()}
        pending={sender.pending !== null && `${offer.label}…`}
        onClick={() => isDeaf() || pressOffer(offer, null, { ask, send: sender.send })}
      >
        {offer.label}
      </Button>
    </>
  );
}
