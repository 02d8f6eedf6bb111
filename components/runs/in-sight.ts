/** Under the head of the page nothing is seen. */
const HEADER_PX = 110;

export const cardOf = (element: Element | null | undefined): HTMLElement | null =>
  element?.closest<HTMLElement>("[data-step]") ?? null;

export const cardAt = (step: string): HTMLElement | null => document.getElementById(`step-${step}`);

export function isInSight(card: HTMLElement): boolean {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > HEADER_PX && top < window.innerHeight && bottom > top;
}
