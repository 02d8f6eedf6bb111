import { cardAt, cardOf } from "#components/runs/list/cards.ts";
import type { StepRow } from "#components/runs/list/step-rows.ts";

/** Where the keyboard stands among the steps: always the real focus of the page, nothing beside it. */

/** The heads of the cards, and the lines that stand in place of folded phases. */
const allHeads = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(
    '#steps [data-step] h3 > button, #steps h2 > button[aria-expanded="false"]',
  ),
];

/** Of a list that the filter has emptied. */
export const SHOW_ALL = '[data-shortcut="show-all"]';

const placeOf = (head: HTMLElement): HTMLElement => cardOf(head) ?? head;

/** Asked of the card: what is in it would be laid out to answer, in hundreds of cards that are out of sight. */
const isShown = (head: HTMLElement): boolean => placeOf(head).checkVisibility();

/** The step that has the focus, or something in it. */
export const stepOf = (element: EventTarget | null): string | null =>
  element instanceof Element ? (cardOf(element)?.dataset.step ?? null) : null;

function goToFirst(heads: readonly HTMLElement[]): boolean {
  const head = heads.find(isShown);
  if (!head) return false;
  head.focus({ preventScroll: true });
  placeOf(head).scrollIntoView({ block: "nearest" });
  // Of a card that is higher than the window the end was brought into sight.
  head.scrollIntoView({ block: "nearest" });
  return true;
}

export const goToStep = (step: string): boolean =>
  goToFirst([...(cardAt(step)?.querySelectorAll<HTMLElement>("h3 > button") ?? [])]);

/** One on or back from where the focus is; from elsewhere to the step where it was, or else to `otherwise`. */
export function goOn(by: 1 | -1, otherwise: readonly (string | null | undefined)[]): boolean {
  const all = allHeads();
  const at = all.findIndex((head) => placeOf(head).contains(document.activeElement));
  if (at < 0) return otherwise.some((step) => step && goToStep(step)) || goToFirst(all);
  const ahead = by === 1 ? all.slice(at + 1) : all.slice(0, at).reverse();
  return goToFirst(ahead) || goToFirst(all.slice(at, at + 1));
}

/** Of the steps in their order, the one nearest to where this one was. */
export function goNear(step: string, rows: readonly StepRow[]): boolean {
  const order = rows.map((row) => row.step.number);
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
