"use client";

import { createContext, useContext } from "react";
import type { PaletteItem } from "#lib/client/palette/palette.ts";

/** What stands in front of the page, called by key or button. */
export type QuickPart = "palette" | "sheet" | null;

type Quick = {
  open: QuickPart;
  show: (part: QuickPart) => void;
  /** What the page adds to the palette while that is open. */
  offer: (items: readonly PaletteItem[]) => void;
};

export const QuickContext = createContext<Quick | null>(null);

export function useQuick(): Quick {
  const quick = useContext(QuickContext);
  if (!quick) throw new Error("This part belongs into the frame of the console.");
  return quick;
}
