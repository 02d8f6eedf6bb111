import { Component, type ReactNode } from "react";

type Held = { step: string; top: number; hadFocus: boolean };

const cardOf = (element: Element | null | undefined): HTMLElement | null =>
  element?.closest<HTMLElement>("[data-step]") ?? null;

/** What must not move: the card with the focus, else the one under the pointer, else the first one in sight. */
function heldCard(): HTMLElement | null {
  const focused = cardOf(document.activeElement);
  if (focused && inSight(focused)) return focused;
  const hovered = document.querySelector<HTMLElement>("[data-step]:hover");
  if (hovered) return hovered;
  for (const card of document.querySelectorAll<HTMLElement>("[data-step]")) if (inSight(card)) return card;
  return null;
}

const HEADER_PX = 110;

function inSight(card: HTMLElement): boolean {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > HEADER_PX && top < window.innerHeight && bottom > top;
}

/**
 * Keeps the card being worked on where it is when an event changes the cards above it, and the focus in the card when
 * the pressed button is gone. A class, because only a class may look at the page right before it changes.
 */
export class SteadyScroll extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): Held | null {
    // At the very top of the page what is new there has to be seen, unless somebody works in a card.
    if (window.scrollY === 0 && !cardOf(document.activeElement)) return null;
    const card = heldCard();
    const step = card?.dataset.step;
    if (!card || !step) return null;
    const hadFocus = card.contains(document.activeElement);
    return { step, top: card.getBoundingClientRect().top, hadFocus };
  }

  override componentDidUpdate(_props: unknown, _state: unknown, held: Held | null): void {
    if (!held) return;
    const card = document.getElementById(`step-${held.step}`);
    if (!card) return;
    const moved = card.getBoundingClientRect().top - held.top;
    if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
    if (held.hadFocus && document.activeElement === document.body) card.focus({ preventScroll: true });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
