"use client";

import { Component, type ReactNode } from "react";
import { giveBackRoom, type Held, keepInPlace, type Lines, whatIsHeld } from "#components/shell/held.ts";
import { subscribeToArrivals } from "#components/ui/later.ts";
import { isAttended, watchHands } from "#lib/client/attended.ts";

type SteadyProps = {
  /** What may be held of the page. */
  of: Lines;
  children: ReactNode;
};

/**
 * Keeps the line that somebody is at where it is, when what this holds changes above it. A class, because only a class may
 * look at the page right before it changes.
 */
export class Steady extends Component<SteadyProps> {
  #leave: (() => void)[] = [];

  override componentDidMount(): void {
    this.#leave = [watchHands(), subscribeToArrivals(() => this.forceUpdate())];
  }

  override componentWillUnmount(): void {
    for (const leave of this.#leave) leave();
  }

  override getSnapshotBeforeUpdate(): Held | null {
    return isAttended() ? whatIsHeld(this.props.of) : null;
  }

  override componentDidUpdate(_props: SteadyProps, _state: unknown, held: Held | null): void {
    if (held) keepInPlace(held);
    else giveBackRoom();
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
