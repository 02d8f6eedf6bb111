import { allCards } from "#components/runs/cards.ts";
import { isInSight } from "#components/shell/held.ts";

/** How high each open card in sight is. */
export type Heights = ReadonlyMap<HTMLElement, number>;

const isOpen = (card: HTMLElement): boolean => card.hasAttribute("data-open");

const openCards = (): HTMLElement[] => allCards().filter((card) => isOpen(card) && isInSight(card));

export const heightsOf = (): Heights =>
  new Map(openCards().map((card) => [card, card.getBoundingClientRect().height] as const));

/** What became smaller keeps its height, so that nothing below it comes up. */
export function keepHeights(before: Heights): void {
  for (const card of openCards()) {
    const height = before.get(card);
    if (height !== undefined && card.getBoundingClientRect().height < height) card.style.minHeight = `${height}px`;
  }
}

/** Of all cards, or of those only that were folded since. */
export function letGo(which: "all" | "folded"): void {
  for (const card of allCards()) {
    if (card.hasAttribute("style") && (which === "all" || !isOpen(card))) card.style.minHeight = "";
  }
}
