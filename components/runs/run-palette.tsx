"use client";

import { useEffect, useMemo } from "react";
import { activeSteps } from "#components/runs/active-steps.ts";
import { pressOffer } from "#components/runs/press-offer.ts";
import { type RunDesk, useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepRow } from "#components/runs/step-rows.ts";
import { useRunOffers } from "#components/runs/use-run-offers.ts";
import { useQuick } from "#components/shell/quick-context.ts";
import type { Offer } from "#lib/client/offer.ts";
import { offerName } from "#lib/client/offer-name.ts";
import type { PaletteItem } from "#lib/client/palette.ts";
import { siteName } from "#lib/client/run-places.ts";
import { stepOffers } from "#lib/client/step-offers.ts";
import type { CommandSender } from "#lib/client/use-command.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { lastAttempt, runLabel } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";

const nothing: readonly PaletteItem[] = [];

/** What the page of a run adds to the palette: its steps, and what this person may do now. */
export function RunPalette({ rows, sender }: { rows: readonly StepRow[]; sender: CommandSender }) {
  const desk = useRunDesk();
  const { offer } = useQuick();
  const { primary, menu } = useRunOffers();
  const { send } = sender;
  const items = useMemo(() => {
    const press = (pressed: Offer, step: Step | null) => pressOffer(pressed, step, { ask: desk.ask, send });
    const ofRun = [...(primary ? [primary] : []), ...menu].filter(({ blocked }) => blocked === null);
    return [
      ...ofSteps(desk, rows, press),
      ...ofRun.map((each): PaletteItem => {
        const words = `${each.label.replace(/…$/, "")}, ${runLabel(desk.run.number)}${dotsOf(each)}`;
        return { id: `run ${each.label}`, group: "Actions", words, act: () => press(each, null) };
      }),
      ...rows.map(({ step, shown }): PaletteItem => {
        const detail = stateWord(shown, step.kind);
        const words = `Step ${step.number} ${step.title}`;
        return { id: `step ${step.number}`, group: "Steps", words, detail, act: () => desk.reveal(step.number) };
      }),
    ];
  }, [desk, rows, primary, menu, send]);
  useEffect(() => offer(items), [offer, items]);
  useEffect(() => () => offer(nothing), [offer]);
  return null;
}

/** Says that something is asked first. */
const dotsOf = ({ asks }: Offer): string => (Object.keys(asks).length > 0 ? "…" : "");

/** Of the steps that somebody has to do with now, what may be pressed; once for each place where there are several. */
function ofSteps(desk: RunDesk, rows: readonly StepRow[], press: (offer: Offer, step: Step) => void): PaletteItem[] {
  if (desk.readOnly !== null) return [];
  return activeSteps(rows, digest(desk.procedure, desk.run)).flatMap((row) => {
    const { step, shown, state } = row;
    const places = step.roles.filter((role) => desk.run.sites[role]);
    const several = shown === "ready" && places.length > 1;
    const roles = several ? places : [lastAttempt(state)?.role ?? places[0] ?? step.roles[0] ?? ""];
    return roles.flatMap((role, place) => {
      const { foot, menu } = stepOffers({ ...desk, ...row, role });
      const offers = [...foot, ...(place === 0 ? menu : [])].filter(({ blocked }) => blocked === null);
      return offers.map((offer): PaletteItem => {
        const at = several && foot.includes(offer) ? `, ${siteName(desk.run, role)}` : "";
        const words = `${offerName(offer, step)}${at}${dotsOf(offer)}`;
        return { id: `${role} ${step.number} ${offer.label}`, group: "Actions", words, act: () => press(offer, step) };
      });
    });
  });
}
