"use client";

import { AskDialog, type Asked } from "#components/runs/dialog/ask-dialog.tsx";
import { ButtonHelp } from "#components/runs/dialog/button-help.tsx";
import type { Step } from "#lib/domain/procedure.ts";

/** What stands in front of a run: what has to be said of a command, or what the buttons of a step or of the run do. */
export type InFront = Asked | { explained: Step | null };

export function RunDialog({ of, onClose }: { of: InFront; onClose: () => void }) {
  if ("offer" in of) return <AskDialog key={of.offer.label} asked={of} onClose={onClose} />;
  return <ButtonHelp step={of.explained} onClose={onClose} />;
}
