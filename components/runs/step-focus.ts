/** Where the keyboard stands among the steps: always the real focus of the page, nothing beside it. */

const heads = '#steps [data-step] h3 > button, #steps h2 > button[aria-expanded="false"]';

/** The heads of the cards, and the lines that stand in place of folded phases, as far as they are shown. */
const stops = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(heads)].filter((head) => head.checkVisibility());

const placeOf = (head: HTMLElement): HTMLElement => head.closest<HTMLElement>("[data-step]") ?? head;

/** The step that has the focus, or something in it. */
export const stepOf = (element: EventTarget | null): string | null =>
  element instanceof Element ? (element.closest<HTMLElement>("[data-step]")?.dataset.step ?? null) : null;

function goTo(head: HTMLElement | undefined): boolean {
  if (!head) return false;
  head.focus({ preventScroll: true });
  placeOf(head).scrollIntoView({ block: "nearest" });
  return true;
}

export const goToStep = (step: string): boolean => goTo(stops().find((head) => stepOf(head) === step));

/** One on or back from where the focus is; from elsewhere to the step where it was, or else to `otherwise`. */
export function goOn(by: 1 | -1, otherwise: readonly (string | null | undefined)[]): boolean {
  const all = stops();
  const at = all.findIndex((head) => placeOf(head).contains(document.activeElement));
  if (at >= 0) return goTo(all[Math.min(all.length - 1, Math.max(0, at + by))]);
  return otherwise.some((step) => step && goToStep(step)) || goTo(all[0]);
}

/** Of the steps in their order, the one nearest to where this one was. */
export function goNear(step: string, order: readonly string[]): boolean {
  const at = order.indexOf(step);
  return [...order.slice(at), ...order.slice(0, at).reverse()].some(goToStep);
}

/** Opens or folds the card that has the focus itself; its buttons do what they do by themselves. */
export function openFocused(): boolean {
  const card = document.activeElement;
  if (!card?.matches("[data-step]")) return false;
  card.querySelector<HTMLElement>("h3 > button")?.click();
  return true;
}

/** Gives the focus to what this finds, and brings it into sight. */
export function goToPart(selector: string): boolean {
  const part = document.querySelector<HTMLElement>(selector);
  part?.focus();
  part?.scrollIntoView({ block: "nearest" });
  return part !== null;
}
