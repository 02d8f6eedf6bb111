import { Component, type ReactNode } from "react";
import { cardAt, cardOf, isInSight } from "#components/runs/in-sight.ts";
import { type Heights, heightsOf, keepHeights, letGo } from "#components/runs/kept-heights.ts";

type Held = { part: Element; partTop: number; step: string; cardTop: number; hadFocus: boolean };
type Before = { heights: Heights; held: Held | null };

type SteadyScrollProps = {
  /** Changes when this person did something: what was kept for their sake is let go. */
  turn: number;
  children: ReactNode;
};

/** What must not move: in the card with the focus, else in the one under the pointer; else the first card in sight. */
function heldPart(): Element | null {
  const { activeElement } = document;
  const focused = cardOf(activeElement);
  if (focused && isInSight(focused)) return activeElement;
  const hovered = [...document.querySelectorAll("[data-step]:hover, [data-step]:hover :hover")].at(-1);
  // At the very top of the page what is new there has to be seen, unless somebody works in a card.
  if (hovered || window.scrollY === 0) return hovered ?? null;
  for (const card of document.querySelectorAll<HTMLElement>("[data-step]")) if (isInSight(card)) return card;
  return null;
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

function whatIsHeld(): Held | null {
  const part = heldPart();
  const card = cardOf(part);
  const step = card?.dataset.step;
  if (!part || !card || !step) return null;
  const hadFocus = card.contains(document.activeElement);
  return { part, partTop: topOf(part), step, cardTop: topOf(card), hadFocus };
}

function hold({ part, partTop, step, cardTop, hadFocus }: Held): void {
  const card = cardAt(step);
  if (!card) return;
  const moved = card.contains(part) ? topOf(part) - partTop : topOf(card) - cardTop;
  if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
  if (hadFocus && document.activeElement === document.body) card.focus({ preventScroll: true });
}

/**
 * Keeps what is being worked on where it is when an event changes what is above it, and the focus in the card when the
 * pressed button is gone. A class, because only a class may look at the page right before it changes.
 */
export class SteadyScroll extends Component<SteadyScrollProps> {
  override getSnapshotBeforeUpdate(): Before {
    return { heights: heightsOf(), held: whatIsHeld() };
  }

  override componentDidUpdate({ turn }: SteadyScrollProps, _state: unknown, { heights, held }: Before): void {
    const moves = turn !== this.props.turn;
    letGo(moves ? "all" : "folded");
    if (!moves) keepHeights(heights);
    if (held) hold(held);
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
