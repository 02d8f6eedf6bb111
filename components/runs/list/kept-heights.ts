import { isOpen, openCards } from "#components/runs/list/cards.ts";
import { isInSight } from "#components/shell/held.ts";

/** How high each open card in sight is. */
export type Heights = ReadonlyMap<HTMLElement, number>;

const heightOf = (card: HTMLElement): number => card.getBoundingClientRect().height;

export const heightsOf = (): Heights =>
  new Map(
    openCards()
      .filter(isInSight)
      .map((card) => [card, heightOf(card)] as const),
  );

/** Those that are higher than what is in them. */
const kept = new Set<HTMLElement>();

/** What became smaller keeps its height, so that nothing below it comes up, also where only its end was in sight. */
export function keepHeights(before: Heights): void {
  for (const [card, height] of before) {
    if (!isOpen(card) || heightOf(card) >= height) continue;
    card.style.minHeight = `${height}px`;
    kept.add(card);
  }
}

/** Of all cards, or of those only that were folded since. */
export function letGo(which: "all" | "folded"): void {
  for (const card of kept) {
    if (which === "folded" && card.isConnected && isOpen(card)) continue;
    card.style.minHeight = "";
    kept.delete(card);
  }
}
