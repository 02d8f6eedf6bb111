import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-style.ts";

/** What the button of a menu looks like, closed and open. */
export const menuButtonClass = (trigger: ReactNode): string =>
  buttonClass({ look: trigger ? "normal" : "plain", square: !trigger });

export const MenuFace = ({ trigger }: { trigger: ReactNode }) => trigger ?? <Ellipsis aria-hidden />;
