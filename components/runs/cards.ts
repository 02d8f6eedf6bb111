export const cardOf = (element: Element | null | undefined): HTMLElement | null =>
  element?.closest<HTMLElement>("[data-step]") ?? null;

const inside = (elements: readonly Element[]): Element[] => elements.flatMap((element) => [...element.children]);

/** Those that the filter shows, of the pieces of each phase. A selector would look at each element of each of them. */
export function allCards(): HTMLElement[] {
  const steps = document.getElementById("steps");
  const cards = inside(inside(inside(steps ? [...steps.children] : [])));
  return cards.filter((one): one is HTMLElement => one instanceof HTMLElement && one.hasAttribute("data-step"));
}

export const cardAt = (step: string): HTMLElement | null => document.getElementById(`step-${step}`);
