"use client";

import { X } from "lucide-react";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { isPhone } from "#components/runs/is-phone.ts";
import { goNear, goOn, goToPart, goToStep, openFocused, stepOf } from "#components/runs/list/step-focus.ts";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { useKeptFocus } from "#components/runs/list/use-kept-focus.ts";
import { pressOffer } from "#components/runs/press-offer.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { NamedActs, RunPalette } from "#components/runs/run-palette.tsx";
import type { RunView } from "#components/runs/use-run-view.ts";
import type { PhoneTab } from "#components/runs/view-state.ts";
import { useQuick } from "#components/shell/quick-context.ts";
import { isInField, useKeys } from "#components/shell/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { completionOf, noteOf } from "#lib/client/offers/completion.ts";
import type { OfferSituation } from "#lib/client/offers/foot-offers.ts";
import { type Offer, whyNot } from "#lib/client/offers/offer.ts";
import { nextShow } from "#lib/client/run/next-show.ts";
import { isFiltered, type RunFilter } from "#lib/client/run/run-filter.ts";
import { placeOf } from "#lib/client/run/run-places.ts";
import { type CommandSender, useCommand } from "#lib/client/run/use-command.ts";
import { t } from "#lib/words/t.ts";

const runPalette = later<ComponentProps<typeof RunPalette>>(() =>
  import("#components/runs/run-palette.tsx").then((part) => part.RunPalette),
);

export type RunKeysProps = {
  rows: readonly StepRow[];
  seen: RunView;
  /** The step that a person most likely came for. */
  current: string | undefined;
  /** The keys that were pressed before these were there. */
  early: () => KeyboardEvent[];
};

/** What saves the run pack. */
const PACK = '[data-shortcut="pack"]';
const CLOSE_OUTPUT = '[data-shortcut="close-output"]';

/** The run by keyboard, and what there is to say about a key that did nothing. */
export function RunKeys({ rows, seen, current, early }: RunKeysProps) {
  const desk = useRunDesk();
  const sender = useCommand(desk.run.id);
  const paletteOpen = useQuick().open === "palette";
  const palette = useLater(runPalette, paletteOpen && "now");
  const { last, takenFrom } = useKeptFocus(rows);
  const [notice, setNotice] = useState<string | null>(null);
  const send = oneAtATime(sender, setNotice);
  const { filter } = seen.view;
  const show = (only: RunFilter["only"]) => showOnly(seen, filter.only === only ? "all" : only);
  const go = (by: 1 | -1) => amongSteps(seen, () => goOn(by, [last.current, current]));
  const part = (tab: PhoneTab, selector: string) => goBehindTab(seen, tab, selector);
  const act = (number: string | null, offerOf: (about: OfferSituation) => Offer | string) => {
    const row = rows.find(({ step }) => step.number === number);
    if (!row) return setNotice(t("Choose a step first: j and k go from step to step."));
    const role = placeOf(desk.run, row, desk.places[row.step.number]);
    const offer = desk.readOnly ?? offerOf({ ...desk, ...row, role });
    if (typeof offer === "string") return setNotice(offer);
    pressOffer(offer, row.step, { ask: desk.ask, send });
  };
  const complete = ({ target }: KeyboardEvent) => {
    const gone = takenFrom.current;
    takenFrom.current = null;
    if (gone === null) return act(stepOf(target), completionOf);
    setNotice(goneWords(gone));
  };
  const writeNote = () => {
    const number = stepOf(document.activeElement);
    if (number !== null) act(number, noteOf);
    else if (!part("notes", '[data-shortcut="note"]')) setNotice(whyNot(desk, { type: "note.add", text: "…" }));
  };
  const leave = useOnceDrawn(seen, () => {
    if (notice !== null || sender.refusal !== null) return sender.dismiss();
    if (amongSteps(seen, () => comeBack(last.current, rows)) || press(CLOSE_OUTPUT)) return true;
    return isFiltered(filter) ? seen.clear() : false;
  });
  const clearing =
    <Pressed extends KeyboardEvent[]>(then: (...event: Pressed) => unknown) =>
    (...event: Pressed) => {
      setNotice(null);
      return then(...event);
    };
  const pack = () => part("notes", PACK) && press(PACK);
  const named: NamedActs = {
    note: clearing(writeNote),
    search: () => part("all", '[data-shortcut="filter"]'),
    place: () => part("all", '[data-shortcut="place"]'),
    mine: () => show("mine"),
    problems: () => show("problems"),
    timeline: () => part("notes", '#run-side [data-rows] [tabindex="0"]'),
  };
  useKeys(
    "run",
    {
      ...named,
      next: clearing(() => go(1)),
      previous: clearing(() => go(-1)),
      open: openFocused,
      complete: clearing(complete),
      filter: () => showOnly(seen, nextShow(filter.only)),
      leave: clearing(leave),
    },
    early,
  );
  return (
    <>
      {isThere(palette) && <palette.Part rows={rows} send={send} named={{ ...named, pack, toStep: toCard(seen) }} />}
      <Notice notice={notice} sender={sender} onClose={() => setNotice(null)} />
    </>
  );
}

/** What is pressed too soon is not sent, and says so. */
const oneAtATime =
  (sender: CommandSender, say: (notice: string) => void): CommandSender["send"] =>
  async (command) => {
    if (!sender.isBusy()) return sender.send(command);
    say(t("This was not sent: what was pressed before is still on its way. Press again once it has been answered."));
    return false;
  };

/** What was typed last may not be drawn yet: where a key leads then would be gone at once. */
function useOnceDrawn({ view, drawnFilter }: RunView, act: () => unknown): () => unknown {
  const waits = useRef(false);
  const drawn = drawnFilter === view.filter;
  useEffect(() => {
    if (!drawn || !waits.current) return;
    waits.current = false;
    act();
  });
  return () => {
    if (drawn) return act();
    waits.current = true;
    return true;
  };
}

/** On a phone each part is behind a tab, which has to be there before it can have the focus. */
function goBehindTab(seen: RunView, tab: PhoneTab, selector: string): boolean {
  flushSync(() => {
    seen.tab(tab);
    if (tab === "all") seen.showFilters(true);
  });
  return goToPart(selector);
}

/** A phone shows the notes in place of the steps. */
function showSteps(seen: RunView): boolean {
  if (seen.view.tab !== "notes") return false;
  flushSync(() => seen.tab("all"));
  return true;
}

function showOnly(seen: RunView, only: RunFilter["only"]): void {
  // What is to be done now is not filtered.
  if (isPhone()) seen.tab("all");
  else showSteps(seen);
  seen.filter({ only });
}

const toCard = (seen: RunView) => (step: string) => {
  showSteps(seen);
  goToPart(`[data-step="${step}"]`);
};

const amongSteps = (seen: RunView, go: () => boolean): boolean => go() || (showSteps(seen) && go());

const goneWords = (step: string): string =>
  t("Step {step} left the list and the focus moved on. Press c again if you mean the step it is on now.", { step });

function press(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return button !== null;
}

/** From what is not among the steps, or from a field, to the step where somebody was, or to the nearest that is shown. */
function comeBack(step: string | null, rows: readonly StepRow[]): boolean {
  const { activeElement } = document;
  const isElsewhere = activeElement !== document.body && stepOf(activeElement) === null;
  if (!isElsewhere && !isInField(activeElement)) return false;
  if (step !== null) return goToStep(step) || goNear(step, rows);
  if (activeElement instanceof HTMLElement) activeElement.blur();
  return true;
}

const SLOWLY = "opacity-100 transition-opacity delay-300 duration-0 starting:opacity-0";

const sendingWords = (command: CommandSender["pending"]): string =>
  command && "step" in command && command.step !== undefined
    ? t("Sending step {step}…", { step: command.step })
    : t("Sending…");

type NoticeProps = { notice: string | null; sender: CommandSender; onClose: () => void };

/** What a key could not do, or does not yet know to be done, at the foot of the window, where it moves nothing. */
function Notice({ notice, sender, onClose }: NoticeProps) {
  const sending = notice === null && sender.pending !== null;
  const shown = notice !== null || sender.refusal !== null || sending;
  return (
    <div
      // Mostly the answer is there before anybody could read this.
      className={
        shown
          ? classNames(
              sending && SLOWLY,
              "fixed inset-x-4 bottom-4 z-20 mx-auto flex max-w-160 flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line-2 bg-surface px-4 py-2 max-md:bottom-36 print:hidden",
            )
          : "sr-only"
      }
    >
      <span role="status" className="min-w-0 flex-1 empty:sr-only">
        {sending ? sendingWords(sender.pending) : notice}
      </span>
      {notice !== null && (
        <Button size="small" look="plain" square icon={<X aria-hidden />} aria-label={t("Close")} onClick={onClose} />
      )}
      <CommandRefusal sender={sender} />
    </div>
  );
}
