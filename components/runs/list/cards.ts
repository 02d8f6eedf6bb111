import type { Lines } from "#components/shell/held.ts";

export const CARDS: Lines = "#steps [data-step]";

export const cardOf = (element: Element | null | undefined): HTMLElement | null =>
  element?.closest<HTMLElement>("[data-step]") ?? null;

const inside = (elements: readonly Element[]): Element[] => elements.flatMap((element) => [...element.children]);

/** Of each phase. A selector would look at each element of each card. */
function pieces(): Element[] {
  const steps = document.getElementById("steps");
  return inside(inside(steps ? [...steps.children] : []));
}

/** Those that the filter shows. In a piece that is rows none is open. */
export const openCards = (): HTMLElement[] =>
  inside(pieces().filter((piece) => !piece.hasAttribute("data-rows"))).filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.hasAttribute("data-step") && isOpen(one),
  );

export const isOpen = (card: HTMLElement): boolean => card.hasAttribute("data-open");

export const cardAt = (step: string): HTMLElement | null => document.getElementById(`step-${step}`);
