"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef } from "react";
import { activeSteps } from "#components/runs/list/active-steps.ts";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { pressOffer } from "#components/runs/press-offer.ts";
import { type RunDesk, useRunDesk } from "#components/runs/run-desk.tsx";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import { useQuick } from "#components/shell/quick-context.ts";
import { commandAnswers, rollCallAnswer } from "#lib/client/offers/asked-offers.ts";
import { fillOffer } from "#lib/client/offers/fill-offer.ts";
import type { Offer } from "#lib/client/offers/offer.ts";
import { offerName } from "#lib/client/offers/offer-name.ts";
import { stepOffers } from "#lib/client/offers/step-offers.ts";
import { keyWords } from "#lib/client/palette/key-words.ts";
import { keyLabels, keys } from "#lib/client/palette/keys.ts";
import type { PaletteItem } from "#lib/client/palette/palette.ts";
import { afterwardsAddress, recordAddress, reportAddress } from "#lib/client/run/run-name.ts";
import { placeInBrief, placeOf, placesToChoose } from "#lib/client/run/run-places.ts";
import type { CommandSender } from "#lib/client/run/use-command.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { isGoingOn, isOver, runLabel } from "#lib/domain/run/read-state.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const nothing: readonly PaletteItem[] = [];

const byName = ["note", "search", "mine", "problems", "place", "timeline"] as const;
type NamedAct = (typeof byName)[number];
/** What can be asked for by its name as well as by its key. */
export type NamedActs = Record<NamedAct, () => unknown>;

/** Without a key: what is pressed by its name where it stands on the page. */
type Pressed = { pack: () => unknown; toStep: (step: string) => unknown };

type RunPaletteProps = { rows: readonly StepRow[]; send: CommandSender["send"]; named: NamedActs & Pressed };

/** What the page of a run adds to the palette: its steps, its keys, and what this person may do now. */
export function RunPalette({ rows, send, named }: RunPaletteProps) {
  const desk = useRunDesk();
  const router = useRouter();
  const { offer } = useQuick();
  const { primary, menu } = useRunOffers();
  const latest = useRef({ ...named, send });
  useEffect(() => {
    latest.current = { ...named, send };
  });
  const items = useMemo(() => {
    const press = (pressed: Offer, step: Step | null) => {
      // Who names a step goes on with it.
      if (step) latest.current.toStep(step.number);
      return pressOffer(pressed, step, { ask: desk.ask, send: latest.current.send });
    };
    const ofRun = [...(primary ? [primary] : []), ...menu, ...askedOf(desk)];
    return [
      ...ofSteps(desk, rows, press),
      ...ofRun.map((each): PaletteItem => {
        const words = `${t("{action}, {run}", {
          action: each.label.replace(/…$/, ""),
          run: runLabel(desk.run.number),
        })}${dotsOf(each)}`;
        return {
          id: `run ${each.label}`,
          group: "Actions",
          words,
          ...heldBy(desk, each),
          act: () => press(each, null),
        };
      }),
      ...rows.map((row): PaletteItem => {
        const { step, state } = row;
        const detail = stepWord(row);
        const words = t("Step {step} {title}", { step: step.number, title: step.title });
        const lines = [...step.subSteps, ...state.added].map(({ number, title }) => `${number} ${title}`);
        return { id: `step ${step.number}`, group: "Steps", words, detail, lines, act: () => desk.reveal(step.number) };
      }),
      ...pagesOf(desk).map(
        ({ word, href }): PaletteItem => ({
          id: href,
          group: "Pages",
          words: t("{action}, {run}", { action: t(word), run: runLabel(desk.run.number) }),
          act: () => router.push(href),
        }),
      ),
      packItem(desk, () => latest.current.pack()),
      ...byName.map((name) => ofKey(name, () => latest.current[name]())),
    ];
  }, [desk, rows, primary, menu, router]);
  useEffect(() => offer(items), [offer, items]);
  useEffect(() => () => offer(nothing), [offer]);
  return null;
}

/** What stands on the page for this person to answer, and whom to name. */
function askedOf(desk: RunDesk): Offer[] {
  const { procedure, run, person } = desk;
  const rollCall = rollCallAnswer(desk);
  const fills = run.commander.id === person.id && !isOver(run.status);
  return [
    ...commandAnswers(desk),
    ...(rollCall ? [rollCall] : []),
    ...(procedure.positions ?? []).flatMap(({ key, title }) => (fills && fillOffer(desk, key, title)) || []),
  ];
}

const packItem = ({ run }: RunDesk, act: () => void): PaletteItem => ({
  id: "pack",
  group: "Actions",
  words: t("{action}, {run}", { action: t("Save the run pack"), run: runLabel(run.number) }),
  act,
});

/** What else there is about the run. */
const pagesOf = ({ run, person }: RunDesk): readonly { word: PlainSentence; href: string }[] => [
  { word: "Report", href: reportAddress(run.number) },
  { word: "Verify the record", href: recordAddress(run.number) },
  ...(isGoingOn(run.status) && run.commander.id === person.id
    ? [{ word: "Enter what was done", href: afterwardsAddress(run.number) } as const]
    : []),
];

function ofKey(name: NamedAct, act: () => unknown): PaletteItem {
  const key = keys.find(({ where, act: named }) => where === "run" && named === name);
  return { id: `key ${name}`, group: "Keys", words: key ? keyWords(key) : name, keys: key ? keyLabels(key) : [], act };
}

/** Says that something is asked first. */
const dotsOf = ({ asks }: Offer): string => (Object.keys(asks).length > 0 ? "…" : "");

function heldBy({ readOnly }: RunDesk, { blocked }: Offer): Pick<PaletteItem, "blocked"> {
  const why = readOnly ?? blocked;
  return why === null ? {} : { blocked: why };
}

/** Of the steps that somebody has to do with now, what may be pressed, and what may not with why; once for each place where there are several. */
function ofSteps(desk: RunDesk, rows: readonly StepRow[], press: (offer: Offer, step: Step) => void): PaletteItem[] {
  return activeSteps(rows, digest(desk.procedure, desk.run)).flatMap((row) => {
    const { step, state, shown } = row;
    const chosen = placeOf(desk.run, row, desk.places[step.number]);
    const places = placesToChoose(desk.run, step, state, shown);
    const roles = places.length > 0 ? places : [chosen];
    return roles.flatMap((role) => {
      const { foot, menu } = stepOffers({ ...desk, ...row, role });
      const offers = [...foot, ...menu].filter(({ command }) => role === chosen || "role" in command);
      return offers.map((offer): PaletteItem => {
        const named = places.length > 0 && "role" in offer.command;
        const at = named ? t(", {place}", { place: placeInBrief(desk.run, role, places) }) : "";
        const words = `${offerName(offer, step)}${at}${dotsOf(offer)}`;
        const id = `${role} ${step.number} ${offer.label}`;
        // A dialog tells it itself.
        const unsaid = offer.look === "primary" && offer.asks.confirmation === undefined;
        const caution = unsaid && step.caution !== undefined ? { caution: step.caution } : {};
        return { id, group: "Actions", words, ...caution, ...heldBy(desk, offer), act: () => press(offer, step) };
      });
    });
  });
}
