"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Offer } from "#lib/client/offers/offer.ts";
import type { OutputOf } from "#lib/client/output/use-output.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { PastDurations } from "#lib/domain/forecast.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** What every open part of the run page needs. Folded cards read nothing of it, so an event does not redraw them. */
export type RunDesk = {
  procedure: Procedure;
  version: { version: number; hash: string };
  run: Run;
  person: Person;
  /** What is written of how each step is done, ready to be read: making it so is the server's work. */
  instructions: Readonly<Record<string, ReactNode>>;
  /** How long steps took before. */
  past: PastDurations;
  /** Why nothing may be pressed: the page does not know how the run stands. */
  readOnly: string | null;
  /** When the server was last heard, in its time; null while it is. */
  heardAt: number | null;
  /** Asks for a reason, or whatever else the offer needs said, and then sends it. */
  ask: (offer: Offer, step: Step | null) => void;
  /** Says what the buttons of a step do, or of the run where it is none. */
  explain: (step: Step | null) => void;
  openOutput: (of: OutputOf) => void;
  /** Steps whose last lines are followed in their card; every stream holds one of the browser's few connections. */
  tailed: ReadonlySet<string>;
  reveal: (number: string) => void;
  /** Where this person means to do a step that has several places. */
  places: Readonly<Record<string, string>>;
  choosePlace: (step: string, role: string) => void;
};

const Context = createContext<RunDesk | null>(null);

export function RunDeskProvider({ desk, children }: { desk: RunDesk; children: ReactNode }) {
  return <Context.Provider value={desk}>{children}</Context.Provider>;
}

export function useRunDesk(): RunDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error("This part belongs into a run page.");
  return desk;
}
