import { Component, type ReactNode } from "react";
import { CARDS, cardOf } from "#components/runs/list/cards.ts";
import { type Heights, heightsOf, keepHeights, letGo } from "#components/runs/list/kept-heights.ts";
import { giveBackRoom, type Held, keepInPlace, whatIsHeld } from "#components/shell/held.ts";
import { subscribeToArrivals } from "#components/ui/later.ts";

type Before = { heights: Heights; held: Held | null; focused: HTMLElement | null };

type SteadyScrollProps = {
  /** Changes when this person did something: what was kept for their sake is let go. */
  turn: number;
  children: ReactNode;
};

/**
 * Keeps what is being worked on where it is when an event, or a part of the page that has come, changes what is above it,
 * and the focus in the card when the pressed button is gone. A class, because only a class may look at the page right before it
 * changes.
 */
export class SteadyScroll extends Component<SteadyScrollProps> {
  #leave = () => {};
  #width = 0;

  override componentDidMount(): void {
    this.#leave = subscribeToArrivals(() => this.forceUpdate());
    this.#width = window.innerWidth;
    window.addEventListener("resize", this.#resized);
  }

  override componentWillUnmount(): void {
    this.#leave();
    window.removeEventListener("resize", this.#resized);
  }

  /** In another width a card is of another height. */
  #resized = () => {
    if (window.innerWidth !== this.#width) letGo("all");
    this.#width = window.innerWidth;
  };

  override getSnapshotBeforeUpdate(before: SteadyScrollProps): Before {
    // Where the page comes to what the run is, or a part of it has come, its top may show what is new there.
    const arrived = before === this.props;
    const held = whatIsHeld(CARDS, arrived ? "focused" : before.turn === this.props.turn ? "all" : "pointed");
    return { heights: heightsOf(), held, focused: cardOf(document.activeElement) };
  }

  override componentDidUpdate({ turn }: SteadyScrollProps, _state: unknown, { heights, held, focused }: Before): void {
    const moves = turn !== this.props.turn;
    letGo(moves ? "all" : "folded");
    if (moves) giveBackRoom();
    else keepHeights(heights);
    if (held) keepInPlace(held);
    if (focused && document.activeElement === document.body) focused.focus({ preventScroll: true });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
