export const cardOf = (element: Element | null | undefined): HTMLElement | null =>
  element?.closest<HTMLElement>("[data-step]") ?? null;

export const cardAt = (step: string): HTMLElement | null => document.getElementById(`step-${step}`);
